import { Button, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useLowStockRulesExport } from "../../hooks/api/use-low-stock-rules"
import { useFailureText } from "../../hooks/use-failure-text"
import { useMay } from "../../hooks/use-may"
import type { RuleQuery } from "../../lib/rule-query"

interface RulesHeadProps {
  query: RuleQuery
  add: () => void
  takeFile: () => void
}

/** What can be done with the rules as a whole. */
export function RulesHead({ query, add, takeFile }: RulesHeadProps) {
  const { t } = useTranslation("stockroom")
  const may = useMay()
  const failureText = useFailureText()
  const exported = useLowStockRulesExport()
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button
        variant="secondary"
        size="small"
        isLoading={exported.isPending}
        onClick={() =>
          exported.mutate(query, {
            onError: (error) =>
              toast.error(t("lowStockRules.export.failed"), { description: failureText(error) }),
          })
        }
      >
        {t("lowStockRules.export.action")}
      </Button>
      {may("levels") && (
        <>
          <Button variant="secondary" size="small" onClick={takeFile}>
            {t("lowStockRules.import.action")}
          </Button>
          <Button variant="secondary" size="small" onClick={add}>
            {t("lowStockRules.new")}
          </Button>
        </>
      )}
    </div>
  )
}

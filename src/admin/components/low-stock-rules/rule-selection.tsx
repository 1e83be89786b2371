import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useDeleteRules } from "../../hooks/use-delete-rules"
import type { LowStockRule } from "../../lib/low-stock-rule-draft"

interface RuleSelectionProps {
  rules: LowStockRule[]
  edit: () => void
  clear: () => void
}

/** What can be done with the rules that are chosen. */
export function RuleSelection({ rules, edit, clear }: RuleSelectionProps) {
  const { t } = useTranslation("stockroom")
  const { remove, isPending } = useDeleteRules()
  return (
    <div className="bg-ui-bg-subtle flex min-h-14 flex-wrap items-center gap-2 px-6 py-3">
      <Text size="small" weight="plus" className="mr-2 tabular-nums" role="status">
        {t("lowStockRules.bulk.chosen", { count: rules.length })}
      </Text>
      <Button variant="secondary" size="small" onClick={edit}>
        {t("lowStockRules.bulk.action")}
      </Button>
      <Button
        variant="secondary"
        size="small"
        isLoading={isPending}
        onClick={() => void remove(rules).then((gone) => gone && clear())}
      >
        {t("lowStockRules.delete")}
      </Button>
      <Button variant="transparent" size="small" onClick={clear}>
        {t("levels.clearSelection")}
      </Button>
    </div>
  )
}

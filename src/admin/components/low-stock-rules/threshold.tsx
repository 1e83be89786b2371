import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useFormats } from "../../hooks/use-formats"
import type { LowStockRule } from "../../lib/low-stock-rule-draft"

/** From which quantity on stock is low, and whether selling stops there. */
export function Threshold({ rule }: { rule: Pick<LowStockRule, "threshold" | "stop_selling"> }) {
  const { t } = useTranslation("stockroom")
  const { quantity } = useFormats()
  return (
    <>
      {quantity(rule.threshold)}
      {rule.stop_selling && (
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t("lowStockRules.stopsSelling")}
        </Text>
      )}
    </>
  )
}

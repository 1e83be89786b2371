import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { LowStockRule } from "../../lib/low-stock-rule-draft"
import type { ItemUnits } from "../../lib/units"
import { ItemQuantity } from "../units/item-quantity"

interface ThresholdProps {
  rule: Pick<LowStockRule, "inventory_item_id" | "threshold" | "stop_selling">
  /** None: of no item. */
  units?: ItemUnits
}

/** From which quantity on stock is low, and whether selling stops there. */
export function Threshold({ rule, units }: ThresholdProps) {
  const { t } = useTranslation("stockroom")
  return (
    <>
      <ItemQuantity itemId={rule.inventory_item_id ?? ""} units={units} quantity={rule.threshold} />
      {rule.stop_selling && (
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t("lowStockRules.stopsSelling")}
        </Text>
      )}
    </>
  )
}

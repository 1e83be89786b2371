import { useTranslation } from "react-i18next"

import { setRules } from "../lib/order-rules"
import type { ProductAvailability } from "../lib/product-availability-draft"
import { useFormats } from "./use-formats"

/** Says in words how many of a variant may be ordered. */
export function useOrderRulesText(): (rules: ProductAvailability["order_quantities"]) => string {
  const { t } = useTranslation("stockroom")
  const { quantity } = useFormats()
  return (rules) => {
    const words = setRules(rules).map(({ rule, quantities }) =>
      t(`availability.product.rules.${rule}`, {
        number: quantity(quantities[0]),
        numbers: quantities.map(quantity).join(", "),
      })
    )
    return words.join(", ") || t("availability.product.anyQuantity")
  }
}

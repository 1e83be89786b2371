import { useTranslation } from "react-i18next"

import type { StoreAvailabilityResponse } from "../../../api/types/availability"
import { useDisplayText } from "../../hooks/use-display-text"
import { useOrderRulesText } from "../../hooks/use-order-rules-text"
import type { Estimate } from "../../lib/estimate-draft"
import type { ProductAvailability } from "../../lib/product-availability-draft"
import { Fact } from "../fact"

interface ProductFactsProps {
  product: ProductAvailability
  store: StoreAvailabilityResponse["store_availability"]
  estimates: Estimate[]
}

/** What is kept of a product for its shoppers, line by line. */
export function ProductFacts({ product, store, estimates }: ProductFactsProps) {
  const { t } = useTranslation("stockroom")
  const displayText = useDisplayText()
  const rulesText = useOrderRulesText()
  const { display, display_below, order_quantities } = product
  const own = estimates.find((estimate) => estimate.id === product.estimate_id)
  const estimate = own ?? estimates.find((one) => one.is_default)
  const ofStore = (value: string) =>
    t("availability.product.ofStore", { value, interpolation: { escapeValue: false } })
  const title = estimate?.title ?? t("availability.product.noEstimate")
  const days = estimate?.lead_time_days
  return (
    <dl className="divide-y">
      <Fact name={t("availability.product.estimate")}>{own ? title : ofStore(title)}</Fact>
      {days != null && (
        <Fact name={t("availability.product.leadTime")}>
          {t("availability.estimates.days", { count: days })}
        </Fact>
      )}
      <Fact name={t("availability.quantity")}>
        {display ? displayText({ display, display_below }) : ofStore(displayText(store))}
      </Fact>
      <Fact name={t("availability.product.orders")}>{rulesText(order_quantities)}</Fact>
    </dl>
  )
}

import { useTranslation } from "react-i18next"

import type { LowStockNames } from "../lib/low-stock"
import type { LowStockRule } from "../lib/low-stock-rule-draft"
import { usePlaceName } from "./use-place-name"

/** Says where a rule watches. */
export function useRulePlaceName(): (
  rule: Pick<LowStockRule, "place" | "location_id" | "sales_channel_id">,
  names: Pick<LowStockNames, "locations" | "channels">
) => string {
  const { t } = useTranslation("stockroom")
  const placeName = usePlaceName()
  return ({ place, ...where }, { locations, channels }) =>
    place === "each_location"
      ? t("lowStockRules.places.each_location")
      : placeName({ ...where, place }, { items: {}, users: {}, locations, channels })
}

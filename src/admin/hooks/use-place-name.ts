import { useTranslation } from "react-i18next"

import type { LowStockNames, Pool } from "../lib/low-stock"
import { locationName } from "../lib/names"

/** Says where a stock is that is watched: at a location, or at which locations together. */
export function usePlaceName(): (
  pool: Omit<Pool, "inventory_item_id">,
  names: LowStockNames
) => string {
  const { t } = useTranslation("stockroom")
  return ({ place, location_id, sales_channel_id }, names) => {
    if (place === "location" && location_id) {
      return locationName(names, location_id)
    }
    return place === "channel" && sales_channel_id
      ? t("lowStock.where.ofChannel", {
          channel: names.channels[sales_channel_id] ?? sales_channel_id,
        })
      : t("lowStock.where.together")
  }
}

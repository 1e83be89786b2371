import { useQuery } from "@tanstack/react-query"

import type { LowStockNames } from "../../../api/types/low-stock"
import type { UnitsByItem } from "../../../api/types/units"
import type { JudgedPool } from "../../lib/low-stock-of-item"
import type { LowStockRule } from "../../lib/low-stock-rule-draft"
import { STOCKROOM_QUERIES } from "../../lib/medusa-queries"
import { sdk } from "../../lib/sdk"

interface ItemAnswer {
  pools: JudgedPool[]
  /** All that could watch it, the store's defaults among them. */
  rules: LowStockRule[]
  names: LowStockNames
  units: UnitsByItem
}

/** What is watched of an item, and by which rules. */
export function useLowStockOfItem(itemId: string) {
  return useQuery({
    queryKey: [STOCKROOM_QUERIES, "low-stock", "item", itemId],
    queryFn: () =>
      sdk.client.fetch<ItemAnswer>(
        `/admin/stockroom/low-stock/items/${encodeURIComponent(itemId)}`
      ),
    staleTime: 0,
  })
}

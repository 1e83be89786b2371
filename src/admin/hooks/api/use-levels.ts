import { useQuery } from "@tanstack/react-query"

import type { StockResponse } from "../../../api/types/stock"
import { STOCKROOM_QUERIES } from "../../lib/medusa-queries"
import { sdk } from "../../lib/sdk"

const MOST_LEVELS = 1_000

/** The levels of some items at one or more locations, in one request. */
export function useLevels(itemIds: string[], locationIds: string[]) {
  const query = { inventory_item_id: itemIds, location_id: locationIds, limit: MOST_LEVELS }
  return useQuery({
    queryKey: [STOCKROOM_QUERIES, "stock", query],
    queryFn: () => sdk.client.fetch<StockResponse>("/admin/stockroom/stock", { query }),
    enabled: itemIds.length > 0,
    staleTime: 0,
  })
}

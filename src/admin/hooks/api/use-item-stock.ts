import { useQuery } from "@tanstack/react-query"

import type { ItemStockResponse } from "../../../api/types/item-stock"
import { STOCKROOM_QUERIES } from "../../lib/medusa-queries"
import { sdk } from "../../lib/sdk"

/** An inventory item's stock at every location. */
export function useItemStock(itemId: string) {
  return useQuery({
    queryKey: [STOCKROOM_QUERIES, "item", itemId],
    queryFn: () =>
      sdk.client.fetch<ItemStockResponse>(
        `/admin/stockroom/items/${encodeURIComponent(itemId)}/stock`
      ),
    // Checkouts and colleagues move stock all the time; a visit to the page shows what is.
    staleTime: 0,
  })
}

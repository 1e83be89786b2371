import { keepPreviousData, useQuery } from "@tanstack/react-query"

import type { ChartResponse } from "../../../api/types/chart"
import type { StockAsOfResponse } from "../../../api/types/stock-as-of"
import { lastDays } from "../../lib/chart-rows"
import { STOCKROOM_QUERIES } from "../../lib/medusa-queries"
import { sdk } from "../../lib/sdk"

const MOST_LEVELS = 1_000

/** On hand and available of an item at the end of each of the last days. */
export function useItemChart(itemId: string, days: number, locationId: string | undefined) {
  return useQuery({
    queryKey: [STOCKROOM_QUERIES, "chart", itemId, days, locationId],
    queryFn: () =>
      sdk.client.fetch<ChartResponse>(
        `/admin/stockroom/items/${encodeURIComponent(itemId)}/chart`,
        { query: { ...lastDays(days), points: days, location_id: locationId } }
      ),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}

/** An item's levels as they stood at a moment. */
export function useItemAsOf(itemId: string, at: string | null) {
  return useQuery({
    queryKey: [STOCKROOM_QUERIES, "as-of", itemId, at],
    queryFn: () =>
      sdk.client.fetch<StockAsOfResponse>("/admin/stockroom/stock/as-of", {
        query: { at, inventory_item_id: itemId, limit: MOST_LEVELS },
      }),
    placeholderData: keepPreviousData,
    enabled: at !== null,
  })
}

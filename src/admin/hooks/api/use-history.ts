import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query"

import type { HistoryFiltersResponse, HistoryResponse } from "../../../api/types/history"
import { historyRequest, type HistoryQuery } from "../../lib/history-query"
import { STOCKROOM_QUERIES } from "../../lib/medusa-queries"
import { sdk } from "../../lib/sdk"

const PAGE = 50

/** The stock history, newest first; older pages on demand. */
export function useHistory(query: HistoryQuery, limit = PAGE) {
  return useInfiniteQuery({
    queryKey: [STOCKROOM_QUERIES, "history", query, limit],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      sdk.client.fetch<HistoryResponse>("/admin/stockroom/history", {
        query: { ...historyRequest(query), limit, cursor: pageParam },
      }),
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
    placeholderData: keepPreviousData,
    // Checkouts and colleagues move stock all the time; a visit to the page shows what is.
    staleTime: 0,
  })
}

/** What there is to filter the history by. */
export function useHistoryFilters() {
  return useQuery({
    queryKey: [STOCKROOM_QUERIES, "history-filters"],
    queryFn: () => sdk.client.fetch<HistoryFiltersResponse>("/admin/stockroom/history/filters"),
  })
}

/** All that a query leaves of the history, as CSV. */
export async function fetchHistoryCsv(query: HistoryQuery): Promise<Blob> {
  // Not JSON: with another type the client hands over the answer as it is.
  const answer = await sdk.client.fetch<Response>("/admin/stockroom/history/export", {
    query: historyRequest(query),
    headers: { accept: "text/plain" },
  })
  return await answer.blob()
}

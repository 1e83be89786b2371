import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query"

import type { HistoryResponse } from "../../../api/types/history"
import { sdk } from "../../lib/sdk"

export type HistoryQuery = Record<string, string | string[] | undefined>

const PAGE = 50

/** The stock history, newest first; older pages on demand. */
export function useHistory(query: HistoryQuery) {
  return useInfiniteQuery({
    queryKey: ["stockroom", "history", query],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      sdk.client.fetch<HistoryResponse>("/admin/stockroom/history", {
        query: { ...query, limit: PAGE, cursor: pageParam },
      }),
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
    placeholderData: keepPreviousData,
  })
}

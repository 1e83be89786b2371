import { keepPreviousData, useQuery } from "@tanstack/react-query"

import type { TransfersResponse } from "../../../api/types/transfers"
import { STOCKROOM_QUERIES } from "../../lib/medusa-queries"
import { sdk } from "../../lib/sdk"
import { type TransferQuery, transfersRequest } from "../../lib/transfer-query"

export const TRANSFERS_PAGE = 20

/** A page of the transfers that a query leaves, newest first. */
export function useTransfers(query: TransferQuery) {
  const request = transfersRequest(query, TRANSFERS_PAGE)
  return useQuery({
    queryKey: [STOCKROOM_QUERIES, "transfers", request],
    queryFn: () =>
      sdk.client.fetch<TransfersResponse>("/admin/stockroom/transfers", { query: request }),
    placeholderData: keepPreviousData,
    // Colleagues send and receive all the time; a visit to the page shows what is.
    staleTime: 0,
  })
}

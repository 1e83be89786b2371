import { useQuery } from "@tanstack/react-query"

import type { TransferResponse } from "../../../api/types/transfers"
import { STOCKROOM_QUERIES } from "../../lib/medusa-queries"
import { sdk } from "../../lib/sdk"

/** A transfer with its items, receipts and timeline, and the names of what it mentions. */
export function useTransfer(id: string) {
  return useQuery({
    queryKey: [STOCKROOM_QUERIES, "transfer", id],
    queryFn: () => sdk.client.fetch<TransferResponse>(transferPath(id)),
    staleTime: 0,
  })
}

/** Where the API has a transfer. */
export function transferPath(id: string): string {
  return `/admin/stockroom/transfers/${encodeURIComponent(id)}`
}

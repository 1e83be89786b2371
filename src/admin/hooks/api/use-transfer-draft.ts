import { useQuery } from "@tanstack/react-query"

import type { TransferResponse } from "../../../api/types/transfers"
import { STOCKROOM_QUERIES } from "../../lib/medusa-queries"
import { sdk } from "../../lib/sdk"

/** A transfer for the form that changes it: read once, so that nothing is changed under whoever types. */
export function useTransferDraft(id: string) {
  return useQuery({
    queryKey: [STOCKROOM_QUERIES, "transfer-form", id],
    queryFn: () =>
      sdk.client.fetch<TransferResponse>(`/admin/stockroom/transfers/${encodeURIComponent(id)}`),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
}

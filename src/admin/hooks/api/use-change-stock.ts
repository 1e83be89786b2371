import { useMutation, useQueryClient } from "@tanstack/react-query"

import type { StockChangesRequest, StockChangesResponse } from "../../../api/types/stock"
import { invalidateStock } from "../../lib/invalidate"
import { sdk } from "../../lib/sdk"

/**
 * Changes stock by hand: all of the changes or none. Read again after a refusal, too: somebody was
 * faster.
 */
export function useChangeStock() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: StockChangesRequest) =>
      sdk.client.fetch<StockChangesResponse>("/admin/stockroom/stock", { method: "POST", body }),
    onSettled: () => invalidateStock(client),
  })
}

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"

import type { OrderStockResponse } from "../../../api/types/order-stock"
import type { TransferStepResponse } from "../../../api/types/transfers"
import { invalidateStock } from "../../lib/invalidate"
import { orderQuery } from "../../lib/medusa-queries"
import { sdk } from "../../lib/sdk"

/** An order's stock with its names. */
export function useOrderStock(orderId: string) {
  return useQuery({
    queryKey: orderQuery(orderId, "stock"),
    queryFn: () =>
      sdk.client.fetch<OrderStockResponse>(
        `/admin/stockroom/orders/${encodeURIComponent(orderId)}`
      ),
    // Checkouts and colleagues move stock all the time; a visit to the page shows what is.
    staleTime: 0,
  })
}

/** Brings what is held to where it is committed. Read again after a refusal, too: somebody was faster. */
export function useCoverHold() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (holdId: string) =>
      sdk.client.fetch(`/admin/stockroom/holds/${encodeURIComponent(holdId)}/cover`, {
        method: "POST",
        body: {},
      }),
    onSettled: () => invalidateStock(client),
  })
}

/** Drafts one transfer for some holds. Read again after a refusal, too: somebody was faster. */
export function useDraftTransfer() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (holdIds: string[]) =>
      sdk.client.fetch<TransferStepResponse>("/admin/stockroom/holds/draft-transfer", {
        method: "POST",
        body: { hold_ids: holdIds },
      }),
    onSettled: () => invalidateStock(client),
  })
}

/** Commits now what an order should have committed. */
export function useSettleOrder(orderId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () =>
      sdk.client.fetch<{ settled: { committed: number; released: number; posted: number } }>(
        `/admin/stockroom/orders/${encodeURIComponent(orderId)}/settle`,
        { method: "POST", body: {} }
      ),
    onSuccess: () => invalidateStock(client),
  })
}

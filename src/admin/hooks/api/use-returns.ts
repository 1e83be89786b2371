import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"

import type { DispositionsRequest, ReturnStockResponse } from "../../../api/types/return-stock"
import { invalidateStock } from "../../lib/invalidate"
import { orderQuery } from "../../lib/medusa-queries"
import { sdk } from "../../lib/sdk"

/** A return of Medusa's, as far as its stock goes. */
export interface OrderReturn {
  id: string
  status: string
  location_id: string | null
}

const MOST_RETURNS = 200
const RECEIVED = ["received", "partially_received"]

/** An order's returns of which something has come back, the latest last. */
export function useReceivedReturns(orderId: string) {
  return useQuery({
    queryKey: orderQuery(orderId, "returns"),
    queryFn: () =>
      sdk.client.fetch<{ returns: OrderReturn[] }>("/admin/returns", {
        query: {
          order_id: orderId,
          fields: "id,status,location_id",
          order: "created_at",
          limit: MOST_RETURNS,
        },
      }),
    select: ({ returns }) => returns.filter(({ status }) => RECEIVED.includes(status)),
    staleTime: 0,
  })
}

/** What a return has brought, and in which states it is. */
export function useReturnStock(orderId: string, returnId: string) {
  return useQuery({
    queryKey: orderQuery(orderId, "returns", returnId),
    queryFn: () =>
      sdk.client.fetch<ReturnStockResponse>(
        `/admin/stockroom/returns/${encodeURIComponent(returnId)}`
      ),
    staleTime: 0,
  })
}

/** Sorts returned units into other states. */
export function useDisposeReturn(returnId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: DispositionsRequest) =>
      sdk.client.fetch(`/admin/stockroom/returns/${encodeURIComponent(returnId)}/dispositions`, {
        method: "POST",
        body,
      }),
    onSuccess: () => invalidateStock(client),
  })
}

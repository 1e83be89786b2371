import { useQuery } from "@tanstack/react-query"

import { orderQuery } from "../../lib/medusa-queries"
import { sdk } from "../../lib/sdk"

/** The number by which people know an order. */
export function useOrderNumber(orderId: string | undefined) {
  return useQuery({
    queryKey: orderQuery(orderId ?? "", "number"),
    queryFn: () =>
      sdk.client.fetch<{ order: { display_id: number } }>(
        `/admin/orders/${encodeURIComponent(orderId ?? "")}`,
        { query: { fields: "id,display_id" } }
      ),
    select: ({ order }) => order.display_id,
    enabled: orderId !== undefined,
    staleTime: Infinity,
  })
}

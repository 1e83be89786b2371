import { useQueryClient } from "@tanstack/react-query"
import { useEffect } from "react"

import { orderQuery } from "../lib/medusa-queries"

/** By then the store has heard of its own event. */
const HEARD_MS = 2_000

/**
 * Reads a part of an order's stock once more, a moment after the order has changed: what Medusa's
 * calls cannot say (dismissed units of a return, say) is settled by an event, after its answer.
 *
 * @param order - as Medusa hands it to the widget: another object whenever it has changed
 */
export function useReadAgain(order: { id: string }, part: "stock" | "returns"): void {
  const client = useQueryClient()
  useEffect(() => {
    const timer = setTimeout(() => {
      void client.invalidateQueries({ queryKey: orderQuery(order.id, part) })
    }, HEARD_MS)
    return () => clearTimeout(timer)
  }, [client, order, part])
}

import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"

import { resolveStockroom } from "../modules/inventory"
import { attemptSettlement } from "../workflows"

/** Settles an order's stock whenever Medusa tells of it; in what order and how often does not matter. */
export default async function stockroomOrders({
  event,
  container,
}: SubscriberArgs<{ id?: string; order_id?: string }>) {
  const orderId = event.data.order_id ?? event.data.id
  if (orderId && !(await isSettled(event.name, orderId, container))) {
    await attemptSettlement(container, orderId, {
      source: `event ${event.name}`,
      correlationId: event.metadata?.eventGroupId ?? null,
    })
  }
}

/** A checkout commits its order before it tells of it, and the shopper still waits for the answer. */
async function isSettled(
  event: string,
  orderId: string,
  container: SubscriberArgs["container"]
): Promise<boolean> {
  const isPlaced = () => resolveStockroom(container).hasEveryLine(orderId)
  // Whatever is in the way of knowing is logged, and listed, where the order is settled.
  return event === "order.placed" && (await isPlaced().catch(() => false))
}

export const config: SubscriberConfig = {
  event: [
    "order.placed",
    "order.canceled",
    "order.fulfillment_created",
    "order.fulfillment_canceled",
    "order.claim_created",
    "order.exchange_created",
    "order.return_received",
    "order-edit.confirmed",
  ],
}

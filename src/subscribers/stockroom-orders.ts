import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"

import { attemptSettlement } from "../workflows"

/** Settles an order's stock whenever Medusa tells of it; in what order and how often does not matter. */
export default async function stockroomOrders({
  event,
  container,
}: SubscriberArgs<{ id?: string; order_id?: string }>) {
  const orderId = event.data.order_id ?? event.data.id
  if (orderId) {
    await attemptSettlement(container, orderId, {
      source: `event ${event.name}`,
      correlationId: event.metadata?.eventGroupId ?? null,
    })
  }
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

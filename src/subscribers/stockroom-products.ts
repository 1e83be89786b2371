import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"

import { forgetUnpublished } from "../modules/inventory"

/** A product that somebody has published again is no longer unpublished by Stockroom. */
export default async function stockroomProducts({
  event,
  container,
}: SubscriberArgs<{ id: string }>) {
  await forgetUnpublished(container, event.data.id)
}

export const config: SubscriberConfig = {
  event: ["product.updated"],
}

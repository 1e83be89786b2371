import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"

import { runAs } from "../modules/inventory"
import { syncLocationsWorkflow } from "../workflows"

/** Keeps Stockroom's locations in step with Medusa's, and with the channels they serve. */
export default async function stockroomLocations({ event, container }: SubscriberArgs) {
  await runAs(
    () => ({
      actor: { type: "system", id: null },
      source: `event ${event.name}`,
      correlationId: event.metadata?.eventGroupId ?? null,
      references: {},
    }),
    () => syncLocationsWorkflow(container).run()
  )
}

export const config: SubscriberConfig = {
  event: [
    "stock-location.stock-location.created",
    "stock-location.stock-location.deleted",
    "stock-location.stock-location.restored",
    "LinkSalesChannelStockLocation.attached",
    "LinkSalesChannelStockLocation.detached",
  ],
}

import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { runLowStockActions } from "../workflows"

/**
 * Runs what is to be done about low stock as soon as it is told of. Nobody waits for it: the event bus has
 * orders to tell of, and what is not done now is done by the job.
 */
export default async function stockroomLowStockActions({ container }: SubscriberArgs) {
  runLowStockActions(container).catch((error: Error) => {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`Stockroom: the low-stock actions are left to the job: ${error.message}`)
  })
}

export const config: SubscriberConfig = {
  event: ["stockroom.low-stock.alert-opened", "stockroom.low-stock.alert-resolved"],
}

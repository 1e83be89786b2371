import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { resolveStockroom } from "../../../modules/inventory"

/** Takes over the store's stock locations and channel links. Reading them again is its own compensation. */
export const syncLocationsStep = createStep(
  "stockroom-sync-locations",
  async (_, { container }) => {
    await resolveStockroom(container).syncLocations()
    return new StepResponse(undefined)
  }
)

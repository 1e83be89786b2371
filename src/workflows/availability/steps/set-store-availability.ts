import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { resolveStockroom, type StoreAvailabilityInput } from "../../../modules/inventory"

/** Changes what shoppers are told in the whole store; compensated by how it was. */
export const setStoreAvailabilityStep = createStep(
  "stockroom-set-store-availability",
  async (input: StoreAvailabilityInput, { container }) => {
    const stockroom = resolveStockroom(container)
    const before = await stockroom.setStoreAvailability(input)
    return new StepResponse(await stockroom.retrieveStoreAvailability(), before)
  },
  async (before, { container }) => {
    if (before) {
      await resolveStockroom(container).putBackStoreAvailability(before)
    }
  }
)

import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { resolveStockroom } from "../../../modules/inventory"

/** Puts a location back into use; compensated by taking it out again, if it was out. */
export const activateLocationStep = createStep(
  "stockroom-activate-location",
  async ({ id }: { id: string }, { container }) => {
    const stock = resolveStockroom(container)
    const before = await stock.retrieveInventoryLocation(id)
    await stock.activateLocation(id)
    return new StepResponse({ id }, before.active ? null : id)
  },
  async (id, { container }) => {
    if (id) {
      await resolveStockroom(container).deactivateLocation(id)
    }
  }
)

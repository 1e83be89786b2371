import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { type DeactivateInput, resolveStockroom } from "../../../modules/inventory"

/** Empties and deactivates a location; compensated by activating it and moving its stock back. */
export const deactivateLocationStep = createStep(
  "stockroom-deactivate-location",
  async ({ id, ...input }: DeactivateInput & { id: string }, { container }) => {
    const result = await resolveStockroom(container).deactivateLocation(id, input)
    return new StepResponse(result, { id, movementId: result.movement_id })
  },
  async (done, { container }) => {
    if (!done) {
      return
    }
    const stock = resolveStockroom(container)
    await stock.activateLocation(done.id)
    if (done.movementId) {
      await stock.undoMovement(done.movementId, { allow_negative: true })
    }
  }
)

import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { resolveStockroom, type StockChangesInput } from "../../../modules/inventory"

/** Changes stock by hand; compensated by a counter-movement. */
export const changeStockStep = createStep(
  "stockroom-change-stock",
  async (input: StockChangesInput, { container }) => {
    const result = await resolveStockroom(container).changeStock(input)
    return new StepResponse(result, result.repeated ? null : result.movementId)
  },
  async (movementId, { container }) => {
    if (movementId) {
      await resolveStockroom(container).undoMovement(movementId, { allow_negative: true })
    }
  }
)

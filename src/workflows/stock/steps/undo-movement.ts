import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { resolveStockroom, type UndoInput } from "../../../modules/inventory"

/** Reverses a movement; compensated by reversing that again. */
export const undoMovementStep = createStep(
  "stockroom-undo-movement",
  async ({ movement_id, ...input }: UndoInput & { movement_id: string }, { container }) => {
    const { movementId } = await resolveStockroom(container).undoMovement(movement_id, input)
    return new StepResponse({ movementId }, movementId)
  },
  async (movementId, { container }) => {
    if (movementId) {
      await resolveStockroom(container).undoMovement(movementId, { allow_negative: true })
    }
  }
)

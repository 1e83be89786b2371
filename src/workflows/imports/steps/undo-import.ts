import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { resolveStockroom, type UndoInput } from "../../../modules/inventory"

/** Takes an import back; compensated by bringing it back. */
export const undoImportStep = createStep(
  "stockroom-undo-import",
  async ({ id, ...input }: UndoInput & { id: string }, { container }) => {
    const { movementId } = await resolveStockroom(container).undoImport(id, input)
    return new StepResponse({ movementId }, movementId)
  },
  async (movementId, { container }) => {
    if (movementId) {
      await resolveStockroom(container).undoMovement(movementId, { allow_negative: true })
    }
  }
)

import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { type ApplyImportInput, resolveStockroom } from "../../../modules/inventory"

/** Applies an import; compensated by taking it back, whatever has been sold meanwhile. */
export const applyImportStep = createStep(
  "stockroom-apply-import",
  async ({ id, ...input }: ApplyImportInput & { id: string }, { container }) => {
    const result = await resolveStockroom(container).applyImport(id, input)
    return new StepResponse(result, result.repeated ? null : result.movementId)
  },
  async (movementId, { container }) => {
    if (movementId) {
      await resolveStockroom(container).undoMovement(movementId, { allow_negative: true })
    }
  }
)

import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { resolveStockroom } from "../../../modules/inventory"

/** Deletes a draft; compensated by bringing it back. */
export const deleteTransferStep = createStep(
  "stockroom-delete-transfer",
  async ({ id }: { id: string }, { container }) => {
    const result = await resolveStockroom(container).deleteTransfer(id)
    return new StepResponse(result, result.repeated ? null : id)
  },
  async (done, { container }) => {
    if (done) {
      await resolveStockroom(container).restoreTransfer(done)
    }
  }
)

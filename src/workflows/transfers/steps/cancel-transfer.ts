import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { type EndTransferInput, resolveStockroom } from "../../../modules/inventory"

/** Cancels a transfer; compensated by sending it on its way again. */
export const cancelTransferStep = createStep(
  "stockroom-cancel-transfer",
  async ({ id, ...input }: EndTransferInput & { id: string }, { container }) => {
    const result = await resolveStockroom(container).cancelTransfer(id, input)
    return new StepResponse(result, result.repeated ? null : id)
  },
  async (done, { container }) => {
    if (done) {
      await resolveStockroom(container).reopenTransfer(done)
    }
  }
)

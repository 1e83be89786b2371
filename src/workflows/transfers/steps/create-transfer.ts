import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { type CreateTransferInput, resolveStockroom } from "../../../modules/inventory"

/** Makes a draft; compensated by deleting it. */
export const createTransferStep = createStep(
  "stockroom-create-transfer",
  async (input: CreateTransferInput, { container }) => {
    const result = await resolveStockroom(container).createTransfer(input)
    return new StepResponse(result, result.repeated ? null : result.transfer_id)
  },
  async (done, { container }) => {
    if (done) {
      await resolveStockroom(container).deleteTransfer(done)
    }
  }
)

import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { type MarkPendingInput, resolveStockroom } from "../../../modules/inventory"

/** Sends a draft; compensated by making it a draft again. */
export const markTransferPendingStep = createStep(
  "stockroom-mark-transfer-pending",
  async ({ id, ...input }: MarkPendingInput & { id: string }, { container }) => {
    const result = await resolveStockroom(container).markTransferPending(id, input)
    return new StepResponse(result, result.repeated ? null : id)
  },
  async (done, { container }) => {
    if (done) {
      await resolveStockroom(container).takeBackPending(done)
    }
  }
)

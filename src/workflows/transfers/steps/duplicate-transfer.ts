import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { resolveStockroom } from "../../../modules/inventory"

/** Makes a draft like another transfer; compensated by deleting it. */
export const duplicateTransferStep = createStep(
  "stockroom-duplicate-transfer",
  async ({ id, ...input }: { id: string; idempotency_key?: string | null }, { container }) => {
    const result = await resolveStockroom(container).duplicateTransfer(id, input)
    return new StepResponse(result, result.repeated ? null : result.transfer_id)
  },
  async (done, { container }) => {
    if (done) {
      await resolveStockroom(container).deleteTransfer(done)
    }
  }
)

import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { type DraftTransferOfHoldInput, resolveStockroom } from "../../../modules/inventory"

/** Drafts the transfer that an order's shortfall calls for; compensated by deleting it. */
export const draftTransferOfHoldStep = createStep(
  "stockroom-draft-transfer-of-hold",
  async ({ hold_id, ...input }: DraftTransferOfHoldInput, { container }) => {
    const result = await resolveStockroom(container).draftTransferOfHold(hold_id, input)
    return new StepResponse(result, result.repeated ? null : result.transfer_id)
  },
  async (done, { container }) => {
    if (done) {
      await resolveStockroom(container).deleteTransfer(done)
    }
  }
)

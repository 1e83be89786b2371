import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { type DraftTransferOfHoldsInput, resolveStockroom } from "../../../modules/inventory"

/** Drafts the transfer that orders' shortfalls call for; compensated by deleting it. */
export const draftTransferOfHoldsStep = createStep(
  "stockroom-draft-transfer-of-holds",
  async (input: DraftTransferOfHoldsInput, { container }) => {
    const result = await resolveStockroom(container).draftTransferOfHolds(input)
    return new StepResponse(result, result.repeated ? null : result.transfer_id)
  },
  async (done, { container }) => {
    if (done) {
      await resolveStockroom(container).deleteTransfer(done)
    }
  }
)

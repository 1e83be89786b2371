import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { type ReceiveTransferInput, resolveStockroom } from "../../../modules/inventory"

/** Receives; compensated by taking the receipt back. */
export const receiveTransferStep = createStep(
  "stockroom-receive-transfer",
  async ({ id, ...input }: ReceiveTransferInput & { id: string }, { container }) => {
    const result = await resolveStockroom(container).receiveTransfer(id, input)
    return new StepResponse(
      result,
      result.repeated ? null : { id, receiptId: result.receipt_id as string }
    )
  },
  async (done, { container }) => {
    if (done) {
      await resolveStockroom(container).takeBackReceipt(done.id, done.receiptId)
    }
  }
)

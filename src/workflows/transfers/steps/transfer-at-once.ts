import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { resolveStockroom, type TransferAtOnceInput } from "../../../modules/inventory"

/** Moves items at once; compensated by moving them back. */
export const transferAtOnceStep = createStep(
  "stockroom-transfer-at-once",
  async (input: TransferAtOnceInput, { container }) => {
    const result = await resolveStockroom(container).transferAtOnce(input)
    const { transfer_id: id, receipt_id, repeated } = result
    return new StepResponse(result, repeated ? null : { id, receiptId: receipt_id as string })
  },
  async (done, { container }) => {
    if (done) {
      const stock = resolveStockroom(container)
      await stock.takeBackReceipt(done.id, done.receiptId)
      await stock.takeBackPending(done.id)
      await stock.deleteTransfer(done.id)
    }
  }
)

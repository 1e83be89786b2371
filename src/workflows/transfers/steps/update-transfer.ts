import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import {
  resolveStockroom,
  type TransferRecord,
  type UpdateTransferInput,
} from "../../../modules/inventory"

/** Changes a transfer; compensated by what it said before. */
export const updateTransferStep = createStep(
  "stockroom-update-transfer",
  async ({ id, ...input }: UpdateTransferInput & { id: string }, { container }) => {
    const stock = resolveStockroom(container)
    const before = await stock.retrieveTransfer(id)
    const result = await stock.updateTransfer(id, input)
    return new StepResponse(result, { before, input })
  },
  async (done, { container }) => {
    if (done) {
      await resolveStockroom(container).updateTransfer(
        done.before.id,
        onlyOf(done.input, done.before)
      )
    }
  }
)

/** What a transfer said before, of the fields that were changed. */
function onlyOf(input: UpdateTransferInput, before: TransferRecord): UpdateTransferInput {
  const { metadata, custom_fields } = before
  // A field of the merchant's that was not there before goes.
  const emptied = Object.fromEntries(
    Object.keys(input.custom_fields ?? {}).map((key) => [key, null])
  )
  const all: UpdateTransferInput = {
    ...before,
    ...{ metadata, custom_fields: { ...emptied, ...custom_fields } },
    lines: before.lines.map(({ inventory_item_id, quantity, hold_id }) => ({
      ...{ inventory_item_id, quantity, hold_id },
    })),
  }
  // What was added goes with the lines that it was added to.
  const changed = Object.keys(input).map((field) => (field === "added_lines" ? "lines" : field))
  return Object.fromEntries(
    changed.map((field) => [field, all[field as keyof UpdateTransferInput]])
  )
}

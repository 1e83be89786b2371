import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { type CheckImportInput, resolveStockroom } from "../../../modules/inventory"

/** Checks a file and keeps what it would do; compensated by forgetting it. */
export const checkImportStep = createStep(
  "stockroom-check-import",
  async (input: CheckImportInput, { container }) => {
    const record = await resolveStockroom(container).checkImport(input)
    return new StepResponse(record, record.id)
  },
  async (id, { container }) => {
    if (id) {
      await resolveStockroom(container).deleteImport(id)
    }
  }
)

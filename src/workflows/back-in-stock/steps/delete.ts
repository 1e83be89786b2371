import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { resolveStockroom } from "../../../modules/inventory"

/** Forgets somebody who waits; compensated by putting the wish back as it was. */
export const deleteBackInStockStep = createStep(
  "stockroom-delete-back-in-stock",
  async ({ id }: { id: string }, { container }) => {
    const kept = await resolveStockroom(container).deleteBackInStock(id)
    return new StepResponse({ id }, kept)
  },
  async (kept, { container }) => {
    if (kept) {
      await resolveStockroom(container).putBackInStockBack(kept)
    }
  }
)

import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { resolveStockroom } from "../../../modules/inventory"

/** Makes a run due at once; compensated by putting its status and its wait back. */
export const retryLowStockRunStep = createStep(
  "stockroom-retry-low-stock-run",
  async ({ id }: { id: string }, { container }) => {
    const before = await resolveStockroom(container).retryLowStockRun(id)
    return new StepResponse({ id }, before)
  },
  async (before, { container }) => {
    if (before) {
      await resolveStockroom(container).putBackLowStockRun(before)
    }
  }
)

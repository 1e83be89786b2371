import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { resolveStockroom } from "../../../modules/inventory"

/** Deletes an estimate; compensated by bringing it back. */
export const deleteEstimateStep = createStep(
  "stockroom-delete-estimate",
  async ({ id }: { id: string }, { container }) => {
    const estimate = await resolveStockroom(container).deleteAvailabilityEstimate(id)
    return new StepResponse({ id }, { before: [estimate], created: null })
  },
  async (undo, { container }) => {
    if (undo) {
      await resolveStockroom(container).putBackAvailabilityEstimates(undo)
    }
  }
)

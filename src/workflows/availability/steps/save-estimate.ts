import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { type AvailabilityEstimateInput, resolveStockroom } from "../../../modules/inventory"

interface Saved extends AvailabilityEstimateInput {
  /** Null for a new one. */
  id: string | null
}

/** Makes or changes an estimate; compensated by how all that it has changed were. */
export const saveEstimateStep = createStep(
  "stockroom-save-estimate",
  async ({ id, ...input }: Saved, { container }) => {
    const { estimate, ...undo } = await resolveStockroom(container).saveAvailabilityEstimate(
      id,
      input
    )
    return new StepResponse(estimate, undo)
  },
  async (undo, { container }) => {
    if (undo) {
      await resolveStockroom(container).putBackAvailabilityEstimates(undo)
    }
  }
)

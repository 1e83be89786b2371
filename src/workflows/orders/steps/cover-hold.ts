import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { type CoverHoldInput, resolveStockroom } from "../../../modules/inventory"

/** Brings held stock to where it is committed; compensated by bringing it back and holding it again. */
export const coverHoldStep = createStep(
  "stockroom-cover-hold",
  async ({ hold_id, ...input }: CoverHoldInput, { container }) => {
    const covered = await resolveStockroom(container).coverHold(hold_id, input)
    return new StepResponse(covered, { hold_id, quantity: covered.quantity })
  },
  async (covered, { container }) => {
    if (covered) {
      await resolveStockroom(container).uncoverHold(covered.hold_id, covered.quantity)
    }
  }
)

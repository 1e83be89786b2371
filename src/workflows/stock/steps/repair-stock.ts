import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { resolveStockroom, type VerifyInput } from "../../../modules/inventory"

/**
 * Brings drifted levels back in line. There is no compensation: a repaired level is right, and the
 * drift it had is not worth restoring.
 */
export const repairStockStep = createStep(
  "stockroom-repair-stock",
  async (input: VerifyInput, { container }) =>
    new StepResponse(await resolveStockroom(container).repair(input))
)

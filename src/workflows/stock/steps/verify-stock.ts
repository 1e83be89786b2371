import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { resolveStockroom, type VerifyInput } from "../../../modules/inventory"

/** Compares levels, ledger, Medusa's columns and reservations. Reads only. */
export const verifyStockStep = createStep(
  "stockroom-verify-stock",
  async (input: VerifyInput, { container }) =>
    new StepResponse(await resolveStockroom(container).verify(input))
)

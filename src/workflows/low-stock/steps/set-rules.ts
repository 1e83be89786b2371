import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { type LowStockRulesInput, resolveStockroom } from "../../../modules/inventory"

/** Makes, replaces, changes and deletes rules; compensated by what they were. */
export const setLowStockRulesStep = createStep(
  "stockroom-set-low-stock-rules",
  async (input: LowStockRulesInput, { container }) => {
    const result = await resolveStockroom(container).setLowStockRules(input)
    const { created, updated, deleted } = result
    return new StepResponse({ created, updated, deleted }, result)
  },
  async (result, { container }) => {
    if (result) {
      await resolveStockroom(container).putBackLowStockRules(result)
    }
  }
)

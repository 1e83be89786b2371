import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { resolveStockroom, type RuleFileInput } from "../../../modules/inventory"

/** What a file of rules would change; changes nothing. */
export const readRuleFileStep = createStep(
  "stockroom-read-rule-file",
  async (input: RuleFileInput, { container }) =>
    new StepResponse(await resolveStockroom(container).readLowStockRuleFile(input))
)

import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { AvailabilityEstimateInput } from "../../modules/inventory"
import { saveEstimateStep } from "./steps/save-estimate"

/**
 * Makes an estimate that shoppers are told where something is out of stock, or changes the one with the id.
 *
 * @throws 400 with the field, 404 with the id
 * @since 0.1.0
 *
 * @example
 * await saveEstimateWorkflow(container).run({
 *   input: { id: null, title: "Two weeks", translations: { de: "Zwei Wochen" }, is_default: true },
 * })
 */
export const saveEstimateWorkflow = createWorkflow(
  "stockroom-save-estimate",
  (input: WorkflowData<AvailabilityEstimateInput & { id: string | null }>) =>
    new WorkflowResponse(saveEstimateStep(input))
)

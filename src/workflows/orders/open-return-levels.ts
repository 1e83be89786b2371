import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { openReturnLevelsStep } from "./steps/open-return-levels"

/**
 * Opens levels for what a return brings to a location that has not stocked it. Runs by itself before
 * Medusa's own route receives a return.
 *
 * @since 0.1.0
 *
 * @example
 * await openReturnLevelsWorkflow(container).run({ input: { return_id: "return_123" } })
 */
export const openReturnLevelsWorkflow = createWorkflow(
  "stockroom-open-return-levels",
  (input: WorkflowData<{ return_id: string }>) => new WorkflowResponse(openReturnLevelsStep(input))
)

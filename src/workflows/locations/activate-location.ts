import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { activateLocationStep } from "./steps/activate-location"
import { syncLocationsStep } from "./steps/sync-locations"

/**
 * Puts a location back into use.
 *
 * @since 0.1.0
 *
 * @example
 * await activateLocationWorkflow(container).run({ input: { id: "sloc_…" } })
 */
export const activateLocationWorkflow = createWorkflow(
  "stockroom-activate-location",
  (input: WorkflowData<{ id: string }>) => {
    syncLocationsStep()
    return new WorkflowResponse(activateLocationStep(input))
  }
)

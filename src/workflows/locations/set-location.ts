import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { LocationSettingsUpdate } from "../../modules/inventory"
import { setLocationStep } from "./steps/set-location"
import { syncLocationsStep } from "./steps/sync-locations"

/**
 * Changes what Stockroom keeps about a stock location: priority, kind, coordinates, lead time.
 *
 * @since 0.1.0
 *
 * @example
 * await setLocationWorkflow(container).run({ input: { id: "sloc_…", priority: 1, kind: "store" } })
 */
export const setLocationWorkflow = createWorkflow(
  "stockroom-set-location",
  (input: WorkflowData<LocationSettingsUpdate & { id: string }>) => {
    syncLocationsStep()
    return new WorkflowResponse(setLocationStep(input))
  }
)

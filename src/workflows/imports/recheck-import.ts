import {
  createWorkflow,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { listLocationsStep } from "./steps/list-locations"
import { recheckImportStep } from "./steps/recheck-import"

/**
 * Checks an import again, against the stock as it is now.
 *
 * @throws 404 when there is no such import, 409 when it has been applied
 * @since 0.1.0
 *
 * @example
 * await recheckImportWorkflow(container).run({ input: { id: "simp_…" } })
 */
export const recheckImportWorkflow = createWorkflow(
  "stockroom-recheck-import",
  (input: WorkflowData<{ id: string }>) => {
    const locations = listLocationsStep()
    const withLocations = transform({ input, locations }, (given) => ({
      id: given.input.id,
      locations: given.locations,
    }))
    return new WorkflowResponse(recheckImportStep(withLocations))
  }
)

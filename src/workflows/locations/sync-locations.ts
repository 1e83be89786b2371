import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { syncLocationsStep } from "./steps/sync-locations"

/**
 * Takes over which stock locations the store has and which sales channels each serves. Runs by
 * itself at start and after every change of a location or its channels.
 *
 * @since 0.1.0
 *
 * @example
 * await syncLocationsWorkflow(container).run()
 */
export const syncLocationsWorkflow = createWorkflow("stockroom-sync-locations", () => {
  return new WorkflowResponse(syncLocationsStep())
})

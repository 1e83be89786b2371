import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { DeactivateInput } from "../../modules/inventory"
import { deactivateLocationStep } from "./steps/deactivate-location"
import { syncLocationsStep } from "./steps/sync-locations"

/**
 * Takes a location out of use: nothing is sold from it any more. Free stock is moved to the
 * destination.
 *
 * @throws 400 with every reason while stock there is committed, reserved by reservations, incoming
 *   or below zero, or while free stock is left and no destination is named
 * @since 0.1.0
 *
 * @example
 * await deactivateLocationWorkflow(container).run({
 *   input: { id: "sloc_old", destination_id: "sloc_new", note: "lease ended" },
 * })
 */
export const deactivateLocationWorkflow = createWorkflow(
  "stockroom-deactivate-location",
  (input: WorkflowData<DeactivateInput & { id: string }>) => {
    syncLocationsStep()
    return new WorkflowResponse(deactivateLocationStep(input))
  }
)

import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { StoreAvailabilityInput } from "../../modules/inventory"
import { setStoreAvailabilityStep } from "./steps/set-store-availability"

/**
 * Changes what shoppers are told in the whole store; what is left out stays, what is null is as
 * medusa-config.ts has it.
 *
 * @throws 400 with the field
 * @since 0.1.0
 *
 * @example
 * await setStoreAvailabilityWorkflow(container).run({
 *   input: { display: "below", display_below: 5, locations: "pickup" },
 * })
 */
export const setStoreAvailabilityWorkflow = createWorkflow(
  "stockroom-set-store-availability",
  (input: WorkflowData<StoreAvailabilityInput>) =>
    new WorkflowResponse(setStoreAvailabilityStep(input))
)

import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { UpdateTransferInput } from "../../modules/inventory"
import { syncLocationsStep } from "../locations/steps/sync-locations"
import { updateTransferStep } from "./steps/update-transfer"

/**
 * Changes a draft; of a transfer that was sent, what it says besides its route and its items.
 *
 * @throws 400 as for a new one, 404 when it is not there, 409 when route or items are to change and it is
 *   no draft
 * @since 0.1.0
 *
 * @example
 * await updateTransferWorkflow(container).run({ input: { id, expected_at: "2026-12-01" } })
 */
export const updateTransferWorkflow = createWorkflow(
  "stockroom-update-transfer",
  (input: WorkflowData<UpdateTransferInput & { id: string }>) => {
    syncLocationsStep()
    return new WorkflowResponse(updateTransferStep(input))
  }
)

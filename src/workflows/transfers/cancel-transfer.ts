import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { EndTransferInput } from "../../modules/inventory"
import { cancelTransferStep } from "./steps/cancel-transfer"

/**
 * Cancels a transfer: what has not arrived goes back to the origin, or is written off.
 *
 * @throws 404 when it is not there, 409 when it is not on its way
 * @since 0.1.0
 *
 * @example
 * await cancelTransferWorkflow(container).run({ input: { id, write_off: true, reason: "lost" } })
 */
export const cancelTransferWorkflow = createWorkflow(
  "stockroom-cancel-transfer",
  (input: WorkflowData<EndTransferInput & { id: string }>) =>
    new WorkflowResponse(cancelTransferStep(input))
)

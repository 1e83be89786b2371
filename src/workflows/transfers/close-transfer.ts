import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { EndTransferInput } from "../../modules/inventory"
import { closeTransferStep } from "./steps/close-transfer"

/**
 * Closes a transfer of which no more will arrive: it counts as received. What has not arrived goes back to
 * the origin, or is written off.
 *
 * @throws 404 when it is not there, 409 when it is not on its way
 * @since 0.1.0
 *
 * @example
 * await closeTransferWorkflow(container).run({ input: { id, write_off: true, reason: "lost" } })
 */
export const closeTransferWorkflow = createWorkflow(
  "stockroom-close-transfer",
  (input: WorkflowData<EndTransferInput & { id: string }>) =>
    new WorkflowResponse(closeTransferStep(input))
)

import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { ReceiveTransferInput } from "../../modules/inventory"
import { receiveTransferStep } from "./steps/receive-transfer"

/**
 * Receives a part of a transfer, or all of it: what is accepted is available, what is rejected goes where
 * its disposition says.
 *
 * @throws 400 when more arrives than is outstanding (and the option does not allow it), or a rejected line
 *   has no reason; 404 when it is not there, 409 when it is not on its way
 * @since 0.1.0
 *
 * @example
 * await receiveTransferWorkflow(container).run({
 *   input: { id, accept_rest: true, lines: [{ inventory_item_id, rejected: 1, disposition: "damaged", reason: "broken" }] },
 * })
 */
export const receiveTransferWorkflow = createWorkflow(
  "stockroom-receive-transfer",
  (input: WorkflowData<ReceiveTransferInput & { id: string }>) =>
    new WorkflowResponse(receiveTransferStep(input))
)

import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { MarkPendingInput } from "../../modules/inventory"
import { markTransferPendingStep } from "./steps/mark-transfer-pending"

/**
 * Sends a draft on its way: its items are incoming at the destination, and leave the origin now or when
 * they are received, as the option `transfers.origin_deduction` says.
 *
 * @throws 400 naming every item of which the origin has not enough, or what the draft is missing; 404 when
 *   it is not there, 409 when it is no draft
 * @since 0.1.0
 *
 * @example
 * await markTransferPendingWorkflow(container).run({ input: { id, allow_negative: true } })
 */
export const markTransferPendingWorkflow = createWorkflow(
  "stockroom-mark-transfer-pending",
  (input: WorkflowData<MarkPendingInput & { id: string }>) =>
    new WorkflowResponse(markTransferPendingStep(input))
)

import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { deleteTransferStep } from "./steps/delete-transfer"

/**
 * Deletes a draft. Its number is not used again.
 *
 * @throws 404 when it is not there, 409 when it is no draft
 * @since 0.1.0
 *
 * @example
 * await deleteTransferWorkflow(container).run({ input: { id: "itran_123" } })
 */
export const deleteTransferWorkflow = createWorkflow(
  "stockroom-delete-transfer",
  (input: WorkflowData<{ id: string }>) => new WorkflowResponse(deleteTransferStep(input))
)

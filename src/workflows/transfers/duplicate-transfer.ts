import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { duplicateTransferStep } from "./steps/duplicate-transfer"

/**
 * Makes a draft with the route, items and words of another transfer, whatever became of that one.
 *
 * @throws 404 when it is not there
 * @since 0.1.0
 *
 * @example
 * const { result } = await duplicateTransferWorkflow(container).run({ input: { id: "itran_123" } })
 */
export const duplicateTransferWorkflow = createWorkflow(
  "stockroom-duplicate-transfer",
  (input: WorkflowData<{ id: string; idempotency_key?: string | null }>) =>
    new WorkflowResponse(duplicateTransferStep(input))
)

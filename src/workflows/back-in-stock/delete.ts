import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { deleteBackInStockStep } from "./steps/delete"

/**
 * Forgets somebody who waits for a variant, or has waited.
 *
 * @throws 404 with the id
 * @since 0.1.0
 *
 * @example
 * await deleteBackInStockWorkflow(container).run({ input: { id: "ibis_…" } })
 */
export const deleteBackInStockWorkflow = createWorkflow(
  "stockroom-delete-back-in-stock",
  (input: WorkflowData<{ id: string }>) => new WorkflowResponse(deleteBackInStockStep(input))
)

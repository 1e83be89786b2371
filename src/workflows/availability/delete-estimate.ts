import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { deleteEstimateStep } from "./steps/delete-estimate"

/**
 * Deletes an estimate. Its products have the store's default from then on.
 *
 * @throws 404 with the id
 * @since 0.1.0
 *
 * @example
 * await deleteEstimateWorkflow(container).run({ input: { id: "iest_…" } })
 */
export const deleteEstimateWorkflow = createWorkflow(
  "stockroom-delete-estimate",
  (input: WorkflowData<{ id: string }>) => new WorkflowResponse(deleteEstimateStep(input))
)

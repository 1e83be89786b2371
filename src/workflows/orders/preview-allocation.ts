import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { previewAllocationStep, type PreviewInput } from "./steps/preview-allocation"

/**
 * A dry run: where would this cart, or these items, be shipped from, were the order placed now? By the
 * strategy that the options name, or by another. Reads only.
 *
 * @throws 404 when there is no such cart, 400 when there is nothing to allocate
 * @since 0.1.0
 *
 * @example
 * const { result } = await previewAllocationWorkflow(container).run({ input: { cart_id: "cart_123" } })
 * result.items[0].location_id
 */
export const previewAllocationWorkflow = createWorkflow(
  "stockroom-preview-allocation",
  (input: WorkflowData<PreviewInput>) => new WorkflowResponse(previewAllocationStep(input))
)

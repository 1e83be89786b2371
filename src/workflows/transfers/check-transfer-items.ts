import {
  createWorkflow,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { readTransferItemsStep } from "./steps/read-transfer-items"

/**
 * Reads a file of items for a transfer, and tells which rows can be taken and what stands against the others.
 * Nothing is changed.
 *
 * @throws 400 for what is not such a file, or whose header is not understood
 * @since 0.1.0
 *
 * @example
 * const { result } = await checkTransferItemsWorkflow(container).run({
 *   input: { content: "sku,quantity\nTEA,12" },
 * })
 * result.items[0].quantity // "12"
 */
export const checkTransferItemsWorkflow = createWorkflow(
  "stockroom-check-transfer-items",
  (input: WorkflowData<{ content: string }>) => {
    const asked = transform({ input }, ({ input: { content } }) => ({ content, refuse: false }))
    return new WorkflowResponse(readTransferItemsStep(asked))
  }
)

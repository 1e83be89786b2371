import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { findItemsOfCodeStep } from "./steps/find-items-of-code"

/**
 * The inventory items that somebody means who types or scans a code: the one with that SKU, else those of the
 * variants with that barcode, EAN or UPC.
 *
 * @since 0.1.0
 *
 * @example
 * const { result } = await findItemsOfCodeWorkflow(container).run({ input: { code: "4006381333931" } })
 */
export const findItemsOfCodeWorkflow = createWorkflow(
  "stockroom-find-items-of-code",
  (input: WorkflowData<{ code: string }>) => new WorkflowResponse(findItemsOfCodeStep(input))
)

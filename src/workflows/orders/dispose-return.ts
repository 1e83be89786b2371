import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { DisposeReturnInput } from "../../modules/inventory"
import { disposeReturnStep } from "./steps/dispose-return"

/**
 * Sorts the units of a received return into the states in which they belong, or discards them: to
 * quality control for an inspection, to damaged, off the books. At most what the return brought.
 *
 * @throws 404 when there is no such return or level, 400 when more is sorted than came back, with the
 *   field; nothing has been changed then
 * @since 0.1.0
 *
 * @example
 * await disposeReturnWorkflow(container).run({
 *   input: {
 *     return_id: "return_123",
 *     dispositions: [
 *       { inventory_item_id: "iitem_1", from: "available", to: "quality_control", quantity: 2 },
 *       { inventory_item_id: "iitem_1", from: "damaged", to: "discard", quantity: 1 },
 *     ],
 *   },
 * })
 */
export const disposeReturnWorkflow = createWorkflow(
  "stockroom-dispose-return",
  (input: WorkflowData<DisposeReturnInput>) => new WorkflowResponse(disposeReturnStep(input))
)

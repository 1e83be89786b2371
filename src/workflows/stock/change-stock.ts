import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { StockChangesInput } from "../../modules/inventory"
import { changeStockStep } from "./steps/change-stock"

/**
 * Changes stock by hand: sets, adjusts, counts and moves, one or thousands, all or none, as one
 * movement.
 *
 * @throws 400 when a change is refused, 404 when a level does not exist, 409 when `expected` or the
 *   idempotency key conflicts; nothing has been changed then
 * @since 0.1.0
 *
 * @example
 * await changeStockWorkflow(container).run({
 *   input: {
 *     changes: [{ op: "move", inventory_item_id, location_id, from: "available", to: "damaged", quantity: 2 }],
 *     reason: "breakage",
 *   },
 * })
 */
export const changeStockWorkflow = createWorkflow(
  "stockroom-change-stock",
  (input: WorkflowData<StockChangesInput>) => new WorkflowResponse(changeStockStep(input))
)

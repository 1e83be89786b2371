import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { requireUnsoldUnitsStep } from "./steps/require-unsold-units"
import { setItemUnitsStep, type SetItemUnitsInput } from "./steps/set-item-units"

/**
 * Sets all units of an item, in the place of those that it had; none takes them away. One of them is the
 * base unit, in which the item's stock is kept; the factors of the others are in it.
 *
 * @throws 400 naming the field that is not right, the stock that is not in steps of the base unit, or the
 *   variant that is sold by a unit that would go; 404 when there is no such item; nothing has been
 *   changed then
 * @since 0.1.0
 *
 * @example
 * await setItemUnitsWorkflow(container).run({
 *   input: {
 *     inventory_item_id,
 *     units: [
 *       { key: "piece", name: "Piece", base: true },
 *       { key: "case", name: "Case", factor: 12 },
 *     ],
 *   },
 * })
 */
export const setItemUnitsWorkflow = createWorkflow(
  "stockroom-set-item-units",
  (input: WorkflowData<SetItemUnitsInput>) => {
    requireUnsoldUnitsStep(input)
    return new WorkflowResponse(setItemUnitsStep(input))
  }
)

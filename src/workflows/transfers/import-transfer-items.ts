import {
  createWorkflow,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { ImportTransferItemsInput } from "../../modules/inventory"
import { syncLocationsStep } from "../locations/steps/sync-locations"
import { readTransferItemsStep } from "./steps/read-transfer-items"
import { updateTransferStep } from "./steps/update-transfer"

/**
 * Takes the items of a draft from a CSV file: all of its rows, or none.
 *
 * @throws 400 with every wrong row in `details.errors`, 404 when the transfer is not there, 409 when it is no
 *   draft
 * @since 0.1.0
 *
 * @example
 * await importTransferItemsWorkflow(container).run({
 *   input: { id, content: "sku,quantity\nTEA,12", mode: "add" },
 * })
 */
export const importTransferItemsWorkflow = createWorkflow(
  "stockroom-import-transfer-items",
  (input: WorkflowData<ImportTransferItemsInput>) => {
    const asked = transform({ input }, ({ input: { content } }) => ({ content, refuse: true }))
    const file = readTransferItemsStep(asked)
    syncLocationsStep()
    const change = transform({ input, file }, ({ input: { id, mode }, file: { items } }) => {
      const lines = items.map(({ inventory_item_id, quantity }) => ({
        ...{ inventory_item_id, quantity },
      }))
      return mode === "add" ? { id, added_lines: lines } : { id, lines }
    })
    return new WorkflowResponse(updateTransferStep(change))
  }
)

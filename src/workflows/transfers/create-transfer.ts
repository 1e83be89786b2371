import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { CreateTransferInput } from "../../modules/inventory"
import { syncLocationsStep } from "../locations/steps/sync-locations"
import { createTransferStep } from "./steps/create-transfer"

/**
 * Makes a draft of a transfer between two locations. Nothing moves before it is marked pending.
 *
 * @throws 400 when the ends are the same, an item comes twice or a quantity (base units) is not above
 *   zero, 404 when a location, item or hold is not there, 409 when another transfer covers the hold
 * @since 0.1.0
 *
 * @example
 * const { result } = await createTransferWorkflow(container).run({
 *   input: { origin_id, destination_id, lines: [{ inventory_item_id, quantity: 12 }] },
 * })
 * result.transfer_id
 */
export const createTransferWorkflow = createWorkflow(
  "stockroom-create-transfer",
  (input: WorkflowData<CreateTransferInput>) => {
    syncLocationsStep()
    return new WorkflowResponse(createTransferStep(input))
  }
)

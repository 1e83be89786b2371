import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { TransferAtOnceInput } from "../../modules/inventory"
import { syncLocationsStep } from "../locations/steps/sync-locations"
import { transferAtOnceStep } from "./steps/transfer-at-once"

/**
 * Moves items from one location to another at once: a transfer that is made, sent and received in one
 * transaction.
 *
 * @throws 400 naming every item of which the origin has not enough, 404 when a location or item is not there
 * @since 0.1.0
 *
 * @example
 * await transferAtOnceWorkflow(container).run({
 *   input: { origin_id, destination_id, lines: [{ inventory_item_id, quantity: 3 }] },
 * })
 */
export const transferAtOnceWorkflow = createWorkflow(
  "stockroom-transfer-at-once",
  (input: WorkflowData<TransferAtOnceInput>) => {
    syncLocationsStep()
    return new WorkflowResponse(transferAtOnceStep(input))
  }
)

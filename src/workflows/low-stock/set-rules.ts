import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { LowStockRulesInput } from "../../modules/inventory"
import { syncLocationsStep } from "../locations/steps/sync-locations"
import { requireChannelsStep } from "./steps/require-channels"
import { setLowStockRulesStep } from "./steps/set-rules"

/**
 * Makes, replaces, changes and deletes low-stock rules, all or none. What is low by them now opens its
 * alert at once; what no longer is ends it. Thresholds are in base units of the item.
 *
 * @throws 400 with the field, 404 with the id of what is not there, 409 when an item has a rule for the
 *   place already
 * @since 0.1.0
 *
 * @example
 * await setLowStockRulesWorkflow(container).run({
 *   input: { upsert: [{ inventory_item_id, place: "together", threshold: 10,
 *     actions: [{ identifier: "notify" }] }] },
 * })
 */
export const setLowStockRulesWorkflow = createWorkflow(
  "stockroom-set-low-stock-rules",
  (input: WorkflowData<LowStockRulesInput>) => {
    syncLocationsStep()
    requireChannelsStep(input)
    return new WorkflowResponse(setLowStockRulesStep(input))
  }
)

import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { VerifyInput } from "../../modules/inventory"
import { repairStockStep } from "./steps/repair-stock"

/**
 * Brings drifted levels back in line by compensating movements; nothing is edited.
 *
 * @since 0.1.0
 *
 * @example
 * const { result } = await repairStockWorkflow(container).run({ input: {} })
 * result.movement_ids
 */
export const repairStockWorkflow = createWorkflow(
  "stockroom-repair-stock",
  (input: WorkflowData<VerifyInput>) => new WorkflowResponse(repairStockStep(input))
)

import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { VerifyInput } from "../../modules/inventory"
import { verifyStockStep } from "./steps/verify-stock"

/**
 * Checks that every level equals its ledger, Medusa's columns and its reservations.
 *
 * @since 0.1.0
 *
 * @example
 * const { result } = await verifyStockWorkflow(container).run({ input: {} })
 * result.consistent // true
 */
export const verifyStockWorkflow = createWorkflow(
  "stockroom-verify-stock",
  (input: WorkflowData<VerifyInput>) => new WorkflowResponse(verifyStockStep(input))
)

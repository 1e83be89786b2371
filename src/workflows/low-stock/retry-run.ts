import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { retryLowStockRunStep } from "./steps/retry-run"

/**
 * Lets a low-stock action be tried at once which has failed for good, or waits for its next attempt. It has one
 * attempt more when it had used all of them.
 *
 * @throws 404 when the run is not there, 409 when it is done, running or skipped, or the stock has recovered
 * @since 0.1.0
 *
 * @example
 * await retryLowStockRunWorkflow(container).run({ input: { id: "ilrun_123" } })
 */
export const retryLowStockRunWorkflow = createWorkflow(
  "stockroom-retry-low-stock-run",
  (input: WorkflowData<{ id: string }>) => new WorkflowResponse(retryLowStockRunStep(input))
)

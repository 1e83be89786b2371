import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { readOrderStep } from "./steps/read-order"
import { settleOrderStep } from "./steps/settle-order"

/**
 * Brings the ledger in line with an order: commits lines that arrived without reservations, ties its
 * fulfilments and returns to their movements and posts what is missing of them, lets go of what a
 * cancelled order still has. It says nothing twice, so it can run as often as one likes; Stockroom
 * runs it on every event of an order, and sweeps for orders that no event tells of.
 *
 * An order stands: what there is not enough stock for takes its location below zero. With
 * `refuse_shortage` it is refused instead, in the words of Medusa's checkout, and nothing of the order
 * is committed.
 *
 * @throws 404 when there is no such order; 400 when no active location serves its sales channel, or a
 * shortage is refused
 * @since 0.1.0
 *
 * @example
 * const { result } = await settleOrderWorkflow(container).run({ input: { order_id: "order_123" } })
 * result.committed // 0: there was nothing to do
 */
export const settleOrderWorkflow = createWorkflow(
  "stockroom-settle-order",
  (input: WorkflowData<{ order_id: string; refuse_shortage?: boolean }>) =>
    new WorkflowResponse(
      settleOrderStep({ order: readOrderStep(input), refuse_shortage: input.refuse_shortage })
    )
)

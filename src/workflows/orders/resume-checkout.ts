import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"

import { readOrderStep } from "./steps/read-order"
import { settleOrderStep } from "./steps/settle-order"

/**
 * Commits what a checkout has left undone that died after it had created its order, in the lock in
 * which Medusa completes the cart. Does nothing to an order that has its stock.
 *
 * @throws 400 in the words of Medusa's checkout when there is not enough stock; then nothing is
 * committed
 * @since 0.1.0
 *
 * @example
 * await resumeCheckoutWorkflow(container).run({
 *   input: { cart_id: "cart_123", order_id: "order_123" },
 * })
 */
export const resumeCheckoutWorkflow = createWorkflow(
  "stockroom-resume-checkout",
  (input: WorkflowData<{ cart_id: string; order_id: string }>) => {
    acquireLockStep({ key: input.cart_id, timeout: 30, ttl: 120 })
    const settled = settleOrderStep({ order: readOrderStep(input), refuse_shortage: true })
    releaseLockStep({ key: input.cart_id })
    return new WorkflowResponse(settled)
  }
)

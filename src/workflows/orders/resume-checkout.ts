import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createWorkflow,
  when,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"

import { findBegunOrder } from "./begun-order"
import { readOrderStep } from "./steps/read-order"
import { settleOrderStep } from "./steps/settle-order"
import { tieOrderStep } from "./steps/tie-order"

/**
 * Does what a checkout has left undone that died after it had created its order, in the lock in which Medusa completes
 * the cart: ties the order to its cart, and commits its stock. Does nothing to an order that has both, nor to a cart
 * without an order.
 *
 * @returns the order's id, or null
 * @throws 400 in the words of Medusa's checkout when there is not enough stock; then nothing is changed
 * @since 0.1.0
 *
 * @example
 * await resumeCheckoutWorkflow(container).run({ input: { cart_id: "cart_123" } })
 */
export const resumeCheckoutWorkflow = createWorkflow(
  "stockroom-resume-checkout",
  (input: WorkflowData<{ cart_id: string }>) => {
    acquireLockStep({ key: input.cart_id, timeout: 30, ttl: 120 })
    const orderId = tieOrderStep(input)
    when({ orderId }, (begun) => begun.orderId !== null).then(() => {
      const order = readOrderStep({ order_id: orderId as WorkflowData<string> })
      return settleOrderStep({ order, refuse_shortage: true })
    })
    releaseLockStep({ key: input.cart_id })
    return new WorkflowResponse(orderId)
  }
)

/** Resumes a cart's checkout where one has begun an order; a cart without one costs two small reads. */
export async function resumeCheckout(container: MedusaContainer, cartId: string): Promise<void> {
  if (await findBegunOrder(container, cartId)) {
    await resumeCheckoutWorkflow(container).run({ input: { cart_id: cartId } })
  }
}

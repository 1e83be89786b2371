import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { resumeCheckoutWorkflow } from "../../../workflows"
import {
  addedLine,
  changedLine,
  newCart,
  requireOrderQuantities,
  wholeCart,
} from "./order-quantities"

/**
 * Medusa answers a cart that already has an order with this order, also when its first checkout died
 * before it reserved anything.
 */
async function resumeCheckout(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const cartId = req.params.id
  const { data } = await req.scope.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order_cart",
    fields: ["order_id"],
    filters: { cart_id: cartId },
  })
  const [placed] = data as { order_id: string }[]
  if (placed) {
    await resumeCheckoutWorkflow(req.scope).run({
      input: { cart_id: cartId, order_id: placed.order_id },
    })
  }
  next()
}

/** What is done before Medusa's own routes work on a cart. */
export const cartMiddlewares: MiddlewareRoute[] = [
  { methods: ["POST"], matcher: "/store/carts", middlewares: [requireOrderQuantities(newCart)] },
  {
    methods: ["POST"],
    matcher: "/store/carts/:id/line-items",
    middlewares: [requireOrderQuantities(addedLine)],
  },
  {
    methods: ["POST"],
    matcher: "/store/carts/:id/line-items/:line_id",
    middlewares: [requireOrderQuantities(changedLine)],
  },
  {
    methods: ["POST"],
    matcher: "/store/carts/:id/complete",
    middlewares: [resumeCheckout, requireOrderQuantities(wholeCart)],
  },
]

import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"

import { resumeCheckout } from "../../../workflows"
import {
  addedLine,
  changedLine,
  newCart,
  requireOrderQuantities,
  wholeCart,
} from "./order-quantities"

/** Medusa answers a cart whose order was begun with this order, or an error, also when its first checkout died half-way. */
async function resumeBegunCheckout(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  await resumeCheckout(req.scope, req.params.id)
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
    middlewares: [resumeBegunCheckout, requireOrderQuantities(wholeCart)],
  },
]

import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"

import { attemptSettlement, openReturnLevelsWorkflow } from "../../../workflows"
import { loggedIn } from "../../utils/logged-in"

/** A fulfilment can be taken back as a whole only when the ledger knows which movements it is. */
async function settleFirst(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  await attemptSettlement(req.scope, req.params.id, {
    source: `${req.method} ${req.originalUrl.split("?")[0]}`,
  })
  next()
}

/** Medusa drops, or refuses, what comes back to a place that has not stocked it. */
async function openLevels(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  await openReturnLevelsWorkflow(req.scope).run({ input: { return_id: req.params.id } })
  next()
}

/** What is done before Medusa's own routes work on an order. */
export const orderMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["POST"],
    matcher: "/admin/orders/:id/fulfillments/:fulfillment_id/cancel",
    middlewares: [loggedIn, settleFirst],
  },
  {
    methods: ["POST"],
    matcher: "/admin/returns/:id/receive/confirm",
    middlewares: [loggedIn, openLevels],
  },
]

import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"

import { resolveStockroom } from "../../../modules/inventory"
import { loggedIn } from "../../utils/logged-in"

/** Medusa deletes a location whatever is there, and leaves its levels and reservations behind. */
async function refuseWhileInUse(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  await resolveStockroom(req.scope).requireEmptyLocation(req.params.id)
  next()
}

/** What is done before Medusa's own routes work on stock locations. */
export const stockLocationMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["DELETE"],
    matcher: "/admin/stock-locations/:id",
    middlewares: [loggedIn, refuseWhileInUse],
  },
]

import type { MiddlewareRoute } from "@medusajs/framework/http"

import { validateQuery } from "../../../utils/validate-query"
import { BackInStockQuery, DemandQuery } from "./validators"

/** What the routes take that say who waits for what. */
export const adminBackInStockMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/admin/stockroom/back-in-stock",
    middlewares: [validateQuery(BackInStockQuery)],
  },
  {
    methods: ["GET"],
    matcher: "/admin/stockroom/back-in-stock/demand",
    middlewares: [validateQuery(DemandQuery)],
  },
]

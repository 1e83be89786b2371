import type { MiddlewareRoute } from "@medusajs/framework/http"

import { validateQuery } from "../../../utils/validate-query"
import { ReportQuery, RunsQuery } from "./action-validators"

const at = (path: string) => `/admin/stockroom/low-stock${path}`

/** What the routes take that tell what is done about low stock, and what should be. */
export const lowStockActionMiddlewares: MiddlewareRoute[] = [
  { methods: ["GET"], matcher: at("/runs"), middlewares: [validateQuery(RunsQuery)] },
  { methods: ["GET"], matcher: at("/report"), middlewares: [validateQuery(ReportQuery)] },
]

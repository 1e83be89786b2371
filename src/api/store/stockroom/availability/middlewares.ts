import type { MiddlewareRoute } from "@medusajs/framework/http"

import { validateQuery } from "../../../utils/validate-query"
import { AvailabilityQuery } from "./validators"

/** What `/store/stockroom/availability` takes. */
export const availabilityMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/store/stockroom/availability",
    middlewares: [validateQuery(AvailabilityQuery)],
  },
]

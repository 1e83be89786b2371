import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"

import { validateQuery } from "../../../utils/validate-query"
import {
  EstimateBody,
  EstimatesQuery,
  EstimateUpdateBody,
  ProductAvailabilityBody,
  StoreAvailabilityBody,
  ToldQuery,
} from "./validators"

const at = (path: string) => `/admin/stockroom${path}`

/** What the routes take that say what shoppers are told. */
export const adminAvailabilityMiddlewares: MiddlewareRoute[] = [
  { methods: ["GET"], matcher: at("/estimates"), middlewares: [validateQuery(EstimatesQuery)] },
  {
    methods: ["POST"],
    matcher: at("/estimates"),
    middlewares: [validateAndTransformBody(EstimateBody)],
  },
  {
    methods: ["POST"],
    matcher: at("/estimates/:id"),
    middlewares: [validateAndTransformBody(EstimateUpdateBody)],
  },
  {
    methods: ["POST"],
    matcher: at("/products/:id/availability"),
    middlewares: [validateAndTransformBody(ProductAvailabilityBody)],
  },
  {
    methods: ["GET"],
    matcher: at("/products/:id/availability/told"),
    middlewares: [validateQuery(ToldQuery)],
  },
  {
    methods: ["POST"],
    matcher: at("/availability"),
    middlewares: [validateAndTransformBody(StoreAvailabilityBody)],
  },
]

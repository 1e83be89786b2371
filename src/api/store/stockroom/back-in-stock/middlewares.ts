import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"

import { BackInStockBody, TokenBody } from "./validators"

const at = (path: string) => `/store/stockroom/back-in-stock${path}`

/** What the routes take by which shoppers wait for something. */
export const backInStockMiddlewares: MiddlewareRoute[] = [
  { methods: ["POST"], matcher: at(""), middlewares: [validateAndTransformBody(BackInStockBody)] },
  {
    methods: ["POST"],
    matcher: at("/confirm"),
    middlewares: [validateAndTransformBody(TokenBody)],
  },
  {
    methods: ["POST"],
    matcher: at("/unsubscribe"),
    middlewares: [validateAndTransformBody(TokenBody)],
  },
]

import { container } from "@medusajs/framework"
import { defineMiddlewares } from "@medusajs/framework/http"

import { resolveStockroom } from "../modules/inventory"
import { stockroomMiddlewares } from "./admin/stockroom/middlewares"
import { orderMiddlewares } from "./admin/orders/middlewares"
import { cartMiddlewares } from "./store/carts/middlewares"
import { productMiddlewares } from "./store/products/middlewares"
import { availabilityMiddlewares } from "./store/stockroom/availability/middlewares"
import { backInStockMiddlewares } from "./store/stockroom/back-in-stock/middlewares"
import { stockLocationMiddlewares } from "./admin/stock-locations/middlewares"
import { guardedRoutes } from "./utils/guarded-routes"
import { policyRoutes } from "./utils/policies"
import { rememberWho } from "./utils/who"

// Medusa loads this file at start-up, once its modules are there: the store does not start on
// another Inventory Module than Stockroom's.
resolveStockroom(container)

export default defineMiddlewares({
  routes: [
    { matcher: "/admin/*", middlewares: [rememberWho] },
    { matcher: "/store/*", middlewares: [rememberWho] },
    ...policyRoutes,
    ...guardedRoutes,
    ...cartMiddlewares,
    ...productMiddlewares,
    ...availabilityMiddlewares,
    ...backInStockMiddlewares,
    ...orderMiddlewares,
    ...stockLocationMiddlewares,
    ...stockroomMiddlewares,
  ],
})

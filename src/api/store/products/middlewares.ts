import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"

import { resolveStockroom } from "../../../modules/inventory"

/** What Medusa's routes of products tell of stock to anybody who asks for it, by the parts of the fields' names. */
const STOCK_FIELDS = ["inventory_quantity", "inventory_items", "inventory", "location_levels"]

/** Lets Medusa's routes of products tell no stock, where the option `availability.hide_in_products` says so. */
function hideStock(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): void {
  if (resolveStockroom(req.scope).options.availability.hide_in_products) {
    const request = req as MedusaRequest & { disallowed?: (string | RegExp)[] }
    request.disallowed = [...(request.disallowed ?? []), ...STOCK_FIELDS]
  }
  next()
}

/** What is done before Medusa's own routes tell of products. */
export const productMiddlewares: MiddlewareRoute[] = [
  { methods: ["GET"], matcher: "/store/products*", middlewares: [hideStock] },
  { methods: ["GET"], matcher: "/store/product-variants*", middlewares: [hideStock] },
]

import type { MiddlewareRoute } from "@medusajs/framework/http"

import { loggedIn } from "./logged-in"

type Operation = "read" | "update"

/**
 * What each part of `/admin/stockroom` is about, in the words of Medusa's own routes, and what its `POST` and
 * `DELETE` do to it. A test sees to it that every route belongs to a part.
 */
const PARTS: Record<string, [resource: string, writing?: Operation]> = {
  allocations: ["inventory_level", "read"],
  availability: ["inventory_level"],
  "back-in-stock": ["inventory_level"],
  commitments: ["inventory_level"],
  estimates: ["inventory_level"],
  grants: ["user"],
  history: ["inventory_level"],
  holds: ["inventory_level"],
  imports: ["inventory_level"],
  items: ["inventory_level"],
  locations: ["stock_location"],
  "low-stock": ["inventory_level"],
  movements: ["inventory_level"],
  options: ["inventory_level"],
  orders: ["order"],
  products: ["inventory_level"],
  repair: ["inventory_level"],
  returns: ["return"],
  rights: ["inventory_level"],
  stock: ["inventory_level"],
  "transfer-items": ["inventory_level", "read"],
  transfers: ["inventory_level"],
  variants: ["inventory_level"],
  verify: ["inventory_level"],
}

/**
 * The plain data from which a store whose contract with Medusa has roles lets Medusa enforce them on
 * Stockroom's routes. Without that it says nothing and does nothing; Stockroom's own rights do not use it.
 */
export const policyRoutes: MiddlewareRoute[] = [
  { matcher: "/admin/stockroom/*", middlewares: [loggedIn] },
  ...Object.entries(PARTS).flatMap(([part, [resource, writing = "update"]]) =>
    [`/admin/stockroom/${part}`, `/admin/stockroom/${part}/*`].flatMap(
      (matcher): MiddlewareRoute[] => [
        { methods: ["GET"], matcher, policies: [{ resource, operation: "read" }] },
        { methods: ["POST", "DELETE"], matcher, policies: [{ resource, operation: writing }] },
      ]
    )
  ),
]

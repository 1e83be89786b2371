import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"

import { refuseWithout, type Right, type Rights } from "../../core/grants"
import { toMedusaError } from "../../modules/inventory"
import { loggedIn } from "./logged-in"
import { allowedTo, rightsFor } from "./rights"

type Guarded = MedusaRequest & {
  auth_context: { actor_type: string; actor_id: string }
  stockroomRights?: Rights
}

/** Which locations a request is about, each as `refuseWithout` takes it. */
type About = (req: MedusaRequest) => Place[] | Promise<Place[]>
type Place = Parameters<typeof refuseWithout>[1]

/** The change itself tells where it takes place: the engine checks it under lock. */
const WHERE_IT_CHANGES: About = () => [undefined]
const IN_THE_PATH: About = ({ params }) => [params.id]
const EVERYWHERE: About = () => [null]
/** Work on the catalogue, which needs a right only where stock goes with it: the engine sees to that. */
const ONLY_ITS_STOCK: About = () => []
/** The locations that the sales channel serves, and no longer would. */
const OF_THE_CHANNEL: About = async (req) => {
  const [channel] = await read(req, "sales_channel", ["stock_locations.id"])
  return idsOf((channel?.stock_locations ?? []) as Linked[])
}
/** The location whose parcels or pick-ups the set is. */
const OF_THE_SET: About = async (req) => {
  const [set] = await read(req, "fulfillment_set", ["location.id"])
  return idsOf([(set?.location ?? null) as Linked])
}

/**
 * Every admin route that changes stock or stock locations, with the right that it needs: Stockroom's
 * and Medusa's own. Order work (fulfil, cancel, edit, return, claim, exchange) needs none.
 */
const GUARDED: [methods: ("POST" | "DELETE")[], path: string, right: Right, about: About][] = [
  [["POST"], "/admin/stockroom/stock", "levels", WHERE_IT_CHANGES],
  [["POST"], "/admin/stockroom/movements/:id/undo", "levels", WHERE_IT_CHANGES],
  [["POST"], "/admin/stockroom/imports", "levels", WHERE_IT_CHANGES],
  [["DELETE"], "/admin/stockroom/imports/:id", "levels", WHERE_IT_CHANGES],
  [["POST"], "/admin/stockroom/imports/:id/check", "levels", WHERE_IT_CHANGES],
  [["POST"], "/admin/stockroom/imports/:id/apply", "levels", WHERE_IT_CHANGES],
  [["POST"], "/admin/stockroom/imports/:id/undo", "levels", WHERE_IT_CHANGES],
  [["POST"], "/admin/stockroom/repair", "levels", EVERYWHERE],
  [["POST"], "/admin/stockroom/items/:id/units", "levels", EVERYWHERE],
  [["POST"], "/admin/stockroom/holds/:id/cover", "transfers", WHERE_IT_CHANGES],
  [["POST"], "/admin/stockroom/holds/:id/draft-transfer", "transfers", WHERE_IT_CHANGES],
  [["POST"], "/admin/stockroom/holds/draft-transfer", "transfers", WHERE_IT_CHANGES],
  [["POST"], "/admin/stockroom/transfers", "transfers", WHERE_IT_CHANGES],
  [["POST", "DELETE"], "/admin/stockroom/transfers/:id", "transfers", WHERE_IT_CHANGES],
  [["POST"], "/admin/stockroom/transfers/:id/items/import", "transfers", WHERE_IT_CHANGES],
  [["POST"], "/admin/stockroom/transfers/:id/pending", "transfers", WHERE_IT_CHANGES],
  [["POST"], "/admin/stockroom/transfers/:id/receive", "transfers", WHERE_IT_CHANGES],
  [["POST"], "/admin/stockroom/transfers/:id/cancel", "transfers", WHERE_IT_CHANGES],
  [["POST"], "/admin/stockroom/transfers/:id/close", "transfers", WHERE_IT_CHANGES],
  [["POST"], "/admin/stockroom/transfers/:id/duplicate", "transfers", WHERE_IT_CHANGES],
  // A rule of one location needs the right there, any other everywhere: the engine knows which it is.
  [["POST"], "/admin/stockroom/low-stock/rules", "levels", WHERE_IT_CHANGES],
  [["POST"], "/admin/stockroom/low-stock/rules/batch", "levels", WHERE_IT_CHANGES],
  [["POST"], "/admin/stockroom/low-stock/rules/import", "levels", WHERE_IT_CHANGES],
  [["POST", "DELETE"], "/admin/stockroom/low-stock/rules/:id", "levels", WHERE_IT_CHANGES],
  [["POST"], "/admin/stockroom/low-stock/alerts/batch", "levels", WHERE_IT_CHANGES],
  [["POST"], "/admin/stockroom/low-stock/alerts/:id/acknowledge", "levels", WHERE_IT_CHANGES],
  [["POST"], "/admin/stockroom/low-stock/alerts/:id/resolve", "levels", WHERE_IT_CHANGES],
  [["POST"], "/admin/stockroom/low-stock/alerts/:id/mute", "levels", WHERE_IT_CHANGES],
  [["POST"], "/admin/stockroom/returns/:id/dispositions", "levels", WHERE_IT_CHANGES],
  [["POST"], "/admin/stockroom/low-stock/runs/:id/retry", "levels", WHERE_IT_CHANGES],
  [["POST"], "/admin/stockroom/availability", "levels", EVERYWHERE],
  [["DELETE"], "/admin/stockroom/back-in-stock/:id", "levels", EVERYWHERE],
  [["POST"], "/admin/stockroom/estimates", "levels", EVERYWHERE],
  [["POST", "DELETE"], "/admin/stockroom/estimates/:id", "levels", EVERYWHERE],
  [["POST"], "/admin/stockroom/products/:id/availability", "levels", EVERYWHERE],
  [["POST"], "/admin/stockroom/locations/:id", "locations", IN_THE_PATH],
  [["POST"], "/admin/stockroom/locations/:id/activate", "locations", IN_THE_PATH],
  [["POST"], "/admin/stockroom/locations/:id/deactivate", "locations", IN_THE_PATH],

  [["POST"], "/admin/inventory-items", "levels", WHERE_IT_CHANGES],
  [["POST", "DELETE"], "/admin/inventory-items/:id", "levels", WHERE_IT_CHANGES],
  [["POST"], "/admin/inventory-items/:id/location-levels", "levels", WHERE_IT_CHANGES],
  [["POST"], "/admin/inventory-items/:id/location-levels/batch", "levels", WHERE_IT_CHANGES],
  [
    ["POST", "DELETE"],
    "/admin/inventory-items/:id/location-levels/:location_id",
    "levels",
    WHERE_IT_CHANGES,
  ],
  [["POST"], "/admin/inventory-items/location-levels/batch", "levels", WHERE_IT_CHANGES],
  [["POST"], "/admin/reservations", "levels", WHERE_IT_CHANGES],
  [["POST", "DELETE"], "/admin/reservations/:id", "levels", WHERE_IT_CHANGES],
  [["POST"], "/admin/stock-locations", "locations", EVERYWHERE],
  [["POST", "DELETE"], "/admin/stock-locations/:id", "locations", IN_THE_PATH],
  [["POST"], "/admin/stock-locations/:id/sales-channels", "locations", IN_THE_PATH],
  [["POST"], "/admin/stock-locations/:id/fulfillment-sets", "locations", IN_THE_PATH],
  [["POST"], "/admin/stock-locations/:id/fulfillment-providers", "locations", IN_THE_PATH],
  [["DELETE"], "/admin/sales-channels/:id", "locations", OF_THE_CHANNEL],
  [["DELETE"], "/admin/fulfillment-sets/:id", "locations", OF_THE_SET],

  [["DELETE"], "/admin/products/:id", "levels", ONLY_ITS_STOCK],
  [["POST"], "/admin/products/batch", "levels", ONLY_ITS_STOCK],
  [["DELETE"], "/admin/products/:id/variants/:variant_id", "levels", ONLY_ITS_STOCK],
  [["POST"], "/admin/products/:id/variants/batch", "levels", ONLY_ITS_STOCK],
]

/** `/inventory-items/export` and the like are no items. */
const NO_IDS = new Set(["/admin/inventory-items/export"])

/** Lets through who has the right, and hands it to the engine, which knows what the change touches. */
export const guardedRoutes: MiddlewareRoute[] = GUARDED.map(([methods, matcher, right, about]) => ({
  methods,
  matcher,
  middlewares: [loggedIn, guard(right, about)],
}))

function guard(right: Right, about: About) {
  return async (
    req: MedusaRequest,
    _res: MedusaResponse,
    next: MedusaNextFunction
  ): Promise<void> => {
    const guarded = req as Guarded
    if (NO_IDS.has(req.originalUrl.split("?")[0])) {
      return next()
    }
    const rights = rightsFor(right, await allowedTo(req.scope, guarded.auth_context))
    if (rights) {
      const places = await about(req)
      refusing(() => places.forEach((place) => refuseWithout(rights, place)))
      guarded.stockroomRights = rights
    }
    next()
  }
}

/** Lets through whoever may grant rights to others. */
export async function requireOwner(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const { mayGrant } = await allowedTo(req.scope, (req as Guarded).auth_context)
  if (!mayGrant) {
    throw new MedusaError(
      MedusaError.Types.FORBIDDEN,
      "Only the admins that the option permissions.owners names may grant rights"
    )
  }
  next()
}

type Linked = { id: string } | null

/** What the request's path names, with what is linked to it. */
async function read(req: MedusaRequest, entity: string, fields: string[]) {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity, fields, filters: { id: req.params.id } })
  return data as Record<string, unknown>[]
}

/** A link may still lead to what was deleted. */
function idsOf(linked: Linked[]): string[] {
  return linked.flatMap((one) => (one ? [one.id] : []))
}

function refusing(work: () => void): void {
  try {
    work()
  } catch (error) {
    throw toMedusaError(error)
  }
}

import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { generateEntityId } from "@medusajs/framework/utils"

import type { Rights } from "../../core/grants"
import type { References } from "../../core/movement"
import { type Actor, runAs, type Who } from "../../modules/inventory"
import { flowOf } from "./flow"

type Authenticated = MedusaRequest & {
  auth_context?: { actor_id?: string; actor_type?: string }
  /** Of a request that needs a right, once it has been let through. */
  stockroomRights?: Rights
}

/**
 * Lets every stock change that a request causes, also deep in Medusa's own workflows, carry who
 * asked for it and what the request was about.
 */
export function rememberWho(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): void {
  const correlationId = generateEntityId(undefined, "req")
  const path = req.originalUrl.split("?")[0]
  const fixed = {
    source: `${req.method} ${path}`,
    correlationId,
    references: referencesIn(path),
  }
  // Actor and body are read when stock changes: Medusa fills them in after this middleware.
  runAs(
    (): Who => ({
      ...fixed,
      actor: actorOf(req as Authenticated, path),
      rights: (req as Authenticated).stockroomRights ?? null,
      flow: flowOf({ method: req.method, path, body: req.body }),
    }),
    next
  )
}

/** What a path of Medusa's Admin API names: the order, and the fulfilment or return in it. */
export function referencesIn(path: string): References {
  const find = (noun: string, prefix: string) =>
    path.match(new RegExp(`/${noun}/(${prefix}_[^/]+)`))?.[1] ?? null
  return {
    order_id: find("(?:orders|draft-orders|order-edits)", "order"),
    fulfillment_id: find("fulfillments", "ful"),
    return_id: find("returns", "return"),
  }
}

function actorOf({ auth_context }: Authenticated, path: string): Actor {
  switch (auth_context?.actor_type) {
    case "user":
    case "customer":
    case "api-key":
      return { type: auth_context.actor_type, id: auth_context.actor_id ?? null }
    default:
      // A shopper who is not logged in is still a shopper.
      return { type: path.startsWith("/store") ? "customer" : "system", id: null }
  }
}

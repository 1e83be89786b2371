import { AsyncLocalStorage } from "node:async_hooks"

import type { Rights } from "../../core/grants"
import type { References } from "../../core/movement"

/** Who changed stock. */
export interface Actor {
  type: "user" | "customer" | "api-key" | "system"
  id: string | null
}

/**
 * What Medusa is doing when it calls the module, as far as the request says. Its calls are the same
 * whatever it does: a fulfilment adjusts a level as a stock count does.
 *
 * - `sale` an order takes stock: a cart is completed, a draft converted, an order edited, a claim or
 *   an exchange confirmed. A location that is passed is a suggestion.
 * - `by_hand` a person works on reservations or levels. A location that is passed is meant.
 */
export type Flow =
  | { kind: "sale" }
  | { kind: "by_hand" }
  | { kind: "fulfil"; orderId: string; lines: { id: string; quantity: unknown }[] }
  | { kind: "cancel_fulfilment"; orderId: string; fulfillmentId: string }
  | { kind: "receive_return"; returnId: string }

/** Who changed stock, on whose behalf, and as part of what. Written on every movement. */
export interface Who {
  actor: Actor
  /** What asked for the change, e.g. `POST /admin/inventory-items/…` or `job stockroom-verify`. */
  source: string | null
  /** The same for all movements that one request, event or job run caused. */
  correlationId: string | null
  references: References
  /** Null where nobody knows, as in a job or in a route of the merchant's own. */
  flow?: Flow | null
  /** What whoever asks has been granted, where the store enforces it; null where all is allowed. */
  rights?: Rights | null
}

/** Read late: Medusa fills in a request's authenticated actor after the middleware has run. */
type WhoSource = () => Who

const SYSTEM: Who = {
  actor: { type: "system", id: null },
  source: null,
  correlationId: null,
  references: {},
}

/**
 * Kept on `globalThis`, so that the plugin's middleware and the module share one storage even when
 * a package manager has put two copies of the package on disk.
 */
const STORAGE = Symbol.for("medusa-stockroom.request-context")
type Holder = { [STORAGE]?: AsyncLocalStorage<WhoSource> }
const storage = ((globalThis as Holder)[STORAGE] ??= new AsyncLocalStorage<WhoSource>())

/**
 * Runs `work` so that every stock change in it, however deep, carries what `source` says.
 *
 * @since 0.1.0
 *
 * @example
 * await runAs(() => ({ actor: { type: "system", id: null }, source: "job nightly-count",
 *   correlationId: "run-7", references: {} }), () => stock.setStock(...))
 */
export function runAs<T>(source: WhoSource, work: () => T): T {
  return storage.run(source, work)
}

/** Who is asking now; the system itself when nobody is known. */
export function currentWho(): Who {
  return storage.getStore()?.() ?? SYSTEM
}

/** Whether a shopper asks, logged in or not, who may not know more of stock than the merchant shows. */
export function isShopper({ actor }: Who): boolean {
  return actor.type === "customer"
}

import type { LevelKey } from "./level"
import { levelName } from "./level"
import { type Quantity, ZERO } from "./quantity"
import type { State } from "./state"

/**
 * What a movement was, in the field's words.
 *
 * - `opening` stock found when Stockroom was installed, or when a level was opened
 * - `correction` what Medusa's own module changed while Stockroom was out
 * - `set`, `adjust`, `count`, `move` by hand (`count` sets On Hand)
 * - `commit`, `release` an order line takes stock, or gives it back
 * - `hold`, `unhold` another location keeps what an order's commitment falls short of, or lets it go
 * - `cover` what was held goes to the location that committed it
 * - `fulfil`, `unfulfil` committed stock leaves against an order, or its fulfilment is cancelled
 * - `restock` returned units come in
 * - `reserve`, `unreserve` a reservation without an order line
 * - `restore` a reservation or a level comes back
 * - `incoming` what is expected was corrected
 * - `close` a level was deleted
 * - `relocate` a location was emptied into another
 * - `transfer_out`, `transfer_in` a transfer was sent on its way, and arrived, wholly or in part
 * - `transfer_cancel`, `transfer_close` what had not arrived of a transfer will not any more
 * - `undo` reverses an earlier movement
 * - `repair` brings a drifted level back in line
 *
 * @since 0.1.0
 */
export const MOVEMENT_KINDS = [
  "opening",
  "correction",
  "set",
  "adjust",
  "count",
  "move",
  "commit",
  "release",
  "hold",
  "unhold",
  "cover",
  "fulfil",
  "unfulfil",
  "restock",
  "reserve",
  "unreserve",
  "restore",
  "incoming",
  "close",
  "relocate",
  "transfer_out",
  "transfer_in",
  "transfer_cancel",
  "transfer_close",
  "undo",
  "repair",
] as const

export type MovementKind = (typeof MOVEMENT_KINDS)[number]

/** One signed change of one state of one level. */
export interface Entry extends LevelKey {
  state: State
  quantity: Quantity
}

/** The things that a movement can point at. */
export interface References {
  order_id?: string | null
  line_item_id?: string | null
  fulfillment_id?: string | null
  return_id?: string | null
  transfer_id?: string | null
  reservation_id?: string | null
  import_id?: string | null
}

export const REFERENCE_FIELDS = [
  "order_id",
  "line_item_id",
  "fulfillment_id",
  "return_id",
  "transfer_id",
  "reservation_id",
  "import_id",
] as const satisfies readonly (keyof References)[]

/** A movement as a decision proposes it; posting it adds id, time, actor and balances. */
export interface MovementProposal {
  kind: MovementKind
  entries: Entry[]
  reason?: string | null
  note?: string | null
  references?: References
  reversesId?: string | null
  idempotencyKey?: string | null
  /** A digest of what was asked, so that a key that is used for something else is noticed. */
  requestHash?: string | null
  /** Medusa may take it back in its next call, so that it decides nothing yet. */
  provisional?: boolean
}

/** Adds up entries of the same level and state, and drops what comes to nothing. */
export function consolidate(entries: Entry[]): Entry[] {
  const sums = new Map<string, Entry>()
  for (const entry of entries) {
    const name = `${levelName(entry)}\u0000${entry.state}`
    const sum = sums.get(name)
    sums.set(name, { ...entry, quantity: (sum?.quantity ?? ZERO).plus(entry.quantity) })
  }
  return [...sums.values()].filter(({ quantity }) => !quantity.isZero())
}

/** The entries that take the given ones back. */
export function reverse(entries: Entry[]): Entry[] {
  return entries.map((entry) => ({ ...entry, quantity: entry.quantity.negated() }))
}

/** Two entries that take `quantity` out of one state and put it into another of the same level. */
export function between(key: LevelKey, from: State, to: State, quantity: Quantity): Entry[] {
  const { itemId, locationId } = key
  return [
    { itemId, locationId, state: from, quantity: quantity.negated() },
    { itemId, locationId, state: to, quantity },
  ]
}

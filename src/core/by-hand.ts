import { freeReserved, type Level, type LevelKey, onHand } from "./level"
import { between, type Entry } from "./movement"
import type { Quantity } from "./quantity"
import { Refusal } from "./refusal"
import type { HandState } from "./state"

/**
 * A change that a person asks for. `expected` is compare-and-set: the figure the person saw, of
 * the state, or of On Hand for a count.
 *
 * @since 0.1.0
 */
export type HandChange = LevelKey &
  (
    | { op: "set"; state: HandState; quantity: Quantity; expected?: Quantity }
    | { op: "adjust"; state: HandState; quantity: Quantity; expected?: Quantity }
    | { op: "count"; quantity: Quantity; expected?: Quantity }
    | { op: "move"; from: HandState; to: HandState; quantity: Quantity; expected?: Quantity }
  )

/**
 * What a change by hand does to a level, as ledger entries (none when it changes nothing).
 *
 * @throws Refusal `conflict` when `expected` differs from what the level has
 */
export function proposeByHand(change: HandChange, level: Level): Entry[] {
  const { itemId, locationId } = level
  const compared = comparedFigure(change, level)
  if (change.expected && !change.expected.isEqualTo(compared)) {
    throw Refusal.conflict(
      `Item ${itemId} at location ${locationId} has ${compared.toFixed()} ${comparedName(change)}, not the expected ${change.expected.toFixed()}`,
      {
        inventory_item_id: itemId,
        location_id: locationId,
        current: compared.toFixed(),
        expected: change.expected.toFixed(),
      }
    )
  }
  switch (change.op) {
    case "set":
      return entry(level, change.state, change.quantity.minus(level.balances[change.state]))
    case "adjust":
      return entry(level, change.state, change.quantity)
    case "count":
      return entry(level, "available", change.quantity.minus(onHand(level.balances)))
    case "move":
      return change.quantity.isZero() ? [] : between(level, change.from, change.to, change.quantity)
  }
}

/**
 * What stands against a level's change by hand, in words; empty when nothing does. `reserved` may
 * fall only to what reservations hold, `available` below zero only when the caller allows it.
 */
export function objections(
  before: Level,
  after: Level,
  options: { allowNegative: boolean }
): string[] {
  const problems: string[] = []
  const { available } = after.balances
  if (
    available.isLessThan(0) &&
    available.isLessThan(before.balances.available) &&
    !options.allowNegative
  ) {
    problems.push(
      `available would be ${available.toFixed()} (is ${before.balances.available.toFixed()})`
    )
  }
  const free = freeReserved(after)
  if (free.isLessThan(0)) {
    problems.push(
      `reserved would be ${after.balances.reserved.toFixed()}, but ${holders(after)} of it`
    )
  }
  for (const state of ["damaged", "safety", "quality_control"] as const) {
    if (after.balances[state].isLessThan(0)) {
      problems.push(
        `${state} would be ${after.balances[state].toFixed()} (is ${before.balances[state].toFixed()})`
      )
    }
  }
  return problems
}

/** What holds the part of `reserved` that is not free. */
function holders({ reservedByReservations, heldForOrders }: Level): string {
  const orders = `orders' shortfalls hold ${heldForOrders.toFixed()}`
  const reservations = `reservations hold ${reservedByReservations.toFixed()}`
  return heldForOrders.isZero()
    ? reservations
    : reservedByReservations.isZero()
      ? orders
      : `${reservations} and ${orders}`
}

/** The figure of a level that `expected` of a change is about. */
export function comparedFigure(change: HandChange, level: Level): Quantity {
  switch (change.op) {
    case "count":
      return onHand(level.balances)
    case "move":
      return level.balances[change.from]
    default:
      return level.balances[change.state]
  }
}

function comparedName(change: HandChange): string {
  switch (change.op) {
    case "count":
      return "on hand"
    case "move":
      return change.from
    default:
      return change.state
  }
}

function entry(key: LevelKey, state: HandState, quantity: Quantity): Entry[] {
  const { itemId, locationId } = key
  return quantity.isZero() ? [] : [{ itemId, locationId, state, quantity }]
}

import { isBelowZero, type Quantity, sum, ZERO } from "./quantity"
import { mustNotBeNegative, type State, STATES, UNAVAILABLE_STATES } from "./state"

/** What names a level: one inventory item at one location. */
export interface LevelKey {
  itemId: string
  locationId: string
}

export type Balances = Readonly<Record<State, Quantity>>

/** One inventory item at one location, as the ledger has it. Immutable. */
export interface Level extends LevelKey {
  /** Medusa's `inventory_level.id`; null while the level is closed (deleted). */
  readonly levelId: string | null
  readonly balances: Balances
  /** The part of `reserved` that Medusa reservations without a line item hold. */
  readonly reservedByReservations: Quantity
  /** The part of `reserved` that is held for orders whose commitment elsewhere falls short. */
  readonly heldForOrders: Quantity
  /** The number of ledger rows the level has. */
  readonly sequence: number
  /** Whether the location is sold from. */
  readonly active: boolean
}

export const EMPTY_BALANCES: Balances = Object.freeze(
  Object.fromEntries(STATES.map((state) => [state, ZERO])) as Record<State, Quantity>
)

/** A string that names a level; good as a map key and as the order in which levels are locked. */
export function levelName({ itemId, locationId }: LevelKey): string {
  return `${itemId}\u0000${locationId}`
}

const GUARDED_STATES = STATES.filter(mustNotBeNegative)

export function emptyLevel(key: LevelKey): Level {
  return {
    itemId: key.itemId,
    locationId: key.locationId,
    levelId: null,
    balances: EMPTY_BALANCES,
    reservedByReservations: ZERO,
    heldForOrders: ZERO,
    sequence: 0,
    active: true,
  }
}

/** reserved + damaged + safety + quality_control */
export function unavailable(balances: Balances): Quantity {
  return UNAVAILABLE_STATES.reduce((total, state) => sum(total, balances[state]), ZERO)
}

/** available + committed + unavailable: what a person counts on the shelf */
export function onHand(balances: Balances): Quantity {
  return sum(sum(balances.available, balances.committed), unavailable(balances))
}

/** By how much the state changes that changes most. */
export function largestChange(before: Balances, after: Balances): Quantity {
  return STATES.map((state) => after[state].minus(before[state]).abs()).reduce((most, change) =>
    most.isLessThan(change) ? change : most
  )
}

/** What Medusa's own columns say of the same stock. */
export function medusaColumns(balances: Balances): {
  stocked: Quantity
  reserved: Quantity
  incoming: Quantity
} {
  return {
    stocked: onHand(balances),
    reserved: sum(balances.committed, unavailable(balances)),
    incoming: balances.incoming,
  }
}

/** Whether nothing is there, nor expected, nor promised; what has left does not count. */
export function isEmpty({ balances }: Level): boolean {
  return STATES.every((state) => state === "fulfilled" || balances[state].isZero())
}

/** The part of `reserved` that people may change by hand. */
export function freeReserved(level: Level): Quantity {
  const { balances, reservedByReservations, heldForOrders } = level
  return balances.reserved.minus(reservedByReservations).minus(heldForOrders)
}

/** The states that a change would leave below zero although they must not be. */
export function overdrawn(level: Level): State[] {
  return GUARDED_STATES.filter((state) =>
    isBelowZero(state === "reserved" ? freeReserved(level) : level.balances[state])
  )
}

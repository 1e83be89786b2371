import fc from "fast-check"
import { EMPTY_BALANCES, type Level } from "../../src/core/level"
import { exact, type Quantity } from "../../src/core/quantity"
import type { State } from "../../src/core/state"

export const BERLIN = { itemId: "TEA", locationId: "Berlin" }
export const LYON = { itemId: "TEA", locationId: "Lyon" }

/** A level with the given states, e.g. `level(BERLIN, { available: 5.5 })`. */
export function level(
  key: { itemId: string; locationId: string },
  states: Partial<Record<State, number | string>> = {},
  reservedByReservations: number | string = 0
): Level {
  const balances = Object.fromEntries(
    Object.entries(states).map(([state, quantity]) => [state, exact(quantity)])
  )
  return {
    ...key,
    levelId: `ilev_${key.locationId}`,
    balances: { ...EMPTY_BALANCES, ...balances },
    reservedByReservations: exact(reservedByReservations),
    sequence: 3,
    active: true,
  }
}

/** A decimal with up to three places. */
export function decimal(min: number, max: number): fc.Arbitrary<Quantity> {
  return fc
    .integer({ min: min * 1000, max: max * 1000 })
    .map((thousandths) => exact(thousandths).dividedBy(1000))
}

import fc from "fast-check"

import { type Balances, EMPTY_BALANCES, type Level, type LevelKey } from "../../src/core/level"
import type { Entry } from "../../src/core/movement"
import { exact, type Quantity } from "../../src/core/quantity"
import { HAND_STATES, type State, STATES } from "../../src/core/state"

type Figures = Partial<Record<State, string | number>>

/** `available 5, damaged 0.5` for figures and balances alike; states with nothing in them left out. */
export function told(figures: Partial<Record<State, Quantity | string | number>>): string {
  return STATES.filter((state) => figures[state] !== undefined)
    .map((state) => [state, exact(figures[state] as string).toFixed()] as const)
    .filter(([, quantity]) => quantity !== "0")
    .map((pair) => pair.join(" "))
    .join(", ")
}

/** Entries of one level as they are told above. */
export function toldEntries(entries: Entry[]): string {
  return entries.map(({ state, quantity }) => `${state} ${quantity.toFixed()}`).join(", ")
}

/** BOLT at Berlin, open, with the given figures. */
export function levelOf(figures: Figures, more: Partial<Level> = {}): Level {
  const given = Object.entries(figures).map(([state, figure]) => [state, exact(figure)])
  return {
    ...{ itemId: "BOLT", locationId: "Berlin", levelId: "level-1", sequence: 1, active: true },
    reservedByReservations: exact(0),
    heldForOrders: exact(0),
    balances: { ...EMPTY_BALANCES, ...(Object.fromEntries(given) as Partial<Balances>) },
    ...more,
  }
}

export function entriesOf(figures: Figures, key: LevelKey = levelOf({})): Entry[] {
  const { itemId, locationId } = key
  return Object.entries(figures).map(([state, figure]) => ({
    ...{ itemId, locationId, state: state as State, quantity: exact(figure) },
  }))
}

/** What a level holds once entries have been made. */
export function after(level: Level, entries: Entry[]): Level {
  const balances = { ...level.balances }
  entries.forEach(({ state, quantity }) => {
    balances[state] = balances[state].plus(quantity)
  })
  return { ...level, balances }
}

/** Decimals with up to twenty places, often whole, often small, sometimes below zero. */
export const decimals = fc
  .tuple(
    fc.oneof(
      fc.bigInt({ min: -1_000n, max: 1_000n }),
      fc.bigInt({ min: 1n - 10n ** 30n, max: 10n ** 30n - 1n })
    ),
    fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 20 }))
  )
  .map(([digits, places]) => exact(digits.toString()).shiftedBy(-places))

export const amounts = decimals.map((decimal) => decimal.abs())

/** Any level that the rules allow. */
export const levels: fc.Arbitrary<Level> = fc
  .record({
    ...Object.fromEntries(STATES.map((state) => [state, amounts])),
    ...{ available: decimals, incoming: decimals, held: amounts, free: amounts },
  })
  .map(({ held, free, ...balances }) =>
    levelOf(
      {},
      {
        balances: { ...(balances as Record<State, Quantity>), reserved: held.plus(free) },
        reservedByReservations: held,
      }
    )
  )

export const handStates = fc.constantFrom(...HAND_STATES)

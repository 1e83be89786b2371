import type { Arrival, ItemInChannel } from "../../../src/core/availability"
import { atLeastZero, exact, total } from "../../../src/core/quantity"

export const TODAY = "2026-11-28"

interface Given {
  threshold?: string
  /** What of it may be sold; all of it where it is left out. */
  sellable?: string
  owed?: string
  arrivals?: Arrival[]
}

/** An item in the channel "Shop", by what is available at each location. */
export function item(available: Record<string, string>, given: Given = {}): ItemInChannel {
  const units = Object.values(available).map((one) => atLeastZero(exact(one)))
  return {
    together: total(units),
    sellable: given.sellable === undefined ? total(units) : exact(given.sellable),
    available: new Map(Object.entries(available).map(([place, units]) => [place, exact(units)])),
    threshold: given.threshold === undefined ? null : exact(given.threshold),
    owed: exact(given.owed ?? "0"),
    arrivals: given.arrivals ?? [],
  }
}

/** Units that a transfer brings. */
export function arrival(expected: string, quantity: string, leadTimeDays = 0): Arrival {
  return { expected, quantity: exact(quantity), leadTimeDays }
}

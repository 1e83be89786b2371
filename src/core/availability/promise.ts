import { atLeastZero, least, type Quantity, total, wholeTimes, ZERO } from "../quantity"

/** Units of an item that a transfer brings, less those that are meant for an order. */
export interface Arrival {
  /** When the transfer is expected, as a day: 2026-12-01. */
  expected: string
  /** Days from there until they can be sent on. */
  leadTimeDays: number
  quantity: Quantity
}

/** One of the items that a variant is made of, as far as a later date goes. */
export interface PromisedItem {
  /** How many units of it one variant takes; above zero. */
  required: Quantity
  /** What can be sold today. */
  sellable: Quantity
  /** What orders wait for already, or has to stay: arrivals go there first. */
  owed: Quantity
  arrivals: readonly Arrival[]
}

/** From when on a variant can be had again, and how many of it. */
export interface Promised {
  date: string
  quantity: Quantity
}

/**
 * The first day on which at least one of a variant, and what may be ordered at least, can be had by what is on its way. What is owed to
 * earlier orders is taken from the earliest arrivals. A transfer that should have arrived before today
 * promises nothing.
 *
 * @param today - as a day: 2026-11-28
 * @returns null where nothing that is on its way is enough
 */
export function promiseOf(
  items: readonly PromisedItem[],
  today: string,
  smallestOrder: Quantity = ZERO
): Promised | null {
  const dated = items.map((item) => ({
    ...item,
    arrivals: item.arrivals
      .filter(({ expected }) => expected >= today)
      .map(({ expected, leadTimeDays, quantity }) => ({
        date: daysAfter(expected, leadTimeDays),
        quantity,
      })),
  }))
  const dates = new Set(dated.flatMap(({ arrivals }) => arrivals.map(({ date }) => date)))
  for (const date of [...dates].sort()) {
    const quantity = dated
      .map(({ required, sellable, owed, arrivals }) => {
        const arrived = arrivals.filter((one) => one.date <= date).map((one) => one.quantity)
        const left = atLeastZero(sellable.plus(total(arrived)).minus(owed))
        return wholeTimes(left, required)
      })
      .reduce(least)
    if (quantity.isGreaterThan(ZERO) && quantity.isGreaterThanOrEqualTo(smallestOrder)) {
      return { date, quantity }
    }
  }
  return null
}

/** The day so many days later. */
export function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

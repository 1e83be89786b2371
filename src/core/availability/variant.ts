import { makeableAlone } from "../makeable"
import { least, type Quantity, wholeTimes, ZERO } from "../quantity"
import { type Arrival, promiseOf, type Promised } from "./promise"
import { type AvailabilityStatus, statusOf } from "./status"

/** An item in one channel: only active locations that serve it count. In base units. */
export interface ItemInChannel {
  /** What its locations have together; a level below zero counts as nothing. */
  together: Quantity
  /** What of it may be sold: all of it, unless a rule stops selling at its threshold. */
  sellable: Quantity
  /** What may be sold by location, where that is asked for; a location without a level is not in it. */
  available: ReadonlyMap<string, Quantity>
  /** At or below it the item is low; null where nothing watches it. */
  threshold: Quantity | null
  /** What orders wait for that nothing is kept for. */
  owed: Quantity
  arrivals: readonly Arrival[]
}

/** A variant as it is sold. */
export interface VariantInChannel {
  /** Whether its stock is counted. */
  managed: boolean
  backorder: boolean
  items: readonly { required: Quantity; item: ItemInChannel }[]
  /** The least that may be ordered; null where any quantity will do. */
  smallestOrder?: Quantity | null
}

/** What can be had of a variant. */
export interface VariantAvailability {
  status: AvailabilityStatus
  /** What an order could have; null where stock is not counted. */
  quantity: Quantity | null
  /** What each location could ship alone. */
  byLocation: ReadonlyMap<string, { status: AvailabilityStatus; quantity: Quantity }>
  /** From when on it can be had, where it cannot be had now. */
  promised: Promised | null
}

/**
 * What can be had of a variant in a channel: as many as its scarcest item allows, of what its locations
 * have together. A level below zero counts as nothing, so that what one location lacks is not taken
 * from the others, which keep it already. Where there is less than may be ordered, nothing can be had.
 *
 * @param today - as a day: 2026-11-28
 */
export function availabilityOf(
  { managed, backorder, items, smallestOrder = null }: VariantInChannel,
  today: string
): VariantAvailability {
  if (!managed) {
    const status = statusOf({ managed, backorder, quantity: ZERO, low: false })
    return { status, quantity: null, byLocation: new Map(), promised: null }
  }
  const low = items.some(
    ({ item: { threshold, together } }) =>
      threshold !== null && together.isLessThanOrEqualTo(threshold)
  )
  const units = items.map(({ required, item }) => wholeTimes(item.sellable, required))
  const orderable = (made: Quantity) =>
    smallestOrder && made.isLessThan(smallestOrder) ? ZERO : made
  const quantity = units.length ? orderable(units.reduce(least)) : ZERO
  const alone = makeableAlone(
    items.map(({ required, item }) => ({ required, available: item.available }))
  )
  const byLocation = new Map(
    [...alone].map(([location, made]) => {
      const here = orderable(made)
      const status = statusOf({ managed, low, quantity: here, backorder: false })
      return [location, { status, quantity: here }]
    })
  )
  const waiting = items.map(({ required, item }) => ({
    ...{ required, sellable: item.sellable, owed: item.owed, arrivals: item.arrivals },
  }))
  return {
    status: statusOf({ managed, backorder, quantity, low }),
    ...{ quantity, byLocation },
    promised:
      quantity.isGreaterThan(0) || !waiting.length
        ? null
        : promiseOf(waiting, today, smallestOrder ?? ZERO),
  }
}

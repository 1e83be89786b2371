import { makeable } from "../makeable"
import { atLeastZero, type Quantity, total, ZERO } from "../quantity"
import { type Arrival, promiseOf, type Promised } from "./promise"
import { type AvailabilityStatus, statusOf } from "./status"

/** An item in one channel: only active locations that serve it count. In base units. */
export interface ItemInChannel {
  /** By location; a location without a level is not in it. */
  available: ReadonlyMap<string, Quantity>
  /** At or below it the item is low; null where nothing watches it. */
  threshold: Quantity | null
  /** Whether what the threshold names is not sold. */
  stopSelling: boolean
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
}

/** What can be had of a variant. */
export interface VariantAvailability {
  status: AvailabilityStatus
  /** What an order could have; null where stock is not counted. */
  quantity: Quantity | null
  /** What each location could ship alone, never more than an order could have. */
  byLocation: ReadonlyMap<string, { status: AvailabilityStatus; quantity: Quantity }>
  /** From when on it can be had, where it cannot be had now. */
  promised: Promised | null
}

/**
 * What can be had of a variant in a channel: as many as its scarcest item allows, of what its locations
 * have together. A level below zero counts as nothing, so that what one location lacks is not taken
 * from the others, which keep it already.
 *
 * @param today - as a day: 2026-11-28
 */
export function availabilityOf(
  { managed, backorder, items }: VariantInChannel,
  today: string
): VariantAvailability {
  if (!managed) {
    const status = statusOf({ managed, backorder, quantity: ZERO, low: false })
    return { status, quantity: null, byLocation: new Map(), promised: null }
  }
  const stock = items.map(({ required, item }) => {
    const together = total([...item.available.values()].map(atLeastZero))
    return {
      ...{ required, item, together },
      keptBack: item.stopSelling && item.threshold ? item.threshold : ZERO,
      low: item.threshold !== null && together.isLessThanOrEqualTo(item.threshold),
    }
  })
  const made = makeable(
    stock.map(({ required, item, keptBack }) => ({
      ...{ required, keptBack },
      available: item.available,
    }))
  )
  const quantity = made.together
  const low = stock.some((one) => one.low)
  const byLocation = new Map(
    [...made.byLocation].map(([location, alone]) => {
      const here = alone.isLessThan(quantity) ? alone : quantity
      const status = statusOf({ managed, low, quantity: here, backorder: false })
      return [location, { status, quantity: here }]
    })
  )
  const owed = stock.map(({ required, item, together, keptBack }) => ({
    ...{ required, sellable: together, arrivals: item.arrivals },
    owed: item.owed.plus(keptBack),
  }))
  return {
    status: statusOf({ managed, backorder, quantity, low }),
    ...{ quantity, byLocation },
    promised: quantity.isGreaterThan(0) || !owed.length ? null : promiseOf(owed, today),
  }
}

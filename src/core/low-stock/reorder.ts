import { type Quantity, ZERO } from "../quantity"
import { inSteps } from "../units"

/** What is known of a pool that is watched. Quantities in base units. */
export interface ReorderFacts {
  available: Quantity
  /** On its way, so that it need not be ordered again. */
  incoming: Quantity
  threshold: Quantity
  /** Up to how much is ordered; null: what is sold in `coverDays`, above the threshold. */
  reorderTo: Quantity | null
  /** Sold in the last `days`, less what was cancelled. */
  sold: Quantity
  days: number
  /** How long new stock takes to arrive. */
  leadTimeDays: number
  /** For how many days what is ordered shall last, where no quantity is named. */
  coverDays: number
  /** The steps in which the item is counted; null where any quantity is. */
  increment: Quantity | null
}

/** How urgent it is: low now, low before new stock could arrive, or neither. */
export const REORDER_STATUSES = ["low", "soon", "ok"] as const
export type ReorderStatus = (typeof REORDER_STATUSES)[number]

/** How much to order, and every figure that it comes from. */
export interface Reorder {
  status: ReorderStatus
  /** `sold / days`, to four digits. */
  perDay: Quantity
  /** `available / per day`, to one digit, rounded down; null while nothing is sold. */
  daysOfCover: Quantity | null
  /** What is sold until new stock arrives: `sold × lead time / days`. */
  demand: Quantity
  /** What there shall be when it has arrived. */
  target: Quantity
  /** `target − (available + incoming − demand)`, never below zero; nothing while it is neither low nor soon. */
  order: Quantity
}

/**
 * How long the stock of a pool lasts, and how much of it to order. What is sold is rounded up to the steps
 * of the item's base unit, or, without one, to as many decimals as the other quantities have: nobody
 * orders a third of a bottle.
 */
export function reorder(facts: ReorderFacts): Reorder {
  const { available, incoming, threshold, reorderTo, leadTimeDays, coverDays, increment } = facts
  const sold = facts.sold.isGreaterThan(0) ? facts.sold : ZERO
  const decimals = Math.max(
    ...[available, incoming, threshold, reorderTo ?? ZERO, sold].map(
      (quantity) => quantity.decimalPlaces() ?? 0
    )
  )
  const roundedUp = (quantity: Quantity) =>
    increment ? inSteps(quantity, { increment }, "up") : quantity.decimalPlaces(decimals, UP)
  const soldIn = (days: number) => roundedUp(sold.times(days).dividedBy(facts.days))
  const demand = soldIn(leadTimeDays)
  const status = statusOf(facts, sold)
  const target = reorderTo ?? threshold.plus(soldIn(coverDays))
  const missing = target.minus(available).minus(incoming).plus(demand)
  return {
    status,
    perDay: sold.dividedBy(facts.days).decimalPlaces(4, HALF_UP),
    daysOfCover: sold.isZero()
      ? null
      : atLeastZero(available).times(facts.days).dividedBy(sold).decimalPlaces(1, DOWN),
    demand,
    target,
    order: status === "ok" ? ZERO : roundedUp(atLeastZero(missing)),
  }
}

/** Compared exactly, without rounding: the database sorts and filters by the same rule. */
function statusOf(
  { available, threshold, leadTimeDays, days }: ReorderFacts,
  sold: Quantity
): ReorderStatus {
  if (available.isLessThanOrEqualTo(threshold)) {
    return "low"
  }
  const spare = available.minus(threshold).times(days)
  return spare.isLessThanOrEqualTo(sold.times(leadTimeDays)) ? "soon" : "ok"
}

function atLeastZero(quantity: Quantity): Quantity {
  return quantity.isGreaterThan(0) ? quantity : ZERO
}

/** Rounding modes of bignumber.js. */
const UP = 0
const DOWN = 1
const HALF_UP = 4

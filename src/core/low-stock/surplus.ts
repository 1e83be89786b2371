import { least, type Quantity, ZERO } from "../quantity"
import { inSteps } from "../units"

/** A location that could give some of an item. */
export interface Source {
  locationId: string
  /** What it has above its own threshold, or above zero where nothing watches it. */
  surplus: Quantity
}

/** The location that can spare the most; of equals the first. Undefined where none can spare any. */
export function chooseOrigin(sources: readonly Source[]): Source | undefined {
  return sources
    .filter(({ surplus }) => surplus.isGreaterThan(0))
    .reduce<Source | undefined>(
      (best, one) => (best && best.surplus.isGreaterThanOrEqualTo(one.surplus) ? best : one),
      undefined
    )
}

/**
 * How much is moved to where stock has run low: what is asked for, else what is missing up to the quantity
 * that the rule orders up to, or to twice its threshold, less what is on its way. Never more than the
 * origin can spare.
 */
export function quantityToMove(facts: {
  asked: Quantity | null
  threshold: Quantity
  /** At the destination. */
  available: Quantity
  incoming: Quantity
  reorderTo: Quantity | null
  surplus: Quantity
  /** The steps in which it is moved; null where any quantity is. */
  increment: Quantity | null
}): Quantity {
  const { increment, asked, threshold, available, incoming, reorderTo, surplus } = facts
  const twice = threshold.isZero() ? threshold.plus(1) : threshold.times(2)
  const wanted = asked ?? (reorderTo ?? twice).minus(available).minus(incoming)
  const steps = (quantity: Quantity, direction: "up" | "down") =>
    increment && quantity.isGreaterThan(0) ? inSteps(quantity, { increment }, direction) : quantity
  // Rather a step too much than stay low, but no more than there is to spare.
  const most = least(steps(wanted, "up"), steps(surplus, "down"))
  return most.isGreaterThan(0) ? most : ZERO
}

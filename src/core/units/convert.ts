import type { Quantity } from "../quantity"
import type { Unit } from "./unit"

/**
 * A quantity in base units as people read it in another unit: so many of the unit, and what is left over
 * in base units. Both have the quantity's sign.
 *
 * @since 0.1.0
 */
export interface Split {
  readonly count: Quantity
  readonly rest: Quantity
}

/**
 * A quantity of a unit, in base units. It is one multiplication of decimals, so that nothing is rounded.
 *
 * @example
 * toBase(exact("2.5"), { factor: exact(12) }).toFixed() // "30"
 */
export function toBase(quantity: Quantity, { factor }: Pick<Unit, "factor">): Quantity {
  return quantity.multipliedBy(factor)
}

/**
 * A quantity in base units, in a unit. Thirty pieces are 2.5 cases of twelve only if half cases are
 * a step of that unit; where they are not, they are 2 cases and 6 pieces. A quotient could not say
 * that: 7 / 12 has no end. So `count × factor + rest` is always the quantity, to the last digit.
 *
 * @example
 * fromBase(exact(30), { factor: exact(12), increment: exact(1) }) // count 2, rest 6
 */
export function fromBase(
  quantity: Quantity,
  { factor, increment }: Pick<Unit, "factor" | "increment">
): Split {
  const step = factor.multipliedBy(increment)
  const count = quantity.dividedToIntegerBy(step).multipliedBy(increment)
  return { count, rest: quantity.minus(toBase(count, { factor })) }
}

/**
 * The greatest quantity of whole steps that is not above a quantity, or the least that is not below it.
 *
 * @param quantity - not below zero
 *
 * @example
 * inSteps(exact("2.1"), { increment: exact("0.5") }, "up").toFixed() // "2.5"
 */
export function inSteps(
  quantity: Quantity,
  { increment }: Pick<Unit, "increment">,
  direction: "up" | "down"
): Quantity {
  const below = quantity.minus(quantity.modulo(increment))
  return direction === "down" || below.isEqualTo(quantity) ? below : below.plus(increment)
}

import BigNumber from "bignumber.js"

import { Refusal } from "./refusal"

/**
 * An exact decimal number of base units of an inventory item. Addition, subtraction and
 * multiplication never round, so 0.1 × 3 is 0.3 and releases to exactly 0.
 *
 * @since 0.1.0
 */
export type Quantity = BigNumber

/**
 * What a caller may give for a quantity: a number, a decimal string, or Medusa's own big numbers
 * (`{ value: "1.5" }`, or an object whose `raw` is one).
 *
 * @since 0.1.0
 */
export type QuantityInput =
  number | string | Quantity | { value: string | number } | { raw?: { value: string | number } }

const Exact = BigNumber.clone({ DECIMAL_PLACES: 40, EXPONENTIAL_AT: 1e9 })

/** Digits before and after the point that a quantity may have; more is a mistake, not stock. */
const MAX_INTEGER_DIGITS = 30
const MAX_DECIMALS = 20

const PLAIN_DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,2})?$/i

export const ZERO: Quantity = new Exact(0)
const ONE: Quantity = new Exact(1)

/** Reads a decimal that is known to be one: a figure from the database or from this code. */
export function exact(value: string | number | BigNumber): Quantity {
  return value === "0" ? ZERO : new Exact(value)
}

export function isBelowZero(quantity: Quantity): boolean {
  return quantity.isNegative() && !quantity.isZero()
}

/** `a + b`; most of a level's states are zero, and then nothing has to be made. */
export function sum(a: Quantity, b: Quantity): Quantity {
  return b.isZero() ? a : a.isZero() ? b : a.plus(b)
}

/**
 * Reads a caller's quantity.
 *
 * @param field - how the refusal names the value, e.g. `quantity` or `changes[3].quantity`
 * @throws Refusal `invalid_data` when the value is not a finite decimal of sensible length
 *
 * @example
 * parseQuantity("0.25", "quantity").plus(parseQuantity(0.5, "quantity")).toFixed() // "0.75"
 */
export function parseQuantity(value: unknown, field: string): Quantity {
  const plain = unwrap(value)
  const readable =
    (typeof plain === "number" && Number.isFinite(plain)) ||
    (typeof plain === "string" && PLAIN_DECIMAL.test(plain.trim())) ||
    (BigNumber.isBigNumber(plain) && plain.isFinite())
  if (!readable) {
    throw Refusal.invalid(field, `must be a decimal number, not ${describe(value)}`)
  }
  const quantity = new Exact(typeof plain === "string" ? plain.trim() : (plain as number))
  if ((quantity.decimalPlaces() ?? 0) > MAX_DECIMALS || (quantity.e ?? 0) >= MAX_INTEGER_DIGITS) {
    throw Refusal.invalid(
      field,
      `has too many digits: at most ${MAX_INTEGER_DIGITS} before and ${MAX_DECIMALS} after the point`
    )
  }
  return quantity
}

/** As {@link parseQuantity}, but refuses what is below zero. */
export function parseNonNegative(value: unknown, field: string): Quantity {
  const quantity = parseQuantity(value, field)
  if (quantity.isNegative() && !quantity.isZero()) {
    throw Refusal.invalid(field, `must not be negative, but is ${quantity.toFixed()}`)
  }
  return quantity
}

/** The smaller of two quantities. */
export function least(a: Quantity, b: Quantity): Quantity {
  return a.isLessThan(b) ? a : b
}

/** A quantity, or nothing where it is below zero. */
export function atLeastZero(quantity: Quantity): Quantity {
  return quantity.isLessThan(0) ? ZERO : quantity
}

/** How many whole times a part, above zero, goes into a quantity. Most parts are one of a whole number of them. */
export function wholeTimes(quantity: Quantity, part: Quantity): Quantity {
  return part.isEqualTo(ONE) && quantity.isInteger() ? quantity : quantity.dividedToIntegerBy(part)
}

/** The sum of quantities; zero of none. */
export function total(quantities: Quantity[]): Quantity {
  return quantities.reduce(sum, ZERO)
}

function unwrap(value: unknown): unknown {
  if (typeof value === "object" && value !== null && !BigNumber.isBigNumber(value)) {
    const { raw, value: inner } = value as { raw?: { value?: unknown }; value?: unknown }
    return raw?.value ?? inner ?? value
  }
  return value
}

function describe(value: unknown): string {
  return typeof value === "string" ? `"${value.slice(0, 40)}"` : String(value)
}

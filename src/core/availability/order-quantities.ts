import { parseQuantity, type Quantity, type QuantityInput } from "../quantity"
import { Refusal } from "../refusal"

/** How many of a variant a cart may have, in units of the variant. */
export interface OrderQuantities {
  minimum: Quantity | null
  maximum: Quantity | null
  /** Only multiples of it. */
  multiple: Quantity | null
  /** Only one of these, ascending. */
  allowed: readonly Quantity[] | null
}

export type OrderQuantityRule = keyof OrderQuantities

/** The rules of order quantities as they are entered; null takes one away. */
export interface OrderQuantitiesInput {
  minimum?: QuantityInput | null
  maximum?: QuantityInput | null
  multiple?: QuantityInput | null
  allowed?: QuantityInput[] | null
}

/** The first rule that a quantity does not keep; null where it keeps all of them. */
export function brokenRule(
  quantity: Quantity,
  { minimum, maximum, multiple, allowed }: OrderQuantities
): OrderQuantityRule | null {
  if (minimum && quantity.isLessThan(minimum)) {
    return "minimum"
  }
  if (maximum && quantity.isGreaterThan(maximum)) {
    return "maximum"
  }
  if (multiple && !quantity.modulo(multiple).isZero()) {
    return "multiple"
  }
  return allowed && !allowed.some((one) => one.isEqualTo(quantity)) ? "allowed" : null
}

/** What a rule asks for, in words. */
export function ruleInWords(rule: OrderQuantityRule, rules: OrderQuantities): string {
  const limit = (quantity: Quantity | null) => quantity?.toFixed() ?? ""
  switch (rule) {
    case "minimum":
      return `at least ${limit(rules.minimum)}`
    case "maximum":
      return `at most ${limit(rules.maximum)}`
    case "multiple":
      return `a multiple of ${limit(rules.multiple)}`
    case "allowed":
      return `one of ${(rules.allowed ?? []).map(limit).join(", ")}`
  }
}

/**
 * Reads the rules of a product; null where there are none.
 *
 * @param at - goes before a field's name in a refusal, e.g. `order_quantities.`
 * @throws Refusal `invalid_data` for rules that no quantity keeps
 */
export function readOrderQuantities(
  input: OrderQuantitiesInput,
  at: string
): OrderQuantities | null {
  const rules = {
    minimum: positive(input.minimum, `${at}minimum`),
    maximum: positive(input.maximum, `${at}maximum`),
    multiple: positive(input.multiple, `${at}multiple`),
    allowed: readAllowed(input.allowed, `${at}allowed`),
  }
  const { minimum, maximum, multiple, allowed } = rules
  if (minimum && maximum?.isLessThan(minimum)) {
    throw Refusal.invalid(`${at}maximum`, `must not be below the minimum, ${minimum.toFixed()}`)
  }
  if (allowed && allowed.every((one) => brokenRule(one, rules))) {
    throw Refusal.invalid(`${at}allowed`, "must have a quantity that the other rules allow")
  }
  if (maximum && smallestMultiple(multiple, minimum)?.isGreaterThan(maximum)) {
    throw Refusal.invalid(`${at}multiple`, "must have a multiple that minimum and maximum allow")
  }
  return minimum || maximum || multiple || allowed ? rules : null
}

/** The smallest quantity that rules allow; null where any will do. */
export function smallestOrder(rules: OrderQuantities): Quantity | null {
  const allowed = rules.allowed?.find((one) => !brokenRule(one, rules))
  return allowed ?? smallestMultiple(rules.multiple, rules.minimum)
}

function smallestMultiple(multiple: Quantity | null, minimum: Quantity | null): Quantity | null {
  if (!multiple || !minimum || minimum.isLessThanOrEqualTo(multiple)) {
    return multiple ?? minimum
  }
  const times = minimum.dividedToIntegerBy(multiple)
  const below = times.times(multiple)
  return below.isLessThan(minimum) ? below.plus(multiple) : below
}

function readAllowed(input: QuantityInput[] | null | undefined, field: string) {
  if (input == null) {
    return null
  }
  const allowed = input.map((one, index) => positive(one, `${field}.${index}`) as Quantity)
  if (!allowed.length) {
    throw Refusal.invalid(field, "must have at least one quantity")
  }
  allowed.sort((a, b) => a.comparedTo(b) ?? 0)
  return allowed.filter((one, index) => !index || !one.isEqualTo(allowed[index - 1]))
}

function positive(input: QuantityInput | null | undefined, field: string): Quantity | null {
  if (input == null) {
    return null
  }
  const quantity = parseQuantity(input, field)
  if (!quantity.isGreaterThan(0)) {
    throw Refusal.invalid(field, "must be above zero")
  }
  return quantity
}

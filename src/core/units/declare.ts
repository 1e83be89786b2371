import { exact, parseQuantity, type QuantityInput } from "../quantity"
import { Refusal } from "../refusal"
import { toBase } from "./convert"
import { isInSteps, type Unit, type Units } from "./unit"

/**
 * A unit as it is declared. What is left out of it has a value that is right for pieces.
 *
 * @since 0.1.0
 */
export interface UnitInput {
  key: string
  name: string
  /** How many base units it is. Exactly one unit is the base unit: the one with `base`, whose factor is 1. */
  factor?: QuantityInput
  base?: boolean
  /** 0 when left out. */
  precision?: number
  /** 10^-precision when left out. */
  increment?: QuantityInput
  /** Its place in the list when left out. */
  priority?: number
}

/** Decimals that a unit may have, and units that an item may have. */
export const MOST_DECIMALS = 10
export const MOST_UNITS = 50
const MOST_PRIORITY = 1_000_000

const KEY = /^[a-z0-9][a-z0-9_-]{0,39}$/

/**
 * Reads all units of an item; none takes them away.
 *
 * @throws Refusal `invalid_data` naming the field, e.g. `units[1].factor`
 */
export function readUnits(inputs: UnitInput[]): Units | null {
  if (!inputs.length) {
    return null
  }
  if (inputs.length > MOST_UNITS) {
    throw Refusal.invalid("units", `must be at most ${MOST_UNITS}, but are ${inputs.length}`)
  }
  const bases = inputs.filter(({ base }) => base)
  if (bases.length !== 1) {
    throw Refusal.invalid(
      "units",
      `must name one base unit, in which the item's stock is kept, but ${bases.length} have base: true`
    )
  }
  const units = inputs.map(readUnit)
  units.forEach(({ key }, index) => {
    const earlier = units.findIndex((unit) => unit.key === key)
    if (earlier < index) {
      throw Refusal.invalid(`units[${index}].key`, `is "${key}" as that of units[${earlier}] is`)
    }
  })
  const at = inputs.findIndex(({ base }) => base)
  const base = units[at]
  if (!base.factor.isEqualTo(1)) {
    throw Refusal.invalid(
      `units[${at}].factor`,
      `of the base unit is 1, not ${base.factor.toFixed()}`
    )
  }
  units.forEach((unit, index) => refuseUnfit(unit, base, `units[${index}]`))
  return {
    base,
    others: units
      .filter((unit) => unit !== base)
      .sort((a, b) => a.priority - b.priority || (a.key < b.key ? -1 : 1)),
  }
}

function readUnit(input: UnitInput, index: number): Unit {
  const at = `units[${index}]`
  const { precision = 0, priority = index } = input
  if (!KEY.test(input.key)) {
    throw Refusal.invalid(
      `${at}.key`,
      "must be 1 to 40 small letters, digits, hyphens or underscores, the first a letter or digit"
    )
  }
  const name = input.name.trim()
  if (!name) {
    throw Refusal.invalid(`${at}.name`, "must not be empty")
  }
  refuseOutside(`${at}.precision`, precision, MOST_DECIMALS)
  refuseOutside(`${at}.priority`, priority, MOST_PRIORITY)
  if (input.factor === undefined && !input.base) {
    throw Refusal.invalid(`${at}.factor`, "is required: how many base units it is")
  }
  const smallest = exact(`1e-${precision}`)
  return {
    key: input.key,
    name,
    precision,
    priority,
    factor: readAboveZero(input.factor ?? 1, `${at}.factor`),
    increment: readAboveZero(input.increment ?? smallest, `${at}.increment`),
  }
}

/** Refuses a unit of which one step could not be written in its decimals, or kept in base units. */
function refuseUnfit(unit: Unit, base: Unit, at: string): void {
  const { precision, increment, name } = unit
  if ((increment.decimalPlaces() ?? 0) > precision) {
    throw Refusal.invalid(
      `${at}.increment`,
      `must have at most ${precision} decimals, as the unit's precision says, but is ${increment.toFixed()}`
    )
  }
  const step = toBase(increment, unit)
  if (!isInSteps(step, base)) {
    throw Refusal.invalid(
      `${at}.factor`,
      `must make each step of "${name}" a multiple of ${base.increment.toFixed()}, the increment of the base unit "${base.name}", but ${increment.toFixed()} × ${unit.factor.toFixed()} is ${step.toFixed()}`
    )
  }
}

function refuseOutside(field: string, value: number, most: number): void {
  if (!Number.isInteger(value) || value < 0 || value > most) {
    throw Refusal.invalid(field, `must be a whole number from 0 to ${most}, not ${value}`)
  }
}

function readAboveZero(value: QuantityInput, field: string) {
  const quantity = parseQuantity(value, field)
  if (!quantity.isGreaterThan(0)) {
    throw Refusal.invalid(field, `must be above zero, but is ${quantity.toFixed()}`)
  }
  return quantity
}

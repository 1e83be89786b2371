import type { Quantity } from "../quantity"
import { Refusal } from "../refusal"
import { toBase } from "./convert"
import { allUnits, findUnit, isInSteps, type Units } from "./unit"

/** A quantity as it is entered: of which item, in which unit, and how a refusal names it. */
export interface Entered {
  itemId: string
  /** The key of one of the item's units; the base unit when left out. */
  unit?: string | null
  /** E.g. `changes[3].quantity`. */
  field: string
}

/** What is wrong with a quantity as it is entered. */
export type UnitProblem =
  | { code: "unknown_unit"; unit: string; known: string[] }
  | { code: "off_increment"; unit: string; increment: string; value: string }

/**
 * A quantity as it is entered, in base units; or what is wrong with it. An item without units takes any
 * quantity, and no unit.
 */
export function readEntered(
  quantity: Quantity,
  key: string | null | undefined,
  units: Units | null
): Quantity | UnitProblem {
  const unit = units && findUnit(units, key)
  if (!unit) {
    return key == null
      ? quantity
      : { code: "unknown_unit", unit: key, known: units ? allUnits(units).map((u) => u.key) : [] }
  }
  return isInSteps(quantity, unit)
    ? toBase(quantity, unit)
    : {
        code: "off_increment",
        unit: unit.name,
        increment: unit.increment.toFixed(),
        value: quantity.toFixed(),
      }
}

/**
 * A quantity as it is entered, in base units.
 *
 * @throws Refusal `invalid_data` naming the field, the item, and the unit with its increment
 *
 * @example
 * inBaseUnits(exact(2), { itemId, unit: "case", field: "quantity" }, units).toFixed() // "24"
 */
export function inBaseUnits(
  quantity: Quantity,
  { itemId, unit, field }: Entered,
  units: Units | null
): Quantity {
  const read = readEntered(quantity, unit, units)
  if (!("code" in read)) {
    return read
  }
  const { code, ...particulars } = read
  throw new Refusal("invalid_data", problemText(field, itemId, read), {
    field: code === "unknown_unit" ? unitField(field) : field,
    inventory_item_id: itemId,
    reason: code,
    ...particulars,
  })
}

/** What a sentence about a problem needs. */
export function problemParams(problem: UnitProblem): Record<string, string> {
  if (problem.code === "unknown_unit") {
    return { unit: problem.unit, known: problem.known.join(", ") || "–" }
  }
  const { unit, increment, value } = problem
  return { unit, increment, value }
}

function problemText(field: string, itemId: string, problem: UnitProblem): string {
  if (problem.code === "off_increment") {
    const { unit, increment, value } = problem
    return `${field} must be a multiple of ${increment}, the increment of the unit "${unit}" of item ${itemId}, but is ${value}`
  }
  const { unit, known } = problem
  const which = known.length
    ? `one of the units ${known.join(", ")}`
    : "left out: there are no units"
  return `${unitField(field)} must be ${which} of item ${itemId}, not "${unit}"`
}

/** The unit stands beside the quantity. */
function unitField(field: string): string {
  return field.replace(/[^.]*$/, "unit")
}

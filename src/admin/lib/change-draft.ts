import type { StockChangeRequest } from "../../api/types/stock"
import { comparedFigure, type HandChange } from "../../core/by-hand"
import type { HandState } from "../../core/state"
import type { Unit } from "../../core/units"
import { levelOf } from "./change-preview"
import type { Operation, StockLevel } from "./figures"
import { readQuantity } from "./quantity-text"
import { inBase, type OffSteps, offSteps } from "./units"

/** What a person has said about a change of one level. */
export interface ChangeDraft {
  op: Operation
  /** What is set or adjusted, or where a move takes from. A count is of what is on hand. */
  state: HandState
  /** Where a move brings it. */
  to: HandState | ""
  /** As typed. */
  quantity: string
  /** The key of the unit that it is typed in; null for the base unit. */
  unit: string | null
}

/** Why a draft cannot be sent; the words are the translations' `grid.problems.<says>`. */
export interface DraftProblem {
  field: "quantity" | "to"
  says: "no_quantity" | "no_number" | "below_zero" | "not_above_zero" | "no_state" | "off_steps"
  /** Where it is off the steps of its unit. */
  steps?: OffSteps
}

/**
 * Reads what was typed. The change is null while something is missing or wrong.
 *
 * @param unit - that the quantity is typed in; null where the item has none. The change is in base units.
 * @param locale - a BCP 47 tag, for the decimal sign
 */
export function readChange(
  draft: ChangeDraft,
  level: StockLevel,
  unit: Unit | null,
  locale: string
): { change: HandChange | null; problems: DraftProblem[] } {
  const { op, state, to } = draft
  const problems: DraftProblem[] = []
  const typed = readQuantity(draft.quantity, locale)
  const steps = typed && offSteps(typed, unit)
  if (!draft.quantity.trim()) {
    problems.push({ field: "quantity", says: "no_quantity" })
  } else if (!typed) {
    problems.push({ field: "quantity", says: "no_number" })
  } else if (op === "move" && !typed.isGreaterThan(0)) {
    problems.push({ field: "quantity", says: "not_above_zero" })
  } else if (typed.isLessThan(0) && !mayBeNegative(draft)) {
    problems.push({ field: "quantity", says: "below_zero" })
  } else if (steps) {
    problems.push({ field: "quantity", says: "off_steps", steps })
  }
  if (op === "move" && (!to || to === state)) {
    problems.push({ field: "to", says: "no_state" })
  }
  if (problems.length || !typed) {
    return { change: null, problems }
  }
  const quantity = inBase(typed, unit)
  const key = { itemId: level.inventory_item_id, locationId: level.location_id }
  switch (op) {
    case "set":
    case "adjust":
      return { change: { ...key, op, state, quantity }, problems }
    case "count":
      return { change: { ...key, op, quantity }, problems }
    case "move":
      return { change: { ...key, op, from: state, to: to as HandState, quantity }, problems }
  }
}

/** An adjustment has a sign; and what can be sold may be set below zero where that is allowed. */
function mayBeNegative({ op, state }: ChangeDraft): boolean {
  return op === "adjust" || (op === "set" && state === "available")
}

/** The figure that a change starts from, as an exact decimal. */
export function figureOf(change: HandChange, level: StockLevel): string {
  return comparedFigure(change, levelOf(level)).toFixed()
}

/**
 * A change as the API takes it.
 *
 * @param seen - the level as the person saw it: when it is another by now, the store refuses
 */
export function requestOf(change: HandChange, seen: StockLevel): StockChangeRequest {
  const { itemId, locationId, quantity, ...rest } = change
  return {
    ...(rest as { op: "count" }),
    inventory_item_id: itemId,
    location_id: locationId,
    quantity: quantity.toFixed(),
    expected: figureOf(change, seen),
  }
}

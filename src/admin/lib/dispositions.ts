import type { ReturnedUnits } from "../../api/types/return-stock"
import type { StockResponse } from "../../api/types/stock"
import type { UnitsByItem } from "../../api/types/units"
import { EMPTY_BALANCES, onHand } from "../../core/level"
import { exact, type Quantity } from "../../core/quantity"
import { HAND_STATES, type HandState, isHandState, STATES, type State } from "../../core/state"
import { readQuantity } from "./quantity-text"
import { inBase, type OffSteps, offSteps, unitOf } from "./units"

/** Where returned units can go: into a state, or off the books. */
export const DESTINATIONS = [...HAND_STATES, "discard"] as const
export type Destination = (typeof DESTINATIONS)[number]

/** What a person has typed about some returned units: how many go where. Empty: they stay. */
export interface Draft {
  quantity: string
  /** The key of the unit of measure that it is typed in; the base unit where it is left out. */
  measure?: string
  to: Destination | ""
}

/** One line of a request, in base units, and which of the return's units it is about. */
export interface Disposition {
  unit: number
  inventory_item_id: string
  location_id: string
  quantity: string
  from: HandState
  to: Destination
}

/** Why a draft cannot be sent; the words are the translations' `returns.problems.<says>`. */
export interface DraftProblem {
  unit: number
  field: "quantity" | "to"
  says: "no_number" | "not_above_zero" | "too_many" | "off_steps" | "no_quantity" | "no_state"
  /** For `too_many`: how many there are. */
  most?: string
  /** For `off_steps`. */
  steps?: OffSteps
}

/** Units that can be sorted: those in a state that people may change. */
export function sortable(units: ReturnedUnits[]): ReturnedUnits[] {
  return units.filter(
    ({ state, quantity }) => isHandState(state) && exact(quantity).isGreaterThan(0)
  )
}

/**
 * Reads what was typed about a return's units.
 *
 * @param units - as {@link sortable} gives them
 * @param drafts - one for each of them
 * @param measures - the items' units of measure
 * @param locale - a BCP 47 tag, for the decimal sign
 */
export function readDrafts(
  units: ReturnedUnits[],
  drafts: Draft[],
  { measures = {}, locale }: { measures?: UnitsByItem; locale: string }
): { dispositions: Disposition[]; problems: DraftProblem[] } {
  const dispositions: Disposition[] = []
  const problems: DraftProblem[] = []
  units.forEach((one, unit) => {
    const { quantity: typed, measure, to } = drafts[unit]
    const problem = (
      field: DraftProblem["field"],
      says: DraftProblem["says"],
      more: Pick<DraftProblem, "most" | "steps"> = {}
    ) => problems.push({ unit, field, says, ...more })
    if (!typed.trim()) {
      if (to) problem("quantity", "no_quantity")
      return
    }
    const measured = unitOf(measures[one.inventory_item_id], measure)
    const read = readQuantity(typed, locale)
    const quantity = read && inBase(read, measured)
    // All that came back is sorted as it came: it can have been sold before the item had its units.
    const isAll = measured?.factor.isEqualTo(1) && quantity?.isEqualTo(one.quantity)
    const steps = read && !isAll ? offSteps(read, measured) : null
    if (!quantity) {
      problem("quantity", "no_number")
    } else if (!quantity.isGreaterThan(0)) {
      problem("quantity", "not_above_zero")
    } else if (steps) {
      problem("quantity", "off_steps", { steps })
    } else if (quantity.isGreaterThan(one.quantity)) {
      problem("quantity", "too_many", { most: one.quantity })
    } else if (!to) {
      problem("to", "no_state")
    } else {
      dispositions.push({
        unit,
        inventory_item_id: one.inventory_item_id,
        location_id: one.location_id,
        quantity: quantity.toFixed(),
        from: one.state as HandState,
        to,
      })
    }
  })
  return { dispositions, problems }
}

/** A figure of a level before and after. */
export interface Effect {
  figure: State | "on_hand"
  before: string
  after: string
  /** The change would be refused: what is left is below nothing, or below what is set aside. */
  short: boolean
}

/** What dispositions do to a level: each figure that changes. */
export interface LevelEffect {
  itemId: string
  locationId: string
  effects: Effect[]
}

/**
 * What sorting would leave on the levels. Levels that are not among the given ones are left out.
 *
 * @param stock - the levels as they are now
 */
export function effectsOf(
  stock: StockResponse["stock"],
  dispositions: Disposition[]
): LevelEffect[] {
  return stock.flatMap((level) => {
    const mine = dispositions.filter(
      (one) =>
        one.inventory_item_id === level.inventory_item_id && one.location_id === level.location_id
    )
    if (!mine.length) {
      return []
    }
    const before = Object.fromEntries(STATES.map((state) => [state, exact(level[state])]))
    const after = { ...EMPTY_BALANCES, ...before }
    for (const { from, to, quantity } of mine) {
      after[from] = after[from].minus(quantity)
      if (to !== "discard") {
        after[to] = after[to].plus(quantity)
      }
    }
    const setAside = exact(level.reserved).minus(level.reserved_free)
    const figures: [Effect["figure"], Quantity, Quantity][] = [
      ...HAND_STATES.map((state): [State, Quantity, Quantity] => [
        state,
        exact(level[state]),
        after[state],
      ]),
      ["on_hand", exact(level.on_hand), onHand(after)],
    ]
    return [
      {
        itemId: level.inventory_item_id,
        locationId: level.location_id,
        effects: figures
          .filter(([, was, becomes]) => !was.isEqualTo(becomes))
          .map(([figure, was, becomes]) => ({
            figure,
            before: was.toFixed(),
            after: becomes.toFixed(),
            short:
              figure !== "on_hand" &&
              becomes.isLessThan(was) &&
              becomes.isLessThan(figure === "reserved" ? setAside : 0),
          })),
      },
    ]
  })
}

/** What a refusal of the API is about: the units and the field, where its message names them. */
export interface RefusedAt {
  unit: number | null
  field: "quantity" | "to" | "reason" | "note" | null
  /** The message without the name of the field. */
  problem: string
}

/**
 * Finds the field that a refusal is about. The sdk hands on the message only, and the message begins
 * with the field.
 */
export function refusedAt(message: string, dispositions: Disposition[]): RefusedAt {
  const [, index, field, problem] =
    message.match(/^(?:dispositions\[(\d+)\]\.)?(quantity|from|to|reason|note) (.+)$/s) ?? []
  if (!field || (index === undefined) !== (field === "reason" || field === "note")) {
    return { unit: null, field: null, problem: message }
  }
  const unit = index === undefined ? null : (dispositions[Number(index)]?.unit ?? null)
  return { unit, field: field === "from" ? "to" : (field as RefusedAt["field"]), problem }
}

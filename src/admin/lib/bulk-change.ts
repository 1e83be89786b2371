import type { StockChangeRequest } from "../../api/types/stock"
import { type HandChange, objections, proposeByHand } from "../../core/by-hand"
import { freeReserved, type Level, onHand, overdrawn } from "../../core/level"
import { exact, type Quantity } from "../../core/quantity"
import { type HandState, type State, STATES } from "../../core/state"
import { type Beyond, beyondLimit, type Granted } from "./grant-limits"
import { readQuantity } from "./quantity-text"
import { levelItemName, type StockLevel } from "./stock-level"
import { inBase, type ItemUnits, type OffSteps, offSteps, unitOf } from "./units"

export const OPERATIONS = ["set", "adjust", "count", "move"] as const
export type Operation = (typeof OPERATIONS)[number]

/** What a person has typed about a change of many levels. */
export interface BulkDraft {
  op: Operation
  /** For set and adjust. */
  state: HandState
  /** For move. */
  from: HandState
  to: HandState
  quantity: string
  /** The key of the unit that the quantity is typed in; null for the base unit of each item. */
  unit: string | null
}

/** Why a draft cannot be sent; the words are the translations' `levels.problems.<says>`. */
export type BulkProblem = "no_quantity" | "no_number" | "below_zero" | "zero" | "same_state"

/** A change that can be made to any level. */
export type BulkOperation = {
  quantity: Quantity
  /** The key of the unit that the quantity is in; the base unit of each item when left out. */
  unit?: string | null
} & (
  | { op: "set" | "adjust"; state: HandState }
  | { op: "count" }
  | { op: "move"; from: HandState; to: HandState }
)

/**
 * Reads what was typed.
 *
 * @param locale - a BCP 47 tag, for the decimal sign
 */
export function readBulkDraft(
  draft: BulkDraft,
  locale: string
): { operation: BulkOperation } | { field: "quantity" | "to"; says: BulkProblem } {
  const { op, state, from, to, unit } = draft
  if (op === "move" && from === to) {
    return { field: "to", says: "same_state" }
  }
  if (!draft.quantity.trim()) {
    return { field: "quantity", says: "no_quantity" }
  }
  const quantity = readQuantity(draft.quantity, locale)
  if (!quantity) {
    return { field: "quantity", says: "no_number" }
  }
  const mayBeNegative = op === "adjust" || (op === "set" && state === "available")
  if (quantity.isLessThan(0) && !mayBeNegative) {
    return { field: "quantity", says: "below_zero" }
  }
  if (quantity.isZero() && (op === "adjust" || op === "move")) {
    return { field: "quantity", says: "zero" }
  }
  switch (op) {
    case "count":
      return { operation: { op, quantity, unit } }
    case "move":
      return { operation: { op, from, to, quantity, unit } }
    default:
      return { operation: { op, state, quantity, unit } }
  }
}

/** A unit to choose for all levels; of `key` null it is the base unit of each item, whichever that is. */
export interface SharedUnit {
  key: string | null
  name: string
}

/**
 * The units that all levels' items have, by their keys; the base unit is one of them if all share it. Where
 * they do not, it stands first as "the base unit of each". None where no item has units.
 *
 * @param eachBase - what that is called
 */
export function sharedUnits(levels: StockLevel[], eachBase: string): SharedUnit[] {
  const lists = unitLists(levels)
  const [first = [], ...others] = lists
  if (!lists.some((units) => units?.length)) {
    return []
  }
  const shared = (first ?? []).filter(({ key }) =>
    others.every((units) => units?.some((unit) => unit.key === key))
  )
  const isOneBase = lists.every((units) => units?.[0]?.key === first[0]?.key)
  return [
    ...(isOneBase ? [] : [{ key: null, name: eachBase }]),
    ...shared.map(({ key, name }) => ({ key, name })),
  ]
}

/** The first item whose unit does not take the quantity. */
export function bulkOffSteps(
  levels: StockLevel[],
  { quantity, unit }: BulkOperation
): (OffSteps & { item: string }) | null {
  for (const level of levels) {
    const steps = offSteps(quantity, unitOf(level.units, unit))
    if (steps) {
      return { item: levelItemName(level), ...steps }
    }
  }
  return null
}

/** The lists of units, each once: those of an item with many levels are one. */
function unitLists(levels: StockLevel[]): ItemUnits[] {
  return [
    ...new Map(levels.map(({ inventory_item_id, units }) => [inventory_item_id, units])).values(),
  ]
}

/** A figure that a change would leave below what it may be. */
export interface Shortage {
  level: StockLevel
  state: State
  before: string
  after: string
  /** What reservations and orders keep of `reserved`; nothing of other states. */
  kept: string
}

/** What a change would do to many levels. */
export interface BulkEffect {
  /** Only levels that change. */
  changes: StockChangeRequest[]
  /** What on hand comes to, where all levels are of one item: others may have other units. */
  onHand: { of: StockLevel; before: string; after: string } | null
  /** Levels of which more is promised than is there afterwards: refused unless this is allowed. */
  negative: Shortage[]
  /** What is refused in any case. */
  refused: Shortage[]
  /** Of which the person may not change so many at once. */
  beyond: (Beyond & { level: StockLevel })[]
}

/**
 * Works out what an operation does to levels, by the rules that the store goes by.
 *
 * @param granted - what the person who asks may do
 */
export function bulkEffect(
  levels: StockLevel[],
  operation: BulkOperation,
  granted: Granted = null
): BulkEffect {
  const effect: BulkEffect = {
    changes: [],
    onHand: null,
    negative: [],
    refused: [],
    beyond: [],
  }
  let [onHandBefore, onHandAfter] = [exact(0), exact(0)]
  for (const one of levels) {
    const before = levelOf(one)
    const made = inBaseOf(one, operation)
    const change: HandChange = {
      itemId: before.itemId,
      locationId: before.locationId,
      ...made,
    }
    const entries = proposeByHand(change, before)
    const balances = { ...before.balances }
    entries.forEach(({ state, quantity }) => {
      balances[state] = balances[state].plus(quantity)
    })
    const after: Level = { ...before, balances }
    onHandBefore = onHandBefore.plus(onHand(before.balances))
    onHandAfter = onHandAfter.plus(onHand(balances))
    if (entries.length) {
      effect.changes.push(requestOf(one, made))
    }
    const beyond = beyondLimit(granted, change, one)
    if (beyond) {
      effect.beyond.push({ level: one, ...beyond })
    }
    if (objections(before, after, { allowNegative: false }).length) {
      const short = overdrawn(after)
      short.forEach((state) => effect.refused.push(shortage(one, state, before, after)))
      if (!short.length) {
        effect.negative.push(shortage(one, "available", before, after))
      }
    }
  }
  const ofOneItem = new Set(levels.map((level) => level.inventory_item_id)).size === 1
  return {
    ...effect,
    onHand: ofOneItem
      ? { of: levels[0], before: onHandBefore.toFixed(), after: onHandAfter.toFixed() }
      : null,
  }
}

/** The operation with its quantity in the base unit of a level's item. */
function inBaseOf({ units }: StockLevel, { unit, ...operation }: BulkOperation): BulkOperation {
  return { ...operation, quantity: inBase(operation.quantity, unitOf(units, unit)) }
}

function requestOf(level: StockLevel, operation: BulkOperation): StockChangeRequest {
  const { inventory_item_id, location_id } = level
  return { inventory_item_id, location_id, ...operation, quantity: operation.quantity.toFixed() }
}

function shortage(level: StockLevel, state: State, before: Level, after: Level): Shortage {
  const kept = state === "reserved" ? after.balances.reserved.minus(freeReserved(after)) : exact(0)
  return {
    level,
    state,
    before: before.balances[state].toFixed(),
    after: after.balances[state].toFixed(),
    kept: kept.toFixed(),
  }
}

/** A level of the API as the rules know it. What holds `reserved` does not matter to them. */
function levelOf(level: StockLevel): Level {
  return {
    itemId: level.inventory_item_id,
    locationId: level.location_id,
    levelId: level.level_id,
    balances: Object.fromEntries(
      STATES.map((state) => [state, exact(level[state])])
    ) as Level["balances"],
    reservedByReservations: exact(level.reserved).minus(level.reserved_free),
    heldForOrders: exact(0),
    sequence: 0,
    active: level.active,
  }
}

import { type HandChange, objections, proposeByHand } from "../../core/by-hand"
import {
  type Balances,
  EMPTY_BALANCES,
  type Level,
  onHand,
  overdrawn,
  unavailable,
} from "../../core/level"
import { exact, type Quantity, ZERO } from "../../core/quantity"
import { type State, STATES } from "../../core/state"
import { type Figure, FIGURES, type StockLevel } from "./figures"

/** A figure of a level, before and after a change. */
export interface FigureEffect {
  figure: Figure
  before: string
  after: string
  /** The change would leave it below nothing, or below what holds a part of it. */
  short: boolean
}

/** What a change would do to its level, by the rules by which the store will judge it. */
export interface ChangePreview {
  /** What can be sold and what is on hand, always; of the other figures those that change. */
  effects: FigureEffect[]
  changesNothing: boolean
  /** By how much more than there is would be taken from what can be sold, if the change needs leave for that. */
  shortage: string | null
  /** The store refuses it, allowed or not. */
  refused: boolean
}

const ALWAYS: readonly Figure[] = ["available", "on_hand"]

export function previewOf(stock: StockLevel, change: HandChange): ChangePreview {
  const before = levelOf(stock)
  const entries = proposeByHand(change, before)
  const balances: Record<State, Quantity> = { ...before.balances }
  for (const { state, quantity } of entries) {
    balances[state] = balances[state].plus(quantity)
  }
  const after: Level = { ...before, balances }
  const firm = objections(before, after, { allowNegative: true })
  const all = objections(before, after, { allowNegative: false })
  const needsLeave = all.length > firm.length
  const short = new Set<Figure>(firm.length ? overdrawn(after) : [])
  if (needsLeave) {
    short.add("available")
  }
  return {
    effects: FIGURES.map((figure) => ({
      figure,
      before: figureIn(before.balances, figure).toFixed(),
      after: figureIn(balances, figure).toFixed(),
      short: short.has(figure),
    })).filter(
      ({ figure, before, after, short }) => before !== after || short || ALWAYS.includes(figure)
    ),
    changesNothing: entries.length === 0,
    shortage: needsLeave ? balances.available.negated().toFixed() : null,
    refused: firm.length > 0,
  }
}

/** A level of the API as the rules read it. What holds a part of `reserved` is not told apart. */
export function levelOf(stock: StockLevel): Level {
  return {
    itemId: stock.inventory_item_id,
    locationId: stock.location_id,
    levelId: stock.level_id,
    balances: {
      ...EMPTY_BALANCES,
      ...Object.fromEntries(STATES.map((state) => [state, exact(stock[state])])),
    },
    reservedByReservations: exact(stock.reserved).minus(stock.reserved_free),
    heldForOrders: ZERO,
    sequence: 0,
    active: stock.active,
  }
}

function figureIn(balances: Balances, figure: Figure): Quantity {
  switch (figure) {
    case "on_hand":
      return onHand(balances)
    case "unavailable":
      return unavailable(balances)
    default:
      return balances[figure]
  }
}

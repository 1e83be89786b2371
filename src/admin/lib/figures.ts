import type { ItemStock } from "../../api/types/item-stock"
import { exact, total } from "../../core/quantity"
import { isHandState, STATES, type State } from "../../core/state"

/** One item's stock at one location, as the API gives it. */
export type StockLevel = ItemStock["levels"][number]

/** A figure of a level: a state, or a sum of states. */
export type Figure = State | "unavailable" | "on_hand"

/** In the order of the states; each sum stands behind what it adds up. */
export const FIGURES: readonly Figure[] = STATES.flatMap((state): Figure[] =>
  state === "quality_control" ? [state, "unavailable", "on_hand"] : [state]
)

/** What the short view shows. */
export const MAIN_FIGURES = [
  "on_hand",
  "available",
  "committed",
  "unavailable",
] as const satisfies readonly Figure[]

/** What can be done to a figure by hand. */
export type Operation = "set" | "adjust" | "move" | "count"

/** The operations that a figure's menu offers; none for what only orders and transfers change. */
export function operationsOf(figure: Figure): Operation[] {
  if (figure === "on_hand") {
    return ["count"]
  }
  return isHandState(figure) ? ["set", "adjust", "move"] : []
}

/** Each figure over all of the levels; what is below zero at one location is subtracted. */
export function totalsOf(levels: StockLevel[]): Record<Figure, string> {
  return Object.fromEntries(
    FIGURES.map((figure) => [figure, total(levels.map((level) => exact(level[figure]))).toFixed()])
  ) as Record<Figure, string>
}

/** Whether a quantity of the API is less than nothing. */
export function isShort(quantity: string): boolean {
  return exact(quantity).isLessThan(0)
}

/**
 * The page of the store's history that tells how a figure came about. A sum has no rows of its own: its
 * page tells of the states in it.
 *
 * @param locationId - null for all locations
 */
export function historyOf(itemId: string, locationId: string | null, figure: Figure): string {
  const query = new URLSearchParams({ inventory_item_id: itemId })
  if (locationId) {
    query.set("location_id", locationId)
  }
  if (figure !== "on_hand" && figure !== "unavailable") {
    query.set("state", figure)
  }
  return `/inventory/history?${query}`
}

import { proposeByHand } from "../by-hand"
import { type Balances, type Level, onHand } from "../level"
import type { Entry } from "../movement"
import type { Quantity } from "../quantity"
import type { Figure } from "./columns"

/**
 * One figure that a row sets. `expected` is what the level had when the file was checked: where it
 * has something else when the import is applied, the row is stale.
 */
export interface FigureChange {
  figure: Figure
  quantity: Quantity
  expected: Quantity
}

/** A level's figure that people may set. */
export function figureOf(balances: Balances, figure: Figure): Quantity {
  return figure === "on_hand" ? onHand(balances) : balances[figure]
}

/** The changes whose figure is no longer what it was when the file was checked. */
export function staleChanges(level: Level, changes: FigureChange[]): FigureChange[] {
  return changes.filter(
    ({ figure, expected }) => !figureOf(level.balances, figure).isEqualTo(expected)
  )
}

/**
 * What a row does to a level, as ledger entries: states first, then On Hand, whose difference goes to
 * `available`.
 */
export function proposeRow(
  level: Level,
  changes: FigureChange[]
): { entries: Entry[]; after: Level } {
  const entries: Entry[] = []
  let after = level
  const inOrder = [
    ...changes.filter(({ figure }) => figure !== "on_hand"),
    ...changes.filter(({ figure }) => figure === "on_hand"),
  ]
  for (const { figure, quantity } of inOrder) {
    const key = { itemId: level.itemId, locationId: level.locationId, quantity }
    const proposed = proposeByHand(
      figure === "on_hand" ? { ...key, op: "count" } : { ...key, op: "set", state: figure },
      after
    )
    const balances = { ...after.balances }
    proposed.forEach((entry) => {
      balances[entry.state] = balances[entry.state].plus(entry.quantity)
    })
    after = { ...after, balances }
    entries.push(...proposed)
  }
  return { entries, after }
}

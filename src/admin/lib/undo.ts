import type { HistoryEntry } from "../../api/types/history"
import type { UndoPreviewResponse } from "../../api/types/undo"
import { isUndoable } from "../../core/undo"

/**
 * Why a movement cannot be undone; the words are the translations' `history.undo.obstacles.<says>`
 * and, for a kind, `history.undo.kinds.<kind>`. Null when it can.
 */
export type UndoObstacle =
  | { says: "undone" }
  | { says: "fulfillment" | "return" | "transfer" | "order" }
  | { says: "kind"; kind: string }

type Standing = Pick<
  HistoryEntry,
  "kind" | "reversed_by_id" | "fulfillment_id" | "return_id" | "transfer_id" | "order_id"
>

/** What stands against undoing a movement, as far as the history tells. */
export function undoObstacleOf(movement: Standing): UndoObstacle | null {
  if (movement.reversed_by_id) {
    return { says: "undone" }
  }
  if (!isUndoable(movement.kind)) {
    return { says: "kind", kind: movement.kind }
  }
  const behind = (["fulfillment", "return", "transfer", "order"] as const).find(
    (what) => movement[`${what}_id`] !== null
  )
  return behind ? { says: behind } : null
}

type UndoRow = UndoPreviewResponse["undo"]["rows"][number]

/** What undoing would do to one level. */
export interface UndoneLevel {
  key: string
  itemId: string
  locationId: string
  rows: UndoRow[]
}

/** What an undo would leave, level by level. */
export function undoneLevels(rows: UndoRow[]): UndoneLevel[] {
  const levels = new Map<string, UndoneLevel>()
  for (const row of rows) {
    const { inventory_item_id: itemId, location_id: locationId } = row
    const key = `${itemId} ${locationId}`
    const level = levels.get(key) ?? { key, itemId, locationId, rows: [] }
    level.rows.push(row)
    levels.set(key, level)
  }
  return [...levels.values()]
}

/**
 * What would fall below zero: `available`, which a person may allow, or a state that never may.
 * `incoming` may be negative.
 */
export function shortOf(rows: UndoRow[]): { available: boolean; never: boolean } {
  const short = rows.filter((row) => row.negative)
  return {
    available: short.some(({ state }) => state === "available"),
    never: short.some(({ state }) => state !== "available" && state !== "incoming"),
  }
}

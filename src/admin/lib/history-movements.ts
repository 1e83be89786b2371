import type { HistoryEntry } from "../../api/types/history"

/** What a movement did to one level. */
export interface MovedLevel {
  key: string
  /** In the order in which they were written; not empty. */
  entries: HistoryEntry[]
}

/** The rows of one movement, which belong together. */
export interface HistoryMovement {
  id: string
  /** One of its rows: all say the same of the movement. */
  about: HistoryEntry
  levels: MovedLevel[]
}

/**
 * Puts together the rows of each movement, level by level, newest movement first. Rows of movements
 * that were made at the same time may stand between each other; a page may end within a movement.
 *
 * @param entries - newest first, as the API gives them
 */
export function groupMovements(entries: HistoryEntry[]): HistoryMovement[] {
  const movements = new Map<string, HistoryEntry[]>()
  for (const entry of entries) {
    const rows = movements.get(entry.movement_id)
    if (rows) {
      rows.push(entry)
    } else {
      movements.set(entry.movement_id, [entry])
    }
  }
  return [...movements].map(([id, rows]) => ({
    id,
    about: rows[0],
    levels: levelsOf([...rows].reverse()),
  }))
}

function levelsOf(rows: HistoryEntry[]): MovedLevel[] {
  const levels = new Map<string, MovedLevel>()
  for (const row of rows) {
    const key = `${row.inventory_item_id} ${row.location_id}`
    const level = levels.get(key) ?? { key, entries: [] }
    level.entries.push(row)
    levels.set(key, level)
  }
  return [...levels.values()]
}

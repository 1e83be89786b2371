import { findUnit, readEntered, type Units } from "../units"
import type { Figure } from "./columns"
import type { ReadRow } from "./read-row"
import { type RowError, unitError } from "./row-error"

/** What a row says of its level, in base units. */
type Said = Pick<ReadRow, "wishes" | "committed">

/**
 * What a row says whose figures are in a unit of the item, in base units; or what stands against it. A
 * row that names no unit is in base units already, and {@link judgeRow} looks at what it changes.
 */
export function rowInBaseUnits(row: ReadRow, units: Units | null): Said | RowError {
  if (!row.unit) {
    return row
  }
  const said: Said = { wishes: {} }
  for (const [figure, quantity] of Object.entries({ ...row.wishes, committed: row.committed })) {
    const read = quantity && readEntered(quantity, row.unit, units)
    if (read && "code" in read) {
      return unitError(figure, read)
    }
    if (figure === "committed") {
      said.committed = read
    } else if (read) {
      said.wishes[figure as Figure] = read
    }
  }
  return said
}

/** What a row's figures were in when its file was checked. */
export interface RowUnit {
  unit: string
  /** How many base units the unit was. */
  factor: string
  base: string
}

/** What a row's figures are in; null where the item has no units, or not that one. */
export function unitOfRow(key: string, units: Units | null): RowUnit | null {
  const unit = units && findUnit(units, key || null)
  return unit && { unit: unit.key, factor: unit.factor.toFixed(), base: units.base.key }
}

/** Whether what a row's figures were in means the same now. Where the item had no units, nothing was meant. */
export function isSameUnit(checked: RowUnit | null, units: Units | null): boolean {
  const now = checked && unitOfRow(checked.unit, units)
  return !checked || (now?.factor === checked.factor && now.base === checked.base)
}

import type { Quantity } from "../quantity"
import { cellText, type Delimiter, readFigure } from "./cells"
import { type Column, type Columns, FIGURES } from "./columns"
import type { Wishes } from "./judge"
import type { RowError } from "./row-error"

/** A row as it names its level, and what it says of it. */
export interface ReadRow {
  sku: string
  itemId: string
  location: string
  locationId: string
  /** The key of the unit in which its figures are; empty for the item's base unit. */
  unit: string
  wishes: Wishes
  committed?: Quantity
  /** What stands against it whatever the store has. */
  error: RowError | null
}

/** Reads a row's cells. An empty cell says nothing. */
export function readRow(
  cells: string[],
  { columns, width, delimiter }: { columns: Columns; width: number; delimiter: Delimiter }
): ReadRow {
  const text = (column: Column) => {
    const index = columns[column]
    return index === undefined ? "" : cellText(cells[index])
  }
  const row: ReadRow = {
    sku: text("sku"),
    itemId: text("inventory_item_id"),
    location: text("location"),
    locationId: text("location_id"),
    unit: text("unit"),
    wishes: {},
    error: null,
  }
  if (cells.slice(width).some((cell) => cell.trim())) {
    const params = { found: String(cells.length), expected: String(width) }
    return { ...row, error: { code: "too_many_cells", params } }
  }
  if (!row.sku && !row.itemId) {
    return { ...row, error: { code: "no_item", params: {} } }
  }
  if (!row.location && !row.locationId) {
    return { ...row, error: { code: "no_location", params: {} } }
  }
  for (const column of [...FIGURES, "committed"] as const) {
    const value = text(column)
    const figure = value ? readFigure(value, delimiter) : undefined
    if (figure === null) {
      return { ...row, error: { code: "not_a_number", params: { column, value } } }
    }
    if (column === "committed") {
      row.committed = figure
    } else if (figure) {
      row.wishes[column] = figure
    }
  }
  return row
}

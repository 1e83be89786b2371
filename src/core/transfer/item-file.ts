import { cellText, columnName, type Delimiter, filled, readFigure } from "../import"
import type { Quantity } from "../quantity"
import { fromRecords, problemParams, readEntered, type UnitRecord } from "../units"

/** What a file of a transfer's items says of each. */
const ITEM_COLUMNS = ["sku", "inventory_item_id", "barcode", "quantity", "unit"] as const

type ItemColumn = (typeof ITEM_COLUMNS)[number]

/** Where in a row each column is that is understood; others are passed over. */
export type ItemColumns = Partial<Record<ItemColumn, number>>

/** What stands against a row of such a file, with what a sentence about it needs. */
export const ITEM_ROW_ERRORS = {
  no_item: "The row names no item.",
  no_quantity: "The row says no quantity.",
  unknown_sku: 'There is no item with SKU "{{sku}}".',
  unknown_item: "There is no item {{id}}.",
  unknown_barcode: 'There is no item with barcode "{{barcode}}".',
  ambiguous: 'Several items have the barcode "{{barcode}}"; give the SKU.',
  item_mismatch: 'Item {{id}} has SKU "{{actual}}", not "{{sku}}".',
  too_many_cells: "The row has {{found}} cells, the header row {{expected}}.",
  not_a_number: 'quantity: "{{value}}" is not a number.',
  unknown_unit: 'The item has no unit "{{unit}}"; its units: {{known}}.',
  off_increment:
    'quantity must be a multiple of {{increment}}, the increment of the unit "{{unit}}", but is {{value}}.',
  not_above_zero: "quantity must be above zero, but is {{value}}.",
  twice: "The same item is in line {{line}}.",
} as const

export type ItemRowErrorCode = keyof typeof ITEM_ROW_ERRORS

export interface ItemRowError {
  code: ItemRowErrorCode
  params: Record<string, string>
}

/** A row's error in English. */
export function itemRowErrorText({ code, params }: ItemRowError): string {
  return filled(ITEM_ROW_ERRORS[code], params)
}

/**
 * Reads the header row of a file of items; a string says why it is refused.
 *
 * @example
 * readItemHeader(["SKU", "Colour", "Quantity"]) // { sku: 0, quantity: 2 }
 */
export function readItemHeader(cells: string[]): ItemColumns | string {
  const columns: ItemColumns = {}
  for (const [index, cell] of cells.entries()) {
    const column = ITEM_COLUMNS.find((one) => one === columnName(cell))
    if (column && columns[column] !== undefined) {
      return `has the column ${column} twice`
    }
    if (column) {
      columns[column] = index
    }
  }
  if (["sku", "inventory_item_id", "barcode"].every((one) => !(one in columns))) {
    return "needs a column sku, inventory_item_id or barcode in its first row"
  }
  return columns.quantity === undefined ? "needs a column quantity in its first row" : columns
}

/** A row as it names its item, and how much of it. */
export interface ItemRow {
  line: number
  sku: string
  itemId: string
  barcode: string
  /** The key of the unit in which the quantity is; empty for the base unit. */
  unit: string
  /** Null where there is an error. */
  quantity: Quantity | null
  /** What stands against it whatever the store has. */
  error: ItemRowError | null
}

/** Reads a row's cells. */
export function readItemRow(
  { line, cells }: { line: number; cells: string[] },
  { columns, width, delimiter }: { columns: ItemColumns; width: number; delimiter: Delimiter }
): ItemRow {
  const text = (column: ItemColumn) => {
    const index = columns[column]
    return index === undefined ? "" : cellText(cells[index])
  }
  const row = {
    line,
    sku: text("sku"),
    itemId: text("inventory_item_id"),
    barcode: text("barcode"),
    unit: text("unit"),
    quantity: null,
  }
  const wrong = (code: ItemRowErrorCode, params: Record<string, string> = {}): ItemRow => ({
    ...row,
    error: { code, params },
  })
  if (cells.slice(width).some((cell) => cell.trim())) {
    return wrong("too_many_cells", { found: String(cells.length), expected: String(width) })
  }
  if (!row.sku && !row.itemId && !row.barcode) {
    return wrong("no_item")
  }
  const value = text("quantity")
  const quantity = value ? readFigure(value, delimiter) : null
  if (!value) {
    return wrong("no_quantity")
  }
  if (!quantity) {
    return wrong("not_a_number", { value })
  }
  return quantity.isGreaterThan(0)
    ? { ...row, quantity, error: null }
    : wrong("not_above_zero", { value: quantity.toFixed() })
}

/** An item that rows may mean. */
export interface KnownItem {
  id: string
  sku: string | null
  /** None of an item that has no units. */
  units: UnitRecord[]
}

/** The items that a store has of those that rows name. */
export interface KnownItems<I extends KnownItem> {
  byId: Map<string, I>
  bySku: Map<string, I>
  byBarcode: Map<string, I[]>
}

/** A row of which nothing is wrong, with the item that it means. */
export interface TakenRow<I extends KnownItem> {
  line: number
  item: I
  /** In base units. */
  quantity: Quantity
}

/** Which rows can be taken, and what stands against each of the others. Each item may come once. */
export function judgeItemRows<I extends KnownItem>(
  rows: ItemRow[],
  known: KnownItems<I>
): { taken: TakenRow<I>[]; errors: { row: ItemRow; error: ItemRowError }[] } {
  const taken: TakenRow<I>[] = []
  const errors: { row: ItemRow; error: ItemRowError }[] = []
  const lines = new Map<string, number>()
  for (const row of rows) {
    const found = row.error ?? findItem(row, known)
    if ("code" in found) {
      errors.push({ row, error: found })
      continue
    }
    const earlier = lines.get(found.id)
    if (earlier !== undefined) {
      errors.push({ row, error: { code: "twice", params: { line: String(earlier) } } })
      continue
    }
    lines.set(found.id, row.line)
    const quantity = readEntered(
      row.quantity as Quantity,
      row.unit || null,
      fromRecords(found.units)
    )
    if ("code" in quantity) {
      errors.push({ row, error: { code: quantity.code, params: problemParams(quantity) } })
    } else {
      taken.push({ line: row.line, item: found, quantity })
    }
  }
  return { taken, errors }
}

/** The id goes before the SKU, the SKU before the barcode. */
function findItem<I extends KnownItem>(
  { itemId: id, sku, barcode }: ItemRow,
  known: KnownItems<I>
): I | ItemRowError {
  if (id) {
    const item = known.byId.get(id)
    if (!item) {
      return { code: "unknown_item", params: { id } }
    }
    return sku && sku !== item.sku?.trim()
      ? { code: "item_mismatch", params: { id, sku, actual: item.sku ?? "" } }
      : item
  }
  if (sku) {
    return known.bySku.get(sku) ?? { code: "unknown_sku", params: { sku } }
  }
  const [item, ...others] = known.byBarcode.get(barcode) ?? []
  if (!item) {
    return { code: "unknown_barcode", params: { barcode } }
  }
  return others.length ? { code: "ambiguous", params: { barcode } } : item
}

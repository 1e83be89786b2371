import {
  itemRowErrorText,
  judgeItemRows,
  type KnownItems,
  readItemHeader,
  readItemRow,
} from "../../core/transfer"
import { Refusal } from "../../core/refusal"
import { openFile } from "./imports/read-file"
import { textArray } from "./posting/columns"
import type { Run } from "./posting/connection"
import { unitsOfItem } from "./posting/unit-sql"
import type { FoundItem, ItemsOfBarcodes, TransferItemsFile } from "./types"

/** As many items as a transfer may have. */
const MOST_ITEMS = 10_000
/** More errors than anybody reads. */
const MOST_ERRORS = 1_000

/**
 * Reads a file of items for a transfer against the items that the store has. Two queries, however many
 * rows.
 *
 * @param ofBarcodes - the items of variants that carry a barcode, which this module does not know
 * @throws Refusal `invalid_data` for what is not such a file
 */
export async function readItemsFile(
  read: Run,
  content: string,
  ofBarcodes: ItemsOfBarcodes
): Promise<TransferItemsFile> {
  const { cells, delimiter, portions } = await openFile(content, MOST_ITEMS)
  const columns = readItemHeader(cells)
  if (typeof columns === "string") {
    throw Refusal.invalid("content", columns)
  }
  const shape = { columns, width: cells.length, delimiter }
  const rows = []
  for await (const portion of portions) {
    rows.push(...portion.map((row) => readItemRow(row, shape)))
  }
  const open = rows.filter(({ error }) => !error)
  const barcodes = open.flatMap(({ itemId, sku, barcode }) => (itemId || sku ? [] : barcode))
  const known = await findItems(read, ofBarcodes, {
    ids: open.flatMap(({ itemId }) => itemId || []),
    skus: open.flatMap(({ itemId, sku }) => (itemId ? [] : sku || [])),
    barcodes,
  })
  const { taken, errors } = judgeItemRows(rows, known)
  return {
    items: taken.map(({ line, item, quantity }) => ({
      line,
      inventory_item_id: item.id,
      sku: item.sku,
      title: item.title,
      units: item.units,
      quantity: quantity.toFixed(),
    })),
    errors: errors.slice(0, MOST_ERRORS).map(({ row, error }) => ({
      line: row.line,
      item: row.sku || row.itemId || row.barcode || null,
      ...error,
      message: itemRowErrorText(error),
    })),
    error_count: errors.length,
  }
}

/**
 * The same, where every row must be good.
 *
 * @throws Refusal `invalid_data` with all errors in `details.errors`
 */
export function refuseErrors({ errors, error_count }: TransferItemsFile): void {
  if (error_count) {
    const [{ line, message }] = errors
    const more = error_count > 1 ? ` (and ${error_count - 1} more)` : ""
    throw new Refusal("invalid_data", `content is wrong in line ${line}: ${message}${more}`, {
      field: "content",
      errors,
      error_count,
    })
  }
}

/** The items that somebody means who types or scans a code: by SKU, else by a variant's barcode. */
export async function itemsOfCode(
  read: Run,
  code: string,
  ofBarcodes: ItemsOfBarcodes
): Promise<FoundItem[]> {
  const found = await findItems(read, ofBarcodes, { ids: [], skus: [code], barcodes: [code] })
  const bySku = found.bySku.get(code)
  return bySku ? [bySku] : (found.byBarcode.get(code) ?? [])
}

async function findItems(
  read: Run,
  ofBarcodes: ItemsOfBarcodes,
  asked: { ids: string[]; skus: string[]; barcodes: string[] }
): Promise<KnownItems<FoundItem>> {
  const pairs = asked.barcodes.length ? await ofBarcodes([...new Set(asked.barcodes)]) : []
  const items = await read<FoundItem>(ITEMS, [
    textArray([...asked.ids, ...pairs.map(({ inventory_item_id }) => inventory_item_id)]),
    textArray(asked.skus),
  ])
  const byId = new Map(items.map((item) => [item.id, item]))
  const byBarcode = new Map<string, FoundItem[]>()
  for (const { barcode, inventory_item_id } of pairs) {
    const item = byId.get(inventory_item_id)
    const before = byBarcode.get(barcode) ?? []
    if (item && !before.includes(item)) {
      byBarcode.set(barcode, [...before, item])
    }
  }
  const bySku = new Map(items.flatMap((item) => (item.sku ? [[item.sku, item] as const] : [])))
  return { byId, bySku, byBarcode }
}

/** $1: ids, $2: SKUs. */
const ITEMS = {
  name: "stockroom_transfer_items",
  text: `
    select i.id, i.sku, i.title, coalesce(${unitsOfItem("i.id")}, '[]') as units from (
      select id, sku, title from inventory_item where id = any($1::text[]) and deleted_at is null
      union
      select id, sku, title from inventory_item where sku = any($2::text[]) and deleted_at is null
    ) i`,
}

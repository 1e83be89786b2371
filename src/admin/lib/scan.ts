import { exact, type Quantity } from "../../core/quantity"

/** The codes that an item is known by besides its SKU. */
export interface ItemCodes {
  itemId: string
  codes: string[]
}

/** Which items of a transfer a code stands for. */
export type CodeBook = Map<string, Set<string>>

/** What was scanned: how many, of what. */
export interface Scan {
  times: Quantity
  /** As it was read, for the message. */
  code: string
}

/** Letters count alike in either case, and a UPC is an EAN that begins with zeros. */
function plain(code: string): string {
  const text = code.trim().toUpperCase()
  return /^\d{8,}$/.test(text) ? text.replace(/^0+/, "") : text
}

/** The codes of a transfer's items: SKUs, and what the variants are labelled with. */
export function codeBookOf(
  lines: { inventory_item_id: string; sku: string | null }[],
  labels: ItemCodes[]
): CodeBook {
  const book: CodeBook = new Map()
  const bySku = new Set<string>()
  for (const { inventory_item_id: itemId, sku } of lines) {
    if (sku) {
      book.set(plain(sku), new Set([itemId]))
      bySku.add(plain(sku))
    }
  }
  const carried = new Set(lines.map((line) => line.inventory_item_id))
  for (const { itemId, codes } of labels) {
    for (const code of codes.map(plain)) {
      // A SKU is its item's alone, whatever else is labelled with it.
      if (carried.has(itemId) && !bySku.has(code)) {
        book.set(code, (book.get(code) ?? new Set()).add(itemId))
      }
    }
  }
  return book
}

const TIMES = /^(\d{1,6})\s*[*×]\s*(.+)$/

/** Reads a line of a scanner: a code, or "3*" and a code for three of it. */
export function readScan(text: string, book: CodeBook): Scan {
  const [, times, code] = (!book.has(plain(text)) && TIMES.exec(text.trim())) || []
  return times && code
    ? { times: exact(times), code: code.trim() }
    : { times: exact(1), code: text.trim() }
}

/** The items that a code stands for; none where it is not in the transfer. */
export function itemsOf(code: string, book: CodeBook): string[] {
  return [...(book.get(plain(code)) ?? [])]
}

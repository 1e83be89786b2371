import { Refusal } from "../../core/refusal"
import { STATES } from "../../core/state"

/** Figures by which levels can be ordered while not more than {@link COUNTED} of them match. */
const FIGURES = ["on_hand", "unavailable", ...STATES, "updated_at", "title"] as const

/** What levels can be ordered by; with a minus before it, the other way round. */
export const STOCK_ORDERS = ["item", "sku", ...FIGURES].flatMap((order) => [order, `-${order}`])

/** How far matching levels are counted: to count a million takes longer than anybody would wait. */
export const COUNTED = 10_000

/** In which order levels are read, and in which of its directions. */
export interface StockOrder {
  by: "item" | "sku" | (typeof FIGURES)[number]
  descending: boolean
}

export function parseOrder(order: string | undefined): StockOrder {
  const descending = order?.startsWith("-") ?? false
  return { by: (order?.replace(/^-/, "") ?? "item") as StockOrder["by"], descending }
}

/** Whether an index has the order, so that a page is read from anywhere in a million levels. */
export function isIndexed({ by }: StockOrder): boolean {
  return by === "item" || by === "sku"
}

/** Where a page begins: beside a level, or that many levels from the beginning. */
export type StockCursor =
  { way: "after" | "before"; sku: string | null; item: string; location: string } | { skip: number }

export function encodeCursor(cursor: StockCursor): string {
  const parts =
    "skip" in cursor ? [cursor.skip] : [cursor.way, cursor.sku, cursor.item, cursor.location]
  return Buffer.from(JSON.stringify(parts)).toString("base64url")
}

/** @throws Refusal `invalid_data` when the list has not given the cursor out */
export function decodeCursor(cursor: string): StockCursor {
  const parts = partsOf(cursor)
  const [way, sku, item, location] = parts
  if (parts.length === 1 && Number.isSafeInteger(way) && (way as number) >= 0) {
    return { skip: way as number }
  }
  const isText = (part: unknown) => typeof part === "string"
  if (
    parts.length !== 4 ||
    (way !== "after" && way !== "before") ||
    !(sku === null || isText(sku)) ||
    !isText(item) ||
    !isText(location)
  ) {
    throw Refusal.invalid("cursor", "is not one that this list has given out")
  }
  return { way, sku: sku as string | null, item: item as string, location: location as string }
}

function partsOf(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString())
    return Array.isArray(parts) ? parts : []
  } catch {
    return []
  }
}

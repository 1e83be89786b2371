import type { OrderStockResponse } from "../../api/types/order-stock"

type OrderStock = OrderStockResponse["order_stock"]

/** An order's line, as Medusa's order page has it. */
export interface OrderPageLine {
  id: string
  title?: string | null
  product_title?: string | null
  variant_title?: string | null
}

/** What a line has committed of one item at one location. */
export interface CommittedPart {
  reservationId: string
  itemId: string
  locationId: string
  quantity: string
  /** Why it is there; null where it has come there since the decision. */
  decision: { reason: string; strategy: string } | null
}

/** A line with what is committed for it. */
export interface CommittedLine {
  lineItemId: string
  /** Null for a line that the order does not have any more. */
  title: string | null
  parts: CommittedPart[]
}

/** What is committed to an order, line by line, in the order of the order. */
export function committedLines(stock: OrderStock, lines: OrderPageLine[]): CommittedLine[] {
  const ids = new Set([
    ...lines.map(({ id }) => id),
    ...stock.committed.map((one) => one.line_item_id),
  ])
  return [...ids].flatMap((lineItemId) => {
    const parts = stock.committed
      .filter((one) => one.line_item_id === lineItemId)
      .map((one) => ({
        reservationId: one.reservation_id,
        itemId: one.inventory_item_id,
        locationId: one.location_id,
        quantity: one.quantity,
        decision: decisionOn(stock, one),
      }))
    const line = lines.find(({ id }) => id === lineItemId)
    return parts.length ? [{ lineItemId, title: line ? titleOf(line) : null, parts }] : []
  })
}

function decisionOn(
  { allocations }: OrderStock,
  committed: OrderStock["committed"][number]
): CommittedPart["decision"] {
  const found = allocations.find(
    (one) =>
      one.line_item_id === committed.line_item_id &&
      one.inventory_item_id === committed.inventory_item_id &&
      one.location_id === committed.location_id
  )
  return found ? { reason: found.reason, strategy: found.strategy } : null
}

function titleOf({ title, product_title, variant_title }: OrderPageLine): string | null {
  const parts = [product_title || title, variant_title].filter(Boolean)
  return parts.length ? [...new Set(parts)].join(" · ") : null
}

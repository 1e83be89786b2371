/**
 * The first parts of the keys under which Medusa's own pages keep what a stock movement changes. The
 * dashboard has one cache; invalidating these refreshes its open pages.
 */
export const STOCK_QUERIES = [
  "orders",
  "returns",
  "inventory_items",
  "inventory_item_levels",
  "reservation_items",
  "product_variants",
  "product_variant",
] as const

/** What Stockroom's own pages keep. */
export const STOCKROOM_QUERIES = "stockroom"

/**
 * Where an order page's stock is kept: beside what Medusa keeps of the order, so that all that Medusa
 * does to the order (a fulfilment, an edit, a return) refreshes it, too.
 */
export function orderQuery(orderId: string, ...what: unknown[]) {
  return ["orders", "detail", orderId, STOCKROOM_QUERIES, ...what]
}

/** The first part of the keys under which Medusa keeps what it knows of stock locations. */
export const STOCK_LOCATION_QUERIES = "stock_locations"

/** Where a location's stock is kept: beside what Medusa keeps of it, so that its changes refresh both. */
export function locationQuery(kind: "detail" | "list", ...what: unknown[]) {
  return [STOCK_LOCATION_QUERIES, kind, ...what, STOCKROOM_QUERIES]
}

/** What the lists of low stock can be filtered by, as the API and the pages' addresses name it. */
export const LOW_STOCK_FILTERS = [
  "inventory_item_id",
  "location_id",
  "place",
  "low",
  "enabled",
  "identifier",
  "alert_id",
  "opened_from",
  "opened_until",
] as const
export type LowStockFilter = (typeof LOW_STOCK_FILTERS)[number]

/** The filters that are set, each with its values. */
export type LowStockFilterValues = Partial<Record<LowStockFilter, string[]>>

/** Those that have one value. */
export const SINGLE_FILTERS = ["low", "enabled", "opened_from", "opened_until"] as const

/** Whether a filter has one value. */
export function isSingle(filter: LowStockFilter): boolean {
  return (SINGLE_FILTERS as readonly string[]).includes(filter)
}

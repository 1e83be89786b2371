import type { UnitsByItem } from "./units"

/** The answer of `GET /admin/stockroom/history`. */
export interface HistoryResponse {
  history: HistoryEntry[]
  next_cursor: string | null
  limit: number
  units: UnitsByItem
}

/** A ledger row with what its movement says, and the names of what it is about. */
export interface HistoryEntry {
  id: string
  movement_id: string
  inventory_item_id: string
  sku: string | null
  location_id: string
  location_name: string | null
  state: string
  quantity: string
  balance_before: string
  balance_after: string
  created_at: string
  kind: string
  reason: string | null
  note: string | null
  actor_type: string
  actor_id: string | null
  actor_name: string | null
  source: string | null
  correlation_id: string | null
  reverses_id: string | null
  reversed_by_id: string | null
  below_zero: boolean
  order_id: string | null
  line_item_id: string | null
  fulfillment_id: string | null
  return_id: string | null
  transfer_id: string | null
  reservation_id: string | null
  import_id: string | null
  /** The number that people know the order by; null where there is no order (any more). */
  order_display_id: number | null
}

/** The answer of `GET /admin/stockroom/history/filters`: what there is to filter the history by. */
export interface HistoryFiltersResponse {
  filters: {
    /** Admin users and API keys that have moved stock, by name; former ones as well. */
    actors: { id: string; type: "user" | "api-key"; name: string }[]
    /** Reasons that movements give. */
    reasons: string[]
    /** The store's stock locations, by name. */
    locations: { id: string; name: string }[]
  }
}

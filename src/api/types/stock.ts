import type { MovementRecord, StockPage } from "../../modules/inventory/types"
import type { HandState } from "../../core/state"
import type { Names } from "./names"
import type { UnitsByItem } from "./units"

/** The answer of `GET /admin/stockroom/stock`. */
export interface StockResponse extends StockPage {
  limit: number
  offset: number
  /** Of the locations; an item's SKU and title are with its levels. */
  names: Names
  units: UnitsByItem
}

/** The body of `POST /admin/stockroom/stock`: changes by hand that are made together, or not at all. */
export interface StockChangesRequest {
  changes: StockChangeRequest[]
  /** One of the option `reasons`, where the store has set it. */
  reason?: string | null
  note?: string | null
  /** Sending the same again with its key changes nothing, and gets the first answer. */
  idempotency_key?: string | null
  /** Lets `available` fall below zero. */
  allow_negative?: boolean
}

/**
 * A change by hand of one level. Quantities are exact decimals; `expected` is the figure that was seen: of the state, of `from` for a move, of On Hand for a count.
 */
export type StockChangeRequest = {
  inventory_item_id: string
  location_id: string
  quantity: string
  expected?: string | null
  /** The key of the unit in which both are; the item's base unit when left out. */
  unit?: string | null
} & (
  | { op: "set" | "adjust"; state: HandState }
  | { op: "count" }
  | { op: "move"; from: HandState; to: HandState }
)

/** The answer of `POST /admin/stockroom/stock`. */
export interface StockChangesResponse {
  /** Null where nothing had to change. */
  movement: MovementRecord | null
  /** Whether the same had been asked before, with its key. */
  repeated: boolean
}

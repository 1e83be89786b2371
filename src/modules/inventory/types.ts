import type { References } from "../../core/movement"
import type { QuantityInput } from "../../core/quantity"
import type { ReservedStock } from "../../core/reservation"
import type { HandState } from "../../core/state"
import type { Drift } from "../../core/verify"

/** A row of Medusa's `reservation_item`, with an exact quantity. */
export interface Reservation extends ReservedStock {
  externalId: string | null
  description: string | null
  createdBy: string | null
  metadata: Record<string, unknown> | null
  createdAt: Date | null
  updatedAt: Date | null
  deletedAt: Date | null
}

/**
 * One change by hand. `count` sets On Hand: the difference goes to `available`. `expected` is the
 * figure the caller saw (the state's, the `from` state's, or On Hand for a count): when it has
 * changed meanwhile, the whole request is refused as a conflict.
 *
 * @since 0.1.0
 */
export interface StockChangeInput {
  op: "set" | "adjust" | "count" | "move"
  inventory_item_id: string
  location_id: string
  /** For `set` and `adjust`. */
  state?: HandState
  /** For `move`. */
  from?: HandState
  /** For `move`. */
  to?: HandState
  /** In base units of the item. Signed for `adjust`. */
  quantity: QuantityInput
  expected?: QuantityInput | null
}

/**
 * Changes by hand that are made together, or not at all.
 *
 * @since 0.1.0
 */
export interface StockChangesInput {
  changes: StockChangeInput[]
  /** One of the option `reasons`, where the store has set it. */
  reason?: string | null
  note?: string | null
  /** Repeating a request with its key changes nothing and gives the first movement. */
  idempotency_key?: string | null
  /** Lets `available` fall below zero. */
  allow_negative?: boolean
  references?: References
}

export interface UndoInput {
  reason?: string | null
  note?: string | null
  allow_negative?: boolean
}

/** What undoing a movement would leave. */
export interface UndoPreview {
  movement_id: string
  possible: boolean
  obstacle: string | null
  rows: {
    inventory_item_id: string
    location_id: string
    state: string
    quantity: string
    before: string
    after: string
    negative: boolean
  }[]
}

export interface VerifyInput {
  /** Only Medusa's own tables, as before Stockroom took over. */
  core_only?: boolean
  inventory_item_id?: string
  location_id?: string
}

/** What verifying found. `drifts` are wrong; `notices` are worth knowing. */
export interface Verification {
  source: "core" | "stockroom"
  levels: number
  consistent: boolean
  drifts: Drift[]
  /** How many drifts more there are than are listed. */
  more_drifts: number
  notices: {
    notice: "below_zero" | "unexplained" | "counter_raised"
    inventory_item_id: string
    location_id: string
    /** What is available, of `below_zero`; else by how much the reserved counter was off. */
    quantity: string
    movement_id: string | null
  }[]
}

export interface Repaired {
  /** Levels that were brought back in line. */
  levels: number
  movement_ids: string[]
  /** What verifying finds afterwards. */
  remaining: Verification
}

/** Filters of the history; all that are given must hold. */
export interface HistoryFilters {
  inventory_item_id?: string | string[]
  location_id?: string | string[]
  state?: string | string[]
  kind?: string | string[]
  reason?: string | string[]
  actor_id?: string | string[]
  actor_type?: string | string[]
  order_id?: string
  /** With `order_id`: the order's lines, so that what Medusa did for them is found too. */
  line_item_id?: string | string[]
  fulfillment_id?: string
  return_id?: string
  transfer_id?: string
  reservation_id?: string
  import_id?: string
  movement_id?: string
  correlation_id?: string
  /** From this moment on. */
  from?: Date | string
  /** Before this moment. */
  until?: Date | string
}

/** One row of the history: a ledger row with what its movement says. Quantities are exact decimals. */
export interface HistoryRow {
  id: string
  movement_id: string
  inventory_item_id: string
  location_id: string
  state: string
  quantity: string
  balance_before: string
  balance_after: string
  sequence: string
  created_at: string
  kind: string
  reason: string | null
  note: string | null
  actor_type: string
  actor_id: string | null
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
}

export interface HistoryPage {
  rows: HistoryRow[]
  /** Give it as `cursor` for the next, older page; null when there is none. */
  next_cursor: string | null
}

/** A level as it stood at a moment. */
export interface LevelAsOf {
  inventory_item_id: string
  location_id: string
  on_hand: string
  unavailable: string
  available: string
  committed: string
  reserved: string
  damaged: string
  safety: string
  quality_control: string
  incoming: string
  fulfilled: string
}

export interface DeactivateInput {
  /** Where free stock goes; needed while there is any. */
  destination_id?: string | null
  reason?: string | null
  note?: string | null
}

/** What Stockroom keeps about a stock location. */
export interface LocationSettings {
  id: string
  /** Inactive locations are not sold from. */
  active: boolean
  /** Lower goes first. */
  priority: number
  kind: "warehouse" | "store" | "supplier" | "virtual"
  latitude: number | null
  longitude: number | null
  lead_time_days: number | null
  /** The channels it serves; none means that it is detached: tracked, never sold from. */
  sales_channel_ids: string[]
}

export type LocationSettingsUpdate = Partial<
  Omit<LocationSettings, "id" | "active" | "sales_channel_ids">
>

export interface StockFilters {
  inventory_item_id?: string | string[]
  location_id?: string | string[]
  sku?: string | string[]
  /** Text in SKU or title. */
  q?: string
  /** Only levels whose available is below zero. */
  negative?: boolean
}

/** A level with its states. Quantities are exact decimals in base units of the item. */
export interface StockLevel {
  inventory_item_id: string
  location_id: string
  level_id: string
  sku: string | null
  title: string | null
  on_hand: string
  unavailable: string
  available: string
  committed: string
  reserved: string
  /** The part of `reserved` that may be changed by hand. */
  reserved_free: string
  damaged: string
  safety: string
  quality_control: string
  incoming: string
  fulfilled: string
  active: boolean
  updated_at: Date
}

/** A movement with its ledger rows. */
export interface MovementRecord {
  id: string
  kind: string
  reason: string | null
  note: string | null
  actor_type: string
  actor_id: string | null
  source: string | null
  correlation_id: string | null
  idempotency_key: string | null
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
  created_at: string
  transactions: {
    id: string
    inventory_item_id: string
    location_id: string
    state: string
    quantity: string
    balance_before: string
    balance_after: string
    sequence: string
  }[]
}

import type { Right } from "../../core/grants"
import type { References } from "../../core/movement"
import type { QuantityInput } from "../../core/quantity"
import type { ReservedStock } from "../../core/reservation"
import type { HandState, State } from "../../core/state"
import type { OriginDeduction, TransferStatus } from "../../core/transfer"
import type { UnitRecord } from "../../core/units"
import type { Drift } from "../../core/verify"

export type * from "./availability/types"
export type * from "./back-in-stock/types"
export type * from "./imports/types"
export type {
  ActionResult,
  LowStockAction,
  LowStockActionClass,
  LowStockActionContext,
  LowStockActionInfo,
} from "./low-stock/action"
export type * from "./low-stock/types"
export type * from "./transfer-types"
export type { UnitInput, UnitRecord } from "../../core/units"

/** What setting an item's units came to: how they are, and how they were. */
export interface UnitsSet {
  units: UnitRecord[]
  before: UnitRecord[]
}

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
  /** Signed for `adjust`. */
  quantity: QuantityInput
  /** The key of the unit in which `quantity` and `expected` are; the item's base unit when left out. */
  unit?: string | null
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
    notice: "below_zero" | "unexplained" | "counter_raised" | "deleted_location"
    inventory_item_id: string
    location_id: string
    /**
     * What is available, of `below_zero`; what is on hand, of `deleted_location`; else by how much
     * the reserved counter was off.
     */
    quantity: string
    movement_id: string | null
    /** Of `deleted_location`: what the level still holds, by state. */
    left?: Partial<Record<State, string>>
  }[]
  /** Orders whose stock could not be settled; they are tried again by themselves. */
  unsettled_orders: {
    order_id: string
    attempts: number
    last_error: string
    next_attempt_at: Date
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

/** What a chart of an item's stock is to show. */
export interface StockChartInput {
  inventory_item_id: string
  /** One location; all together when left out. */
  location_id?: string | null
  /** 90 days before `until` when left out. */
  from?: Date | string
  /** Now when left out. */
  until?: Date | string
  /** How many steps, 400 at most; a step is a day when left out. */
  points?: number
}

/** An item's stock over time. Quantities are exact decimals in base units of the item. */
export interface StockChart {
  inventory_item_id: string
  location_id: string | null
  from: string
  until: string
  /** What there was when each step ended, oldest first; the last step ends at `until`. */
  points: { at: string; on_hand: string; available: string }[]
  /** Where the item is or has been stocked. */
  location_ids: string[]
}

export interface DeactivateInput {
  /** Where free stock goes; needed while there is any. */
  destination_id?: string | null
  reason?: string | null
  note?: string | null
}

/** How many levels a location has: 10,000 where that many or more. */
export interface LocationFigures {
  levels: number
  /** Those with something on hand. */
  stocked_levels: number
  levels_below_zero: number
}

/** What stands against taking a location out of use, and what is to be moved elsewhere. */
export interface DeactivationPreview {
  location_id: string
  obstacles: {
    inventory_item_id: string
    obstacle: "committed" | "incoming" | "below_zero" | "reserved" | "held"
    /** Of `below_zero`: what is available. */
    quantity: string
  }[]
  /** How many more there are than are listed. */
  more_obstacles: number
  to_move: { levels: number }
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
  /** Only levels that have something in one of these states. */
  state?: State | State[]
  /** Only levels whose available is (not) below zero. */
  negative?: boolean
  /** Only levels with nothing on hand, or only those with something. */
  zero?: boolean
}

/** Which part of the matching levels is read, and in which order. */
export interface StockPageInput {
  limit: number
  offset?: number
  /** `next_cursor` or `previous_cursor` of another page; instead of `offset`. */
  cursor?: string | null
  /**
   * `item` (by default) or `sku`; a state, `on_hand`, `unavailable`, `updated_at` or `title` only while
   * no more than 10,000 levels match. A minus before it turns it round.
   */
  order?: string
}

export interface StockPage {
  stock: StockLevel[]
  /** How many levels match; 10,000 where that many or more do. */
  count: number
  /** Whether more than `count` match. */
  count_is_lower_bound: boolean
  next_cursor: string | null
  previous_cursor: string | null
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

export interface CommitmentFilters {
  inventory_item_id: string
  location_id?: string
}

/** Stock that is committed to an order line. */
export interface CommitmentRecord {
  reservation_id: string
  line_item_id: string
  inventory_item_id: string
  location_id: string
  /** In base units of the item. */
  quantity: string
  created_at: Date
  /** Null where no order has the line. */
  order_id: string | null
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

/**
 * What Medusa says of an order, as far as stock goes. Quantities are exact decimals of the items'
 * base units.
 *
 * @since 0.1.0
 */
export interface OrderFacts {
  order_id: string
  created_at: string
  canceled: boolean
  /** A draft takes no stock before it is converted. */
  draft: boolean
  /** What is still to leave, by line and item. Untracked variants are left out. */
  lines: OrderLineFacts[]
  fulfillments: {
    id: string
    canceled: boolean
    location_id: string
    items: FulfilledUnits[]
  }[]
  returns: {
    id: string
    location_id: string
    received: OrderUnits[]
    dismissed: OrderUnits[]
  }[]
}

export interface OrderUnits {
  line_item_id: string
  inventory_item_id: string
  quantity: string
}

export interface FulfilledUnits extends OrderUnits {
  /** Whether the line's variant still takes the item. */
  in_kit: boolean
}

export interface OrderLineFacts extends OrderUnits {
  allow_backorder: boolean
}

/** What settling an order has changed; all zero when everything was in line. */
export interface SettledOrder {
  order_id: string
  /** Lines that were committed, because they had arrived without reservations. */
  committed: number
  /** Reservations that a cancelled order still had. */
  released: number
  /** Movements that were added for fulfilments and returns. */
  posted: number
  /** Movements that were tied to the fulfilment or return that they are of. */
  tied: number
}

/** Stock that one location keeps for an order line which is committed at another. */
export interface HoldRecord {
  id: string
  order_id: string
  line_item_id: string
  inventory_item_id: string
  /** Where it is held. */
  location_id: string
  /** Where the line is committed, and where the units are wanted. */
  committed_location_id: string
  quantity: string
}

/** Where an item of an order line was committed, and why. */
export interface AllocationRecord {
  id: string
  line_item_id: string
  inventory_item_id: string
  location_id: string
  quantity: string
  strategy: string
  reason: string
  suggested_location_id: string | null
  holds: { hold_id: string; location_id: string; quantity: string }[]
  created_at: string
}

/** One thing that happened to an order's stock. */
export interface OrderStockEvent {
  kind: string
  at: string
  fulfillment_id: string | null
  return_id: string | null
  reason: string | null
  note: string | null
  actor_type: string
  actor_id: string | null
  movement_ids: string[]
  entries: { inventory_item_id: string; location_id: string; state: string; quantity: string }[]
}

/**
 * An order's stock: where it stands, how it came there, and what could be done about a shortfall.
 *
 * @since 0.1.0
 */
export interface OrderStock {
  order_id: string
  committed: {
    reservation_id: string
    line_item_id: string
    inventory_item_id: string
    location_id: string
    quantity: string
  }[]
  holds: HoldRecord[]
  /** The latest decision for each line and item. */
  allocations: AllocationRecord[]
  /** Transfers that would bring what is held to where it is committed. */
  proposals: {
    hold_id: string
    inventory_item_id: string
    from_location_id: string
    to_location_id: string
    quantity: string
    /** The transfer that covers it: a draft, or one that has been sent and takes the held units on receipt. */
    transfer_id: string | null
  }[]
  /** Every transfer that covers a shortfall of the order, or did, whatever has become of it; newest first. */
  transfers: OrderTransferRecord[]
  /** Oldest first. */
  events: OrderStockEvent[]
}

/** A transfer, as far as it is for an order. */
export interface OrderTransferRecord {
  id: string
  /** As people say it: T-1001. */
  number: string
  status: TransferStatus
  origin_id: string
  destination_id: string
  /** Null while it is a draft. */
  origin_deduction: OriginDeduction | null
  /** Those that are for the order. */
  lines: {
    inventory_item_id: string
    line_item_id: string
    hold_id: string | null
    quantity: string
    accepted: string
    rejected: string
    outstanding: string
  }[]
}

/** A dry run: where would this be shipped from? */
export interface AllocationPreviewInput {
  items: { inventory_item_id: string; quantity: QuantityInput; allow_backorder?: boolean }[]
  sales_channel_id: string
  shipping_address?: Record<string, unknown> | null
  /** Instead of the strategy that the options name. */
  strategy?: string
}

/** What an order would do, were it placed now. */
export interface AllocationPreview {
  strategy: string
  items: {
    inventory_item_id: string
    quantity: string
    /** Null where no location that serves the channel stocks the item. */
    location_id: string | null
    reason: string
    holds: { location_id: string; quantity: string }[]
    /** What is missing everywhere: the order would be refused. */
    left_over: string
    /** What the eligible locations have together. */
    together: string
  }[]
}

/** Where returned units go from the state in which they came back. */
export interface DispositionInput {
  inventory_item_id: string
  quantity: QuantityInput
  /** The key of the unit in which it is; the item's base unit when left out. */
  unit?: string | null
  /** The state in which the units are now. */
  from: HandState
  /** The state in which they belong, or `discard`: they leave the books. */
  to: HandState | "discard"
}

export interface CoverHoldInput {
  hold_id: string
  /** All that is held when it is left out. */
  quantity?: QuantityInput | null
  /** The key of the unit in which it is; the item's base unit when left out. */
  unit?: string | null
  note?: string | null
}

export interface DisposeReturnInput {
  return_id: string
  dispositions: DispositionInput[]
  reason?: string | null
  note?: string | null
}

/**
 * A right of an admin user: for all locations or for named ones, and up to how much at a time.
 *
 * @since 0.1.0
 */
export interface GrantInput {
  right: Right
  /** All of them when null or left out. */
  location_ids?: string[] | null
  /** In base units of the item: the most that one change may add to a state of a level, or take. No limit when null. */
  max_quantity?: QuantityInput | null
}

/** A right as it is kept. */
export interface GrantRecord {
  right: Right
  location_ids: string[] | null
  max_quantity: string | null
}

/** What one admin user has been granted. */
export interface UserGrants {
  user_id: string
  grants: GrantRecord[]
  updated_at: Date
}

/** One change of what a user has been granted. The list of them is append-only. */
export interface GrantChange {
  id: string
  user_id: string
  before: GrantRecord[]
  after: GrantRecord[]
  actor_type: string
  actor_id: string | null
  created_at: Date
}

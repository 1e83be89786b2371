import type {
  AlertStatus,
  PoolPlace,
  ReorderStatus,
  RulePlace,
  RunStatus,
} from "../../../core/low-stock"
import type { QuantityInput } from "../../../core/quantity"

export type { AlertStatus, RunStatus } from "../../../core/low-stock"

/**
 * What is done when stock runs low: an action by its identifier, with the options it takes.
 *
 * @since 0.1.0
 */
export interface RuleAction {
  identifier: string
  options?: Record<string, unknown> | null
}

/** What may change of a rule. Left out: as it is, or as a new rule has it. */
interface RuleSettings {
  /** Zero or above. Stock is low when it is at or below it. */
  threshold?: QuantityInput
  /** Done in parallel and independently of each other. Without any, there is an alert and nothing else. */
  actions?: RuleAction[]
  /** A rule that is off silences what it would watch, where a more general rule would still speak. */
  enabled?: boolean
  /** No action of it runs until then. */
  muted_until?: string | Date | null
  /** How long new stock takes to arrive. */
  lead_time_days?: number | null
  /** Up to how much is ordered. */
  reorder_to?: QuantityInput | null
  /** Sells nothing that would take what is watched below the threshold; false in a new rule. */
  stop_selling?: boolean
  /** The key of the unit in which both are, of a rule about one item; its base unit when left out. */
  unit?: string | null
  note?: string | null
}

/**
 * A new rule: what is watched, and from which quantity on it is low.
 *
 * @since 0.1.0
 */
export interface LowStockRuleInput extends RuleSettings {
  /** Every item that has no rule of its own, when null or left out. */
  inventory_item_id?: string | null
  place: RulePlace
  /** Of the place `location`. */
  location_id?: string | null
  /** Of the place `channel`. */
  sales_channel_id?: string | null
  threshold: QuantityInput
}

/** A change of a rule. What it watches stays. */
export interface LowStockRuleUpdate extends RuleSettings {
  id: string
}

/**
 * A rule as it is kept.
 *
 * @since 0.1.0
 */
export interface LowStockRule {
  id: string
  inventory_item_id: string | null
  place: RulePlace
  location_id: string | null
  sales_channel_id: string | null
  threshold: string
  actions: RuleAction[]
  enabled: boolean
  muted_until: Date | null
  lead_time_days: number | null
  reorder_to: string | null
  stop_selling: boolean
  note: string | null
  /** `options`: the store's default as medusa-config.ts has it, until it is changed. */
  source: "options" | "stored"
  created_at: Date
  updated_at: Date
}

/**
 * Rules to make, change and delete: all of it or nothing.
 *
 * @since 0.1.0
 */
export interface LowStockRulesInput {
  create?: LowStockRuleInput[]
  /** Made, or where the item has a rule for this place already, replaced. */
  upsert?: LowStockRuleInput[]
  update?: LowStockRuleUpdate[]
  delete?: string[]
}

/** What became of rules. */
export interface LowStockRulesChanged {
  created: LowStockRule[]
  updated: LowStockRule[]
  deleted: string[]
}

/** Why an alert is resolved: stock came, a person said so, a rule was changed, the level was closed. */
export type AlertResolution = "recovered" | "by_hand" | "rule" | "closed"

/**
 * Stock that has run low.
 *
 * @since 0.1.0
 */
export interface LowStockAlert {
  id: string
  inventory_item_id: string
  place: PoolPlace
  location_id: string | null
  sales_channel_id: string | null
  rule_id: string
  threshold: string
  /** What was left when it ran low. */
  available: string
  /** What is left now. */
  current: string
  /** Whether it is still low, also when a person has resolved the alert. */
  low: boolean
  status: AlertStatus
  resolution: AlertResolution | null
  /** Those of the rule when it ran low. */
  actions: RuleAction[]
  /** The movement that took it there; null where a rule was changed. */
  movement_id: string | null
  recovery_movement_id: string | null
  recovery_available: string | null
  opened_at: Date
  acknowledged_at: Date | null
  acknowledged_by: string | null
  resolved_at: Date | null
  resolved_by: string | null
  low_until: Date | null
  muted_until: Date | null
  note: string | null
}

/** What is watched of an item, and by which rule. */
export interface LowStockPool {
  inventory_item_id: string
  place: PoolPlace
  location_id: string | null
  sales_channel_id: string | null
  available: string
  low: boolean
  /** The most specific one; null where nothing watches it. */
  rule: LowStockRule | null
  alert: LowStockAlert | null
}

export interface LowStockRuleFilters {
  inventory_item_id?: string | string[]
  location_id?: string | string[]
  sales_channel_id?: string | string[]
  place?: RulePlace | RulePlace[]
  enabled?: boolean
  /** Only the store's defaults, or none of them. */
  default?: boolean
  /** Part of an item's SKU or title. */
  q?: string
}

export interface LowStockAlertFilters {
  status?: AlertStatus | AlertStatus[]
  inventory_item_id?: string | string[]
  location_id?: string | string[]
  sales_channel_id?: string | string[]
  place?: PoolPlace | PoolPlace[]
  rule_id?: string | string[]
  /** Whether the stock is still low. */
  low?: boolean
  /** Part of an item's SKU or title. */
  q?: string
  opened_from?: Date | string
  opened_until?: Date | string
}

/**
 * What a person says of alerts.
 *
 * @since 0.1.0
 */
export interface ChangeAlertsInput {
  ids: string[]
  /** That they have been seen, that they need nothing more, or that their actions are to wait. */
  do: "acknowledge" | "resolve" | "mute"
  /** Of `mute`; null lets the actions run. */
  until?: string | Date | null
  note?: string | null
  /** Refuses where none can be changed. */
  strict?: boolean
}

/** What the events `stockroom.low-stock.*` carry of an alert. */
export interface LowStockEvent {
  id: string
  inventory_item_id: string
  place: PoolPlace
  location_id: string | null
  sales_channel_id: string | null
  rule_id: string
  /** What took it there, or back; null where a rule was changed. */
  movement_id: string | null
  resolution?: AlertResolution
}

/** What a change of stock or rules has set off. */
export interface LowStockTurns {
  opened: LowStockEvent[]
  ended: LowStockEvent[]
}

/**
 * What one action has to do, or has done, about an alert.
 *
 * @since 0.1.0
 */
export interface LowStockRun {
  id: string
  alert_id: string
  /** Which of the alert's actions. */
  position: number
  identifier: string
  options: Record<string, unknown>
  /** `undo`: stock has recovered. */
  phase: "execute" | "undo"
  status: RunStatus
  attempts: number
  /** When it is tried next; null where it is not waiting. */
  next_at: Date | null
  last_error: string | null
  /** What the action has given. */
  result: Record<string, unknown> | null
  started_at: Date | null
  finished_at: Date | null
  created_at: Date
  /** Of the alert. */
  inventory_item_id: string
  place: PoolPlace
  location_id: string | null
  sales_channel_id: string | null
}

export interface LowStockRunFilters {
  alert_id?: string | string[]
  status?: RunStatus | RunStatus[]
  identifier?: string | string[]
  inventory_item_id?: string | string[]
}

/** Which pools the report is about. */
export interface LowStockReportFilters {
  status?: ReorderStatus | ReorderStatus[]
  inventory_item_id?: string | string[]
  location_id?: string | string[]
  place?: PoolPlace | PoolPlace[]
  /** How many days of sales are looked at; 30 when left out. */
  days?: number
  /** For how many days what is ordered shall last, where the rule names no quantity; 30 when left out. */
  cover_days?: number
}

/**
 * How long the stock of a pool lasts, how much of it to order, and every figure that it comes from.
 * Quantities are exact decimals in base units.
 *
 * @since 0.1.0
 */
export interface LowStockReportRow {
  inventory_item_id: string
  place: PoolPlace
  location_id: string | null
  sales_channel_id: string | null
  rule_id: string
  /** Low now, low before new stock could arrive, or neither. */
  status: ReorderStatus
  available: string
  incoming: string
  threshold: string
  lead_time_days: number
  /** Of the rule. */
  reorder_to: string | null
  /** Sold in the last `days`, less what was cancelled. */
  sold: string
  /** Fewer than were asked for where the stock is younger. */
  days: number
  /** `sold / days`, to four digits. */
  per_day: string
  /** `available / per day`, to one digit; null while nothing is sold. */
  days_of_cover: string | null
  /** What is sold until new stock arrives: `sold × lead_time_days / days`. */
  demand: string
  /** `reorder_to`, or else `threshold + sold × cover_days / days`. */
  target: string
  /** `target − (available + incoming − demand)`; zero while it is `ok`. */
  order: string
}

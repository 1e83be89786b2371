import type { UnitRecord } from "../../core/units"
import type { QuantityInput } from "../../core/quantity"
import type {
  CustomFieldValue,
  ItemRowErrorCode,
  OriginDeduction,
  RejectDisposition,
  TransferStatus,
} from "../../core/transfer"

/** One item of a transfer as it is asked for. */
export interface TransferLineInput {
  inventory_item_id: string
  /** Above zero. */
  quantity: QuantityInput
  /** The key of the unit in which it is; the item's base unit when left out. */
  unit?: string | null
  /**
   * The order's shortfall that the line covers: a hold of the item at the origin for a line that is
   * committed at the destination.
   */
  hold_id?: string | null
}

/** What a draft says besides its items; all of it stays editable once it is sent. */
export interface TransferDetailsInput {
  reference?: string | null
  note?: string | null
  expected_at?: string | Date | null
  carrier?: string | null
  tracking_number?: string | null
  tracking_url?: string | null
  metadata?: Record<string, unknown> | null
  /** As declared in the option `transfers.custom_fields`. */
  custom_fields?: Record<string, unknown> | null
}

/**
 * A new transfer.
 *
 * @since 0.1.0
 */
export interface CreateTransferInput extends TransferDetailsInput {
  origin_id: string
  destination_id: string
  /** Each item once. A draft may have none yet. */
  lines?: TransferLineInput[]
  /** Repeating a request with its key changes nothing and gives the first result. */
  idempotency_key?: string | null
}

/**
 * A draft for what is held for an order's shortfall: all of the hold, from where it is to where it is wanted.
 *
 * @since 0.1.0
 */
export interface DraftTransferOfHoldInput extends TransferDetailsInput {
  hold_id: string
  idempotency_key?: string | null
}

/**
 * A transfer that is made and received at once, for moves across the room.
 *
 * @since 0.1.0
 */
export interface TransferAtOnceInput extends CreateTransferInput {
  /** Lets the origin's `available` fall below zero. */
  allow_negative?: boolean
}

/**
 * What is to change of a transfer; what is left out stays. Route and items are a draft's alone.
 *
 * @since 0.1.0
 */
export interface UpdateTransferInput extends TransferDetailsInput {
  origin_id?: string
  destination_id?: string
  /** All of the items; those that are not among them go. */
  lines?: TransferLineInput[]
  /** Items that come on top: to the line of the same item, where there is one. Not beside `lines`. */
  added_lines?: TransferLineInput[]
}

/**
 * A file of items for a draft: comma-, semicolon- or tab-separated, with a column `quantity` and one of
 * `sku`, `inventory_item_id`, `barcode`.
 *
 * @since 0.1.0
 */
export interface ImportTransferItemsInput {
  id: string
  content: string
  /** `replace` (default): the file has all of the items. `add`: it has those that come on top. */
  mode?: "replace" | "add"
}

/** An inventory item, as far as people have to tell it from others. */
export interface FoundItem {
  id: string
  sku: string | null
  title: string | null
  /** The base unit first; none of an item that has no units. */
  units: UnitRecord[]
}

/** Looks up the items of the variants that carry one of some barcodes (barcode, EAN or UPC). */
export type ItemsOfBarcodes = (
  barcodes: string[]
) => Promise<{ barcode: string; inventory_item_id: string }[]>

/** What a file of items says: the rows that can be taken, and what stands against the others. */
export interface TransferItemsFile {
  items: {
    /** Of the file; its header is line 1. */
    line: number
    inventory_item_id: string
    sku: string | null
    title: string | null
    units: UnitRecord[]
    /** In base units. */
    quantity: string
  }[]
  /** The first thousand. */
  errors: {
    line: number
    /** As the row names it. */
    item: string | null
    code: ItemRowErrorCode
    params: Record<string, string>
    message: string
  }[]
  error_count: number
}

/**
 * A draft for several holds that wait at one location for another: one transfer with a line for each.
 *
 * @since 0.1.0
 */
export interface DraftTransferOfHoldsInput extends TransferDetailsInput {
  /** At least one; each of another item. */
  hold_ids: string[]
  idempotency_key?: string | null
}

interface TransferStepInput {
  note?: string | null
  idempotency_key?: string | null
}

export interface MarkPendingInput extends TransferStepInput {
  /** Lets the origin's `available` fall below zero. */
  allow_negative?: boolean
}

/** What has arrived of one item. */
export interface ReceiptLineInput {
  inventory_item_id: string
  accepted?: QuantityInput | null
  rejected?: QuantityInput | null
  /** The key of the unit in which both are; the item's base unit when left out. */
  unit?: string | null
  /** What becomes of the rejected units; default: `discard`. */
  disposition?: RejectDisposition | null
  /** Needed where units are rejected. */
  reason?: string | null
  note?: string | null
}

export interface ReceiveTransferInput extends TransferStepInput {
  lines?: ReceiptLineInput[]
  /** Accepts everything that is outstanding besides the lines. */
  accept_rest?: boolean
}

/** How what is outstanding of a transfer ends. */
export interface EndTransferInput extends TransferStepInput {
  /** The units are lost: they do not go back to the origin. */
  write_off?: boolean
  reason?: string | null
}

/** What a step of a transfer came to. */
export interface TransferStepResult {
  transfer_id: string
  status: TransferStatus
  receipt_id: string | null
  /** The same key has made this step before; nothing was changed now. */
  repeated: boolean
}

export interface TransferFilters {
  status?: TransferStatus | TransferStatus[]
  origin_id?: string | string[]
  destination_id?: string | string[]
  /** Either end. */
  location_id?: string | string[]
  inventory_item_id?: string | string[]
  order_id?: string
  /** Number, reference or tracking number, or a part of a SKU or title. */
  q?: string
  /** Expected from this moment on. */
  expected_from?: string | Date
  /** Expected before this moment. */
  expected_until?: string | Date
}

/** A transfer in a list. Quantities are exact decimals in base units of the items. */
export interface TransferSummary {
  id: string
  /** As people say it: T-1001. */
  number: string
  status: TransferStatus
  origin_id: string
  destination_id: string
  /** Null while it is a draft. */
  origin_deduction: OriginDeduction | null
  reference: string | null
  note: string | null
  expected_at: string | null
  carrier: string | null
  tracking_number: string | null
  tracking_url: string | null
  metadata: Record<string, unknown> | null
  custom_fields: Record<string, CustomFieldValue>
  created_at: string
  updated_at: string
  /** Over all of its lines. */
  totals: {
    lines: number
    quantity: string
    accepted: string
    rejected: string
    /** What will not arrive any more. */
    ended: string
    outstanding: string
  }
}

export interface TransferLineRecord {
  id: string
  inventory_item_id: string
  sku: string | null
  title: string | null
  quantity: string
  accepted: string
  rejected: string
  ended: string
  outstanding: string
  /** The order's shortfall that it covers. */
  hold_id: string | null
  /** What is still held for that shortfall; null where nothing is. */
  hold_quantity: string | null
  order_id: string | null
  line_item_id: string | null
}

export interface TransferReceiptRecord {
  id: string
  note: string | null
  actor_type: string
  actor_id: string | null
  idempotency_key: string | null
  /** When a workflow that failed later took it back; null where it stands. */
  taken_back_at: string | null
  created_at: string
  lines: {
    inventory_item_id: string
    accepted: string
    rejected: string
    disposition: RejectDisposition | null
    reason: string | null
    note: string | null
  }[]
}

/** Who did what to a transfer, and when. */
export interface TransferEventRecord {
  id: string
  event: TransferEventName
  /** As it left the transfer. */
  status: TransferStatus
  actor_type: string
  actor_id: string | null
  reason: string | null
  note: string | null
  write_off: boolean
  receipt_id: string | null
  created_at: string
}

export type TransferEventName =
  "created" | "updated" | "deleted" | "pending" | "received" | "canceled" | "closed" | "taken_back"

/**
 * A transfer with its lines, receipts and what was done to it, oldest first.
 *
 * @since 0.1.0
 */
export interface TransferRecord extends TransferSummary {
  lines: TransferLineRecord[]
  receipts: TransferReceiptRecord[]
  events: TransferEventRecord[]
}

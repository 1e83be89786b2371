import type { Quantity } from "../../../core/quantity"
import type {
  CustomFieldValue,
  OriginDeduction,
  RejectDisposition,
  TransferLine,
  TransferStatus,
} from "../../../core/transfer"
import { newId } from "../ids"
import type { Who } from "../request-context"
import type { TransferEventName } from "../transfer-types"
import type { Column } from "./columns"

/** A line of a transfer as its table has it. */
export interface StoredLine extends TransferLine {
  id: string
  position: number
  /** The order's shortfall that it covers. */
  holdId: string | null
  orderId: string | null
  lineItemId: string | null
  /** How much of it was held for the order when it was sent. */
  held: Quantity
}

/** What a transfer says besides where it goes and what it carries. */
export interface TransferDetails {
  reference: string | null
  note: string | null
  expectedAt: string | null
  carrier: string | null
  trackingNumber: string | null
  trackingUrl: string | null
  metadata: Record<string, unknown> | null
  customFields: Record<string, CustomFieldValue>
}

export interface StoredTransfer {
  id: string
  status: TransferStatus
  originId: string
  destinationId: string
  /** Null while it is a draft. */
  deduction: OriginDeduction | null
  details: TransferDetails
  lines: StoredLine[]
}

/** What a receipt says of one item. */
export interface ReceiptLine {
  itemId: string
  accepted: Quantity
  rejected: Quantity
  disposition: RejectDisposition
  reason: string | null
  note: string | null
  held: Quantity
}

export interface Receipt {
  id: string
  lines: ReceiptLine[]
}

/** What a step has made of a transfer, and is still to be written. */
export interface TransferChange {
  transfer: StoredTransfer
  fate: "created" | "updated" | "deleted"
  /** Those that are new or have changed. */
  changedLines: StoredLine[]
  /** Whether lines that the transfer has no more are to go. */
  relined?: boolean
  receipt?: Receipt | null
  /** A receipt that a workflow takes back. */
  takenBackId?: string | null
  event: TransferEvent
}

export interface TransferEvent {
  event: TransferEventName
  reason?: string | null
  note?: string | null
  writeOff?: boolean
  idempotencyKey?: string | null
  requestHash?: string | null
}

/** A change with who makes it, as the rows below are made of it. */
export interface SignedChange extends TransferChange {
  who: Who
}

export const TRANSFER_COLUMNS: Column<SignedChange>[] = [
  { name: "id", type: "text", of: ({ transfer }) => transfer.id },
  { name: "fate", type: "text", of: ({ fate }) => fate },
  { name: "status", type: "text", of: ({ transfer }) => transfer.status },
  { name: "origin_id", type: "text", of: ({ transfer }) => transfer.originId },
  { name: "destination_id", type: "text", of: ({ transfer }) => transfer.destinationId },
  { name: "origin_deduction", type: "text", of: ({ transfer }) => transfer.deduction },
  ...(
    [
      ["reference", "reference"],
      ["note", "note"],
      ["expected_at", "expectedAt"],
      ["carrier", "carrier"],
      ["tracking_number", "trackingNumber"],
      ["tracking_url", "trackingUrl"],
    ] as const
  ).map(([name, field]): Column<SignedChange> => ({
    name,
    type: "text",
    of: ({ transfer }) => transfer.details[field],
  })),
  {
    name: "metadata",
    type: "jsonb",
    of: ({ transfer: { details } }) => details.metadata && JSON.stringify(details.metadata),
  },
  {
    name: "custom_fields",
    type: "jsonb",
    of: ({ transfer: { details } }) => JSON.stringify(details.customFields),
  },
  { name: "receipt_id", type: "text", of: ({ receipt }) => receipt?.id },
  { name: "taken_back_id", type: "text", of: ({ takenBackId }) => takenBackId },
  { name: "event_id", type: "text", of: () => newId("itev") },
  { name: "event", type: "text", of: ({ event }) => event.event },
  { name: "event_reason", type: "text", of: ({ event }) => event.reason },
  { name: "event_note", type: "text", of: ({ event }) => event.note },
  { name: "write_off", type: "boolean", of: ({ event }) => event.writeOff ?? false },
  { name: "idempotency_key", type: "text", of: ({ event }) => event.idempotencyKey },
  { name: "request_hash", type: "text", of: ({ event }) => event.requestHash },
  { name: "actor_type", type: "text", of: ({ who }) => who.actor.type },
  { name: "actor_id", type: "text", of: ({ who }) => who.actor.id },
  { name: "source", type: "text", of: ({ who }) => who.source },
]

export const TRANSFER_LINE_COLUMNS: Column<StoredLine>[] = [
  { name: "id", type: "text", of: ({ id }) => id },
  { name: "position", type: "bigint", of: ({ position }) => position },
  { name: "inventory_item_id", type: "text", of: ({ itemId }) => itemId },
  { name: "quantity", type: "numeric", of: ({ quantity }) => quantity.toFixed() },
  { name: "accepted", type: "numeric", of: ({ accepted }) => accepted.toFixed() },
  { name: "rejected", type: "numeric", of: ({ rejected }) => rejected.toFixed() },
  { name: "ended", type: "numeric", of: ({ ended }) => ended.toFixed() },
  { name: "held", type: "numeric", of: ({ held }) => held.toFixed() },
  { name: "hold_id", type: "text", of: ({ holdId }) => holdId },
  { name: "order_id", type: "text", of: ({ orderId }) => orderId },
  { name: "line_item_id", type: "text", of: ({ lineItemId }) => lineItemId },
]

export const RECEIPT_LINE_COLUMNS: Column<ReceiptLine>[] = [
  { name: "id", type: "text", of: () => newId("itrecl") },
  { name: "inventory_item_id", type: "text", of: ({ itemId }) => itemId },
  { name: "accepted", type: "numeric", of: ({ accepted }) => accepted.toFixed() },
  { name: "rejected", type: "numeric", of: ({ rejected }) => rejected.toFixed() },
  {
    name: "disposition",
    type: "text",
    of: ({ rejected, disposition }) => (rejected.isZero() ? null : disposition),
  },
  { name: "reason", type: "text", of: ({ reason }) => reason },
  { name: "note", type: "text", of: ({ note }) => note },
  { name: "held", type: "numeric", of: ({ held }) => held.toFixed() },
]

import { exact, type Quantity } from "../../../core/quantity"
import { Refusal } from "../../../core/refusal"
import type {
  OriginDeduction,
  RejectDisposition,
  TransferRoute,
  TransferStatus,
} from "../../../core/transfer"
import type { Who } from "../request-context"
import { textArray, toArrays } from "./columns"
import type { Run } from "./connection"
import {
  RECEIPT_LINE_COLUMNS,
  type ReceiptLine,
  type StoredLine,
  type StoredTransfer,
  TRANSFER_COLUMNS,
  TRANSFER_LINE_COLUMNS,
  type TransferChange,
  type TransferDetails,
} from "./transfer-columns"
import {
  DELETE_TRANSFER_LINES,
  ENDS_MISSED,
  FIND_TRANSFER_STEP,
  LATEST_END,
  LOCK_TRANSFER,
  RECEIPT_LINES,
  TRANSFER_LINES,
  WRITE_TRANSFER,
} from "./transfer-sql"

/**
 * Locks a transfer and reads its lines as they are then.
 *
 * @throws Refusal `not_found`
 */
export async function lockTransfer(
  run: Run,
  id: string,
  { deleted = false } = {}
): Promise<StoredTransfer> {
  const [row] = await run<TransferRow>(LOCK_TRANSFER, [id])
  if (row?.deleted !== deleted) {
    throw Refusal.notFound(`Transfer ${id} was not found`, { transfer_id: id })
  }
  const lines = await run<LineRow>(TRANSFER_LINES, [id])
  return {
    id,
    status: row.status,
    originId: row.origin_id,
    destinationId: row.destination_id,
    deduction: row.origin_deduction,
    details: {
      reference: row.reference,
      note: row.note,
      expectedAt: row.expected_at,
      carrier: row.carrier,
      trackingNumber: row.tracking_number,
      trackingUrl: row.tracking_url,
      metadata: row.metadata,
      customFields: row.custom_fields,
    },
    lines: lines.map(toLine),
  }
}

/** A step that an idempotency key already stands for. */
export interface KeyedStep {
  transfer_id: string
  status: TransferStatus
  receipt_id: string | null
  request_hash: string | null
}

export async function findStep(run: Run, key: string | null): Promise<KeyedStep | null> {
  return key === null ? null : ((await run<KeyedStep>(FIND_TRANSFER_STEP, [key]))[0] ?? null)
}

/** What a receipt that stands has brought; nothing where it was taken back. */
export async function receiptLines(
  run: Run,
  receiptId: string,
  transferId: string
): Promise<ReceiptLine[]> {
  const rows = await run<{
    inventory_item_id: string
    accepted: string
    rejected: string
    disposition: RejectDisposition | null
    held: string
  }>(RECEIPT_LINES, [receiptId, transferId])
  return rows.map((row) => ({
    itemId: row.inventory_item_id,
    accepted: exact(row.accepted),
    rejected: exact(row.rejected),
    disposition: row.disposition ?? "discard",
    reason: null,
    note: null,
    held: exact(row.held),
  }))
}

/** Whether what was outstanding of a transfer was written off when it last ended. */
export async function wasWrittenOff(run: Run, id: string): Promise<boolean> {
  const [row] = await run<{ write_off: boolean }>(LATEST_END, [id])
  return row?.write_off ?? false
}

/** Units of a transfer that has ended, of which the ledger does not know that yet. */
export interface MissedEnd {
  transferId: string
  route: TransferRoute
  status: TransferStatus
  itemId: string
  orderId: string | null
  lineItemId: string | null
  quantity: Quantity
  writeOff: boolean
}

/** What of items was ended while they were deleted. */
export async function missedEnds(run: Run, itemIds: string[]): Promise<MissedEnd[]> {
  const rows = await run<MissedRow>(ENDS_MISSED, [itemIds])
  return rows.map((row) => ({
    transferId: row.id,
    route: {
      originId: row.origin_id,
      destinationId: row.destination_id,
      deduction: row.origin_deduction,
    },
    status: row.status,
    itemId: row.inventory_item_id,
    orderId: row.order_id,
    lineItemId: row.line_item_id,
    quantity: exact(row.incoming),
    writeOff: row.write_off,
  }))
}

/** Writes a step: one statement, and one more where a draft has lost lines. */
export async function writeTransfer(run: Run, who: Who, change: TransferChange): Promise<void> {
  const { transfer, changedLines, receipt } = change
  if (change.relined) {
    await run(DELETE_TRANSFER_LINES, [transfer.id, textArray(transfer.lines.map(({ id }) => id))])
  }
  await run(WRITE_TRANSFER, [
    ...toArrays(TRANSFER_COLUMNS, [{ ...change, who }]),
    ...toArrays(TRANSFER_LINE_COLUMNS, changedLines),
    ...toArrays(RECEIPT_LINE_COLUMNS, receipt?.lines ?? []),
  ])
}

interface TransferRow {
  deleted: boolean
  status: TransferStatus
  origin_id: string
  destination_id: string
  origin_deduction: OriginDeduction | null
  reference: string | null
  note: string | null
  expected_at: string | null
  carrier: string | null
  tracking_number: string | null
  tracking_url: string | null
  metadata: TransferDetails["metadata"]
  custom_fields: TransferDetails["customFields"]
}

interface MissedRow {
  id: string
  status: TransferStatus
  origin_id: string
  destination_id: string
  origin_deduction: OriginDeduction
  inventory_item_id: string
  order_id: string | null
  line_item_id: string | null
  incoming: string
  write_off: boolean
}

interface LineRow {
  id: string
  position: number
  inventory_item_id: string
  quantity: string
  accepted: string
  rejected: string
  ended: string
  held: string
  hold_id: string | null
  order_id: string | null
  line_item_id: string | null
}

function toLine(row: LineRow): StoredLine {
  return {
    id: row.id,
    position: row.position,
    itemId: row.inventory_item_id,
    quantity: exact(row.quantity),
    accepted: exact(row.accepted),
    rejected: exact(row.rejected),
    ended: exact(row.ended),
    held: exact(row.held),
    holdId: row.hold_id,
    orderId: row.order_id,
    lineItemId: row.line_item_id,
  }
}

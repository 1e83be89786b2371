import { atLeastZero, type Quantity } from "../quantity"

/**
 * Where a transfer stands. `partial`: something has arrived, but not everything.
 *
 * @since 0.1.0
 */
export const TRANSFER_STATUSES = ["draft", "pending", "partial", "received", "canceled"] as const

export type TransferStatus = (typeof TRANSFER_STATUSES)[number]

/**
 * When the units of a transfer leave the origin's `available`.
 *
 * @since 0.1.0
 */
export const ORIGIN_DEDUCTIONS = ["on_pending", "on_receipt"] as const

export type OriginDeduction = (typeof ORIGIN_DEDUCTIONS)[number]

/** From where to where a transfer goes, and when its units leave. */
export interface TransferRoute {
  originId: string
  destinationId: string
  deduction: OriginDeduction
}

/** One item of a transfer, in its base units. Rejected units have arrived, too. */
export interface TransferLine {
  itemId: string
  quantity: Quantity
  accepted: Quantity
  rejected: Quantity
  /** What will not arrive any more: the transfer was cancelled or closed before it did. */
  ended: Quantity
}

/** What is still to arrive of a line; nothing, where more has arrived than was sent. */
export function outstanding({ quantity, accepted, rejected, ended }: TransferLine): Quantity {
  return atLeastZero(quantity.minus(accepted).minus(rejected).minus(ended))
}

/**
 * How far a transfer has come that was sent and neither cancelled nor closed.
 *
 * @example
 * progressOf([{ itemId: "TEA", quantity: 5, accepted: 3, rejected: 2, ended: 0 }]) // "received"
 */
export function progressOf(lines: TransferLine[]): "pending" | "partial" | "received" {
  const arrived = lines.map(({ accepted, rejected }) => accepted.plus(rejected))
  if (lines.every(({ quantity }, index) => arrived[index].isGreaterThanOrEqualTo(quantity))) {
    return "received"
  }
  return arrived.some((quantity) => quantity.isGreaterThan(0)) ? "partial" : "pending"
}

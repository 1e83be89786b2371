import type { TransferStatus } from "../../core/transfer"

/** What can be done with a transfer, besides looking at it. */
export type TransferAction =
  "send" | "receive" | "edit" | "cancel" | "close" | "duplicate" | "delete"

/** At which end the right to transfer is needed. */
export type ActionEnd = "origin" | "destination"

const ACTIONS: Record<TransferStatus, TransferAction[]> = {
  draft: ["send", "edit", "duplicate", "delete"],
  pending: ["receive", "edit", "duplicate", "cancel", "close"],
  partial: ["receive", "edit", "duplicate", "cancel", "close"],
  received: ["edit", "duplicate"],
  canceled: ["edit", "duplicate"],
}

/** What a transfer's status allows. */
export function actionsOf(status: TransferStatus): TransferAction[] {
  return ACTIONS[status]
}

/** Receiving and closing short are the destination's, everything else the origin's. */
export function endOf(action: TransferAction): ActionEnd {
  return action === "receive" || action === "close" ? "destination" : "origin"
}

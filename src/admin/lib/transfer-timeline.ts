import type { MovementKind } from "../../core/movement"
import { historyParams } from "./history-query"
import type { Transfer } from "./transfer-names"

type Event = Transfer["events"][number]

/** Something that was done to a transfer; a receipt with what it brought. */
export interface Happening {
  event: Event
  receipt: Transfer["receipts"][number] | null
}

/** What was done to a transfer, the latest first. */
export function happeningsOf({ events, receipts }: Transfer): Happening[] {
  const byId = new Map(receipts.map((receipt) => [receipt.id, receipt]))
  return [...events]
    .reverse()
    .map((event) => ({ event, receipt: byId.get(event.receipt_id ?? "") ?? null }))
}

const KINDS: Partial<Record<Event["event"], MovementKind>> = {
  pending: "transfer_out",
  received: "transfer_in",
  canceled: "transfer_cancel",
  closed: "transfer_close",
}

/** The page of the history with the movements of such an event; null where no stock moves. */
export function movementsOf(transferId: string, { event }: Event): string | null {
  const kind = KINDS[event]
  return kind
    ? `/inventory/history?${historyParams({ transfer_id: [transferId], kind: [kind] }).toString()}`
    : null
}

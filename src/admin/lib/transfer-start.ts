import type { Pool } from "./low-stock"
import type { ShownUnits } from "./shown-units"
import { type DraftItem, EMPTY_DRAFT, type TransferDraft, withItems } from "./transfer-draft"

/** What the address of a new transfer says it starts from. */
export interface TransferStart {
  itemId: string
  /** Exact, as the API has it. */
  quantity: string
  /** Empty where it is left open. */
  destinationId: string
}

/** A new transfer that fills up what is watched: to its location, where it is one. */
export function transferStartPath(row: Pool & { order: string }): string {
  const params = new URLSearchParams({
    inventory_item_id: row.inventory_item_id,
    quantity: row.order,
    ...(row.location_id && { destination_id: row.location_id }),
  })
  return `/inventory/transfers/create?${params.toString()}`
}

/** Reads such an address; null where it names no item. */
export function readTransferStart(params: URLSearchParams): TransferStart | null {
  const itemId = params.get("inventory_item_id")
  const quantity = params.get("quantity") ?? ""
  return itemId
    ? {
        itemId,
        quantity: /^\d+(\.\d+)?$/.test(quantity) ? quantity : "1",
        destinationId: params.get("destination_id") ?? "",
      }
    : null
}

/** The draft that a form begins with. */
export function draftFrom(
  start: TransferStart,
  item: DraftItem,
  shown: ShownUnits,
  locale: string
): TransferDraft {
  const draft = { ...EMPTY_DRAFT, destinationId: start.destinationId }
  const counted = { ...item, quantity: start.quantity, unit: shown[item.id] }
  return withItems(draft, [counted], "replace", locale)
}

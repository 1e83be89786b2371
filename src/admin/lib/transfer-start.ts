import type { Pool } from "./low-stock"
import { quantityText } from "./quantity-text"
import { type DraftItem, EMPTY_DRAFT, type TransferDraft } from "./transfer-draft"

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
export function draftFrom(start: TransferStart, item: DraftItem, locale: string): TransferDraft {
  const { id, sku, title } = item
  const quantity = quantityText(start.quantity, locale)
  return {
    ...EMPTY_DRAFT,
    destinationId: start.destinationId,
    lines: [{ id, sku, title, quantity, holdId: null, held: "0", orderId: null }],
  }
}

import { Refusal } from "../../../../core/refusal"
import type { CreateTransferInput, HoldRecord } from "../../types"

/**
 * The route and lines of the transfer that brings what is held to where it is wanted. A line covers one
 * order's line, and a transfer has each item once.
 *
 * @throws Refusal `invalid_data` naming the hold that goes another way, or is of an item that came before
 */
export function draftOfHolds(
  holds: HoldRecord[]
): Pick<CreateTransferInput, "origin_id" | "destination_id" | "lines"> {
  const [first] = holds
  const items = new Set<string>()
  const lines = holds.map((hold, index) => {
    const field = `hold_ids[${index}]`
    if (
      hold.location_id !== first.location_id ||
      hold.committed_location_id !== first.committed_location_id
    ) {
      throw Refusal.invalid(
        field,
        `must wait at ${first.location_id} for ${first.committed_location_id}, as the first one does`
      )
    }
    if (items.has(hold.inventory_item_id)) {
      throw Refusal.invalid(
        field,
        `must be of another item: ${hold.inventory_item_id} is on the transfer already`
      )
    }
    items.add(hold.inventory_item_id)
    return {
      inventory_item_id: hold.inventory_item_id,
      quantity: hold.quantity,
      hold_id: hold.id,
    }
  })
  return { origin_id: first.location_id, destination_id: first.committed_location_id, lines }
}

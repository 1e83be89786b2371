import type { OrderStockResponse } from "../../api/types/order-stock"

export type Proposal = OrderStockResponse["order_stock"]["proposals"][number]

/** Holds that one transfer can bring where they are wanted. */
export interface HoldGroup {
  fromLocationId: string
  toLocationId: string
  holdIds: string[]
}

/**
 * The holds that no transfer covers yet, in groups that one transfer can carry: it goes one way, and has each
 * item once. The second hold of an item comes in a group of its own.
 */
export function holdGroups(proposals: Proposal[]): HoldGroup[] {
  const groups: (HoldGroup & { items: Set<string> })[] = []
  for (const one of proposals.filter(({ transfer_id }) => transfer_id === null)) {
    const group = groups.find(
      ({ fromLocationId, toLocationId, items }) =>
        fromLocationId === one.from_location_id &&
        toLocationId === one.to_location_id &&
        !items.has(one.inventory_item_id)
    )
    if (group) {
      group.holdIds.push(one.hold_id)
      group.items.add(one.inventory_item_id)
    } else {
      groups.push({
        fromLocationId: one.from_location_id,
        toLocationId: one.to_location_id,
        holdIds: [one.hold_id],
        items: new Set([one.inventory_item_id]),
      })
    }
  }
  return groups.map(({ items: _items, ...group }) => group)
}

import { BY_HAND } from "../world/by-hand.mjs"

/** Breakage, inspection, buffers, a stocktaking, and a typing error that is taken back. */
export async function changeByHand({ admin, shop }) {
  for (const { reason, note, changes, undo } of BY_HAND) {
    const { movement } = await admin.post("/admin/stockroom/stock", {
      reason,
      note,
      changes: changes.map(({ place, sku, ...change }) => ({
        ...change,
        inventory_item_id: shop.items[sku].id,
        location_id: shop.locations[place],
      })),
    })
    if (undo) await admin.post(`/admin/stockroom/movements/${movement.id}/undo`, { note: undo })
  }
}

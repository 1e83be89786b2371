import { BY_HAND } from "../world/by-hand.mjs"

/** Breakage, inspection, buffers, a stocktaking, and a typing error that is taken back. */
export async function changeByHand(seed) {
  for (const { undo, ...change } of BY_HAND) {
    const { movement } = await changeStock(seed, change)
    if (undo) {
      await seed.admin.post(`/admin/stockroom/movements/${movement.id}/undo`, { note: undo })
    }
  }
}

/** A change by hand: one movement of levels that are named by place and SKU. */
export async function changeStock({ admin, shop }, { changes, ...body }) {
  return await admin.post("/admin/stockroom/stock", {
    ...body,
    changes: changes.map(({ place, sku, ...change }) => ({
      ...change,
      inventory_item_id: shop.items[sku].id,
      location_id: shop.locations[place],
    })),
  })
}

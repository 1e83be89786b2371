import { UNITS } from "../world/units.mjs"

/** In which units items are counted: grams and sacks, bottles and cases. */
export async function setUnits({ admin, shop }) {
  for (const [sku, units] of Object.entries(UNITS)) {
    await admin.post(`/admin/stockroom/items/${shop.items[sku].id}/units`, { units })
  }
}

import { KNOWN, SHELVES } from "../world/stock.mjs"

const BATCH = 100

/** Opens a level for every item at every location that carries it. */
export async function openStock({ admin, shop, random }) {
  const levels = []
  for (const item of Object.values(shop.items)) {
    const known = KNOWN[item.sku]
    for (const [place, quantity] of Object.entries(known ?? SHELVES[item.category])) {
      levels.push({
        inventory_item_id: item.id,
        location_id: shop.locations[place],
        stocked_quantity: known ? quantity : drawn(random, quantity),
      })
    }
  }
  for (let start = 0; start < levels.length; start += BATCH) {
    await admin.post("/admin/inventory-items/location-levels/batch", {
      create: levels.slice(start, start + BATCH),
    })
  }
  return levels.length
}

/** Grams come in sacks of half a kilogram, pieces one by one. */
function drawn(random, [low, high]) {
  return low >= 1000 ? random.between(low / 500, high / 500) * 500 : random.between(low, high)
}

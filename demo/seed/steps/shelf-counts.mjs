import { LOCATIONS } from "../world/locations.mjs"
import { RESERVED_FOR_STORIES } from "../world/stock.mjs"

/**
 * Somebody counts a few shelves and writes down what is there: mostly what was expected, sometimes
 * one or two less. Sent as Medusa's dashboard sends it, as the new stocked quantity of a level.
 */
export async function countShelves({ admin, shop, random }) {
  const countable = Object.values(shop.items).filter(
    ({ sku, category }) => category !== "coffee" && !RESERVED_FOR_STORIES.includes(sku)
  )
  const places = Object.keys(LOCATIONS).filter((key) => LOCATIONS[key].channels.length)
  for (const item of random.sample(countable, 4)) {
    const place = shop.locations[random.pick(places)]
    const { inventory_levels } = await admin.get(
      `/admin/inventory-items/${item.id}/location-levels?location_id=${place}`
    )
    const [level] = inventory_levels
    const counted = level.stocked_quantity - random.between(0, 2)
    // What is reserved is packed and labelled, so a count never finds less than that.
    if (counted < level.reserved_quantity) continue
    await admin.post(`/admin/inventory-items/${item.id}/location-levels/${place}`, {
      stocked_quantity: counted,
    })
  }
}

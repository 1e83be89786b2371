/** Stock that somebody has set aside by hand, without an order. */
const RESERVATIONS = [
  ["MUG-WHITE", "hamburg", 24, "Hotel Altona, waiting for their order"],
  ["KONTOR-POOL", "hamburg", 5000, "Office subscription, next Monday"],
  ["ESPCUP-BLACK", "amsterdam", 6, "Window display"],
  ["SENCHA-KG", "copenhagen", 0.375, "Put by for Mette Lauridsen"],
]

export async function reserveByHand({ admin, shop }) {
  for (const [sku, place, quantity, description] of RESERVATIONS) {
    await admin.post("/admin/reservations", {
      inventory_item_id: shop.items[sku].id,
      location_id: shop.locations[place],
      quantity,
      description,
    })
  }
  return RESERVATIONS.length
}

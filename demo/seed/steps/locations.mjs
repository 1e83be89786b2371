import { LOCATIONS } from "../world/locations.mjs"

/** The five places, the channels they serve and the delivery options of those that hand goods out. */
export async function createLocations(seed) {
  const { admin, shop } = seed
  const { shipping_profiles } = await admin.get("/admin/shipping-profiles")
  shop.shippingProfile = shipping_profiles[0].id

  for (const [key, place] of Object.entries(LOCATIONS)) {
    const { stock_location } = await admin.post("/admin/stock-locations", {
      name: place.name,
      address: place.address,
    })
    shop.locations[key] = stock_location.id

    if (place.channels.length) {
      await admin.post(`/admin/stock-locations/${stock_location.id}/sales-channels`, {
        add: place.channels.map((channel) => shop.channels[channel]),
      })
    }
    if (place.ships.length) await createDelivery(seed, place, stock_location.id)
  }
}

async function createDelivery({ admin, shop }, place, locationId) {
  const at = `/admin/stock-locations/${locationId}`
  await admin.post(`${at}/fulfillment-providers`, { add: ["manual_manual"] })

  const { stock_location } = await admin.post(
    `${at}/fulfillment-sets?fields=id,*fulfillment_sets`,
    { name: `${place.name} delivery`, type: place.pickup ? "pickup" : "shipping" }
  )
  const set = stock_location.fulfillment_sets[0]
  const { fulfillment_set } = await admin.post(`/admin/fulfillment-sets/${set.id}/service-zones`, {
    name: `${place.name} zone`,
    geo_zones: place.zone.map((country_code) => ({ type: "country", country_code })),
  })

  for (const option of place.ships) {
    await admin.post("/admin/shipping-options", {
      name: option.name,
      service_zone_id: fulfillment_set.service_zones[0].id,
      shipping_profile_id: shop.shippingProfile,
      provider_id: "manual_manual",
      price_type: "flat",
      type: { label: option.name, description: option.label, code: option.code },
      prices: [{ currency_code: "eur", amount: option.amount }],
      rules: [
        { attribute: "enabled_in_store", operator: "eq", value: "true" },
        { attribute: "is_return", operator: "eq", value: "false" },
      ],
    })
  }
}

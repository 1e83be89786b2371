/** The smallest shop, set up and bought in over HTTP only, as a storefront does. */

/**
 * @param {object} options
 * @param {string} options.url where the store listens
 * @param {{ email: string, password: string }} options.login of an admin user
 * @param {number} options.stocked how much of each variant lies on the shelf
 * @param {number} [options.variants] how many there are to buy
 */
export async function openShop({ url, login, stocked, variants = 1 }) {
  const { token } = await call(url, "POST", "/auth/user/emailpass", {}, login)
  const admin = (method, path, body) =>
    call(url, method, `/admin${path}`, { authorization: `Bearer ${token}` }, body)

  const shop = await setUpShop(admin, { stocked, variants })
  const store = (path, body) =>
    call(url, "POST", `/store${path}`, { "x-publishable-api-key": shop.key }, body)
  return {
    /** Asks Medusa's Admin API. */
    admin,
    /** Asks the Store API. */
    look: (path) => call(url, "GET", `/store${path}`, { "x-publishable-api-key": shop.key }),
    ...{ key: shop.key, channel: shop.channel, items: shop.items, variants: shop.variants },
    /** A cart with one of each variant, or as many, that only has to be completed. */
    fillCart: (quantity = 1) => fillCart(store, shop, quantity),
    async complete(cart) {
      const { order } = await store(`/carts/${cart}/complete`, {})
      if (!order) throw new Error("The cart was not completed.")
      return order
    },
    /** The inventory levels, one of each variant's item. */
    levels: () => Promise.all(shop.items.map((item) => level(admin, item, shop.location))),
  }
}

async function setUpShop(admin, { stocked, variants }) {
  const { sales_channel } = await admin("POST", "/sales-channels", { name: "Shop" })
  const { api_key } = await admin("POST", "/api-keys", { title: "Shop", type: "publishable" })
  await admin("POST", `/api-keys/${api_key.id}/sales-channels`, { add: [sales_channel.id] })
  const { region } = await admin("POST", "/regions", {
    name: "Germany",
    currency_code: "eur",
    countries: ["de"],
    payment_providers: ["pp_system_default"],
  })
  const location = await setUpLocation(admin, sales_channel)
  const { shipping_profile } = await admin("POST", "/shipping-profiles", {
    name: "Parcels",
    type: "parcel",
  })
  const { shipping_option } = await admin("POST", "/shipping-options", {
    name: "Post",
    price_type: "flat",
    provider_id: "manual_manual",
    service_zone_id: location.zone,
    shipping_profile_id: shipping_profile.id,
    type: { label: "Post", description: "By post", code: "post" },
    prices: [{ currency_code: "eur", amount: 5 }],
  })
  const sizes = Array.from({ length: variants }, (_, index) => `${index + 1}`)
  const { product } = await admin("POST", "/products", {
    title: "Widget",
    status: "published",
    shipping_profile_id: shipping_profile.id,
    sales_channels: [{ id: sales_channel.id }],
    options: [{ title: "Size", values: sizes }],
    variants: sizes.map((size) => ({
      title: size,
      sku: `WIDGET-${size}`,
      manage_inventory: true,
      options: { Size: size },
      prices: [{ currency_code: "eur", amount: 10 }],
    })),
  })
  const { inventory_items } = await admin("GET", `/inventory-items?limit=${variants}`)
  const items = inventory_items.map(({ id }) => id)
  for (const item of items) {
    await admin("POST", `/inventory-items/${item}/location-levels`, {
      location_id: location.id,
      stocked_quantity: stocked,
    })
  }
  return {
    items,
    channel: sales_channel.id,
    key: api_key.token,
    location: location.id,
    region: region.id,
    shippingOption: shipping_option.id,
    variants: product.variants.map(({ id }) => id),
  }
}

async function setUpLocation(admin, salesChannel) {
  const { stock_location } = await admin("POST", "/stock-locations", { name: "Berlin" })
  const path = `/stock-locations/${stock_location.id}`
  await admin("POST", `${path}/sales-channels`, { add: [salesChannel.id] })
  await admin("POST", `${path}/fulfillment-providers`, { add: ["manual_manual"] })
  await admin("POST", `${path}/fulfillment-sets`, { name: "Parcels", type: "shipping" })
  const withSets = await admin("GET", `${path}?fields=*fulfillment_sets`)
  const [set] = withSets.stock_location.fulfillment_sets
  const { fulfillment_set } = await admin("POST", `/fulfillment-sets/${set.id}/service-zones`, {
    name: "Germany",
    geo_zones: [{ type: "country", country_code: "de" }],
  })
  return { id: stock_location.id, zone: fulfillment_set.service_zones[0].id }
}

async function fillCart(store, { region, variants, shippingOption }, quantity) {
  const { cart } = await store("/carts", {
    region_id: region,
    email: "shopper@example.com",
    shipping_address: {
      first_name: "Ada",
      last_name: "Shopper",
      address_1: "Street 1",
      city: "Berlin",
      postal_code: "10115",
      country_code: "de",
    },
    items: variants.map((variant_id) => ({ variant_id, quantity })),
  })
  await store(`/carts/${cart.id}/shipping-methods`, { option_id: shippingOption })
  const { payment_collection } = await store("/payment-collections", { cart_id: cart.id })
  await store(`/payment-collections/${payment_collection.id}/payment-sessions`, {
    provider_id: "pp_system_default",
  })
  return cart.id
}

async function level(admin, item, location) {
  const { inventory_levels } = await admin("GET", `/inventory-items/${item}/location-levels`)
  return inventory_levels.find(({ location_id }) => location_id === location)
}

async function call(url, method, path, headers, body) {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { "content-type": "application/json", ...headers },
    body: body && JSON.stringify(body),
  })
  if (!response.ok) {
    throw new Error(`${method} ${path} answers ${response.status}: ${await response.text()}`)
  }
  return response.json()
}

/**
 * A visit to the shop, over the Store API as a storefront does it, up to the moment of paying.
 *
 * @param {object} seed
 * @param {object} visit
 * @param {"web" | "stores"} visit.channel
 * @param {object} visit.customer one of `shop.customers`
 * @param {{ sku: string, quantity: number }[]} visit.lines
 * @param {string} [visit.delivery] code of the delivery option; the first on offer without it
 * @returns the cart, to be handed to `pay`
 */
export async function fillCart(seed, { channel, customer, lines, delivery }) {
  const { shop, storefront } = seed
  const store = storefront(channel).with(customer.session)

  const { cart } = await store.post("/store/carts?fields=id", {
    region_id: shop.region,
    email: customer.email,
    shipping_address: customer.address,
    billing_address: customer.address,
    items: lines.map(({ sku, quantity }) => ({ variant_id: variantId(shop, sku), quantity })),
  })

  const { shipping_options } = await store.get(`/store/shipping-options?cart_id=${cart.id}`)
  const option = shipping_options.find(({ type }) => type.code === delivery) ?? shipping_options[0]
  if (!option) {
    throw new Error(`No delivery to ${customer.address.country_code} from the channel ${channel}`)
  }
  await store.post(`/store/carts/${cart.id}/shipping-methods?fields=id`, { option_id: option.id })

  const { payment_collection } = await store.post("/store/payment-collections?fields=id", {
    cart_id: cart.id,
  })
  await store.post(
    `/store/payment-collections/${payment_collection.id}/payment-sessions?fields=id`,
    { provider_id: "pp_system_default" }
  )
  return { id: cart.id, store, customer, lines }
}

/** Turns a filled cart into an order, and answers it with its items. */
export async function pay({ shop }, { id, store, customer, lines }) {
  const placed = await store.post(`/store/carts/${id}/complete?fields=id,*items`)
  // Medusa answers 200 with the cart when payment refuses it.
  if (placed.type !== "order") {
    const wanted = lines.map(({ sku, quantity }) => `${quantity} x ${sku}`).join(", ")
    throw new Error(`${customer.email} could not buy ${wanted}: ${placed.error?.message}`)
  }
  shop.orders.push(placed.order.id)
  return placed.order
}

export async function buy(seed, visit) {
  return pay(seed, await fillCart(seed, visit))
}

export function variantId(shop, sku) {
  const id = shop.variants[sku]
  if (!id) throw new Error(`No variant has the SKU ${sku}`)
  return id
}

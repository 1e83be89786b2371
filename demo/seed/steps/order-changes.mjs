import { buy, variantId } from "../actions/checkout.mjs"
import { complete } from "../actions/fulfilment.mjs"

/** An order edited before it is packed, one exchanged and one replaced after it was delivered. */
export async function changeOrders(seed) {
  await editAnOrder(seed)
  await exchange(seed)
  await replaceBroken(seed)
}

/** Two more bags, and one knife fewer. */
async function editAnOrder(seed) {
  const { admin, shop } = seed
  const order = await place(seed, 16, [
    { sku: "KONTOR-500-BEAN", quantity: 1 },
    { sku: "KNIFE-16CM", quantity: 2 },
  ])
  const knife = order.items.find((item) => item.variant_sku === "KNIFE-16CM")

  await admin.post("/admin/order-edits", { order_id: order.id })
  await admin.post(`/admin/order-edits/${order.id}/items`, {
    items: [{ variant_id: variantId(shop, "HAFEN-250-GRND"), quantity: 2 }],
  })
  await admin.post(`/admin/order-edits/${order.id}/items/item/${knife.id}`, { quantity: 1 })
  await admin.post(`/admin/order-edits/${order.id}/request`)
  await admin.post(`/admin/order-edits/${order.id}/confirm`)
}

/** A black pot comes back, a white one goes out. */
async function exchange(seed) {
  const { admin, shop } = seed
  const order = await place(seed, 6, [{ sku: "TEAPOT-0.6L-BLACK", quantity: 1 }])
  await complete(seed, order.id)

  const { exchange: begun } = await admin.post("/admin/exchanges", { order_id: order.id })
  await admin.post(`/admin/exchanges/${begun.id}/inbound/items`, {
    location_id: shop.locations.hamburg,
    items: [{ id: order.items[0].id, quantity: 1, reason_id: shop.returnReasons["changed-mind"] }],
  })
  await admin.post(`/admin/exchanges/${begun.id}/outbound/items`, {
    items: [{ variant_id: variantId(shop, "TEAPOT-0.6L-WHITE"), quantity: 1 }],
  })
  await sendAgain(seed, `/admin/exchanges/${begun.id}`, order)
}

/** Three glasses arrived broken: they are written off and three new ones go out. */
async function replaceBroken(seed) {
  const { admin, shop } = seed
  const order = await place(seed, 13, [{ sku: "SERVER-0.8L", quantity: 3 }])
  await complete(seed, order.id)

  const { claim: begun } = await admin.post("/admin/claims", {
    type: "replace",
    order_id: order.id,
  })
  await admin.post(`/admin/claims/${begun.id}/claim-items`, {
    items: [{ id: order.items[0].id, quantity: 3, reason: "production_failure" }],
  })
  await admin.post(`/admin/claims/${begun.id}/outbound/items`, {
    items: [{ variant_id: variantId(shop, "SERVER-0.8L"), quantity: 3 }],
  })
  await sendAgain(seed, `/admin/claims/${begun.id}`, order)
}

/** Medusa reserves what an exchange or a claim sends out only when it has a way to be shipped. */
async function sendAgain({ admin }, change, order) {
  const { shipping_options } = await admin.get(`/admin/orders/${order.id}/shipping-options`)
  await admin.post(`${change}/outbound/shipping-method`, {
    shipping_option_id: shipping_options[0].id,
    custom_amount: 0,
  })
  await admin.post(`${change}/request`)
}

function place(seed, who, lines) {
  return buy(seed, { channel: "web", customer: seed.shop.customers[who], lines })
}

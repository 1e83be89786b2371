import { variantId } from "../actions/checkout.mjs"
import { complete } from "../actions/fulfilment.mjs"

/**
 * Orders that did not come through a cart: two taken on the telephone and still drafts, one turned
 * into an order, and tea that was weighed out at the counters for the cafés around the corner.
 */
const DRAFTS = [
  { who: 9, channel: "web", lines: { "BOARD-L": 1, "KNIFE-20CM": 1 } },
  { who: 23, channel: "web", lines: { "KIT-POUR-BLACK": 2 } },
  { who: 14, channel: "web", lines: { "HAFEN-1000-BEAN": 4, "PITCHER-0.6L": 1 }, becomes: "order" },
  { who: 4, channel: "stores", lines: { "DARJ-KG": 1.25 }, becomes: "delivered" },
  { who: 2, channel: "stores", lines: { "SENCHA-KG": 1.125 }, becomes: "delivered" },
  {
    who: 19,
    channel: "stores",
    lines: { "DARJ-KG": 1.1, "SENCHA-KG": 1.35 },
    becomes: "delivered",
  },
]

export async function takeDraftOrders(seed) {
  const { admin, shop } = seed
  for (const { who, channel, lines, becomes } of DRAFTS) {
    const customer = shop.customers[who]
    const { draft_order } = await admin.post("/admin/draft-orders", {
      email: customer.email,
      region_id: shop.region,
      sales_channel_id: shop.channels[channel],
      shipping_address: customer.address,
      billing_address: customer.address,
    })
    const draft = `/admin/draft-orders/${draft_order.id}`
    await admin.post(`${draft}/edit`)
    await admin.post(`${draft}/edit/items`, {
      items: Object.entries(lines).map(([sku, quantity]) => ({
        variant_id: variantId(shop, sku),
        quantity,
      })),
    })
    const { shipping_options } = await admin.get(`/admin/orders/${draft_order.id}/shipping-options`)
    await admin.post(`${draft}/edit/shipping-methods`, {
      shipping_option_id: shipping_options[0].id,
    })
    await admin.post(`${draft}/edit/request`)
    await admin.post(`${draft}/edit/confirm`)
    if (!becomes) continue
    await admin.post(`${draft}/convert-to-order`)
    shop.orders.push(draft_order.id)
    if (becomes === "delivered") {
      await payInCash(seed, draft_order.id)
      await complete(seed, draft_order.id)
    }
  }
  return DRAFTS.length
}

async function payInCash({ admin }, order_id) {
  const { order } = await admin.get(`/admin/orders/${order_id}?fields=id,total`)
  const { payment_collection } = await admin.post("/admin/payment-collections", {
    order_id,
    amount: order.total,
  })
  await admin.post(`/admin/payment-collections/${payment_collection.id}/mark-as-paid`, { order_id })
}

import { buy } from "../actions/checkout.mjs"
import { complete } from "../actions/fulfilment.mjs"

/**
 * Five parcels that come back. `receive` are the units that go onto the shelf again, `dismiss` those
 * that arrive broken; with neither, the return is announced and still on its way.
 */
const RETURNS = [
  {
    who: 7,
    reason: "arrived-broken",
    lines: [{ sku: "SERVER-0.6L", quantity: 2 }],
    receive: { "SERVER-0.6L": 1 },
    dismiss: { "SERVER-0.6L": 1 },
  },
  {
    who: 8,
    reason: "changed-mind",
    lines: [
      { sku: "MUG-SAGE", quantity: 4 },
      { sku: "TOWEL-PLAIN", quantity: 2 },
    ],
    receive: { "MUG-SAGE": 4, "TOWEL-PLAIN": 1 },
  },
  {
    who: 12,
    reason: "wrong-item",
    lines: [{ sku: "PRESS-1.0L-BLACK", quantity: 1 }],
    receive: { "PRESS-1.0L-BLACK": 1 },
  },
  {
    who: 10,
    reason: "arrived-broken",
    lines: [{ sku: "KIT-CUPS-OCEAN", quantity: 1 }],
    dismiss: { "KIT-CUPS-OCEAN": 1 },
  },
  { who: 1, reason: "changed-mind", lines: [{ sku: "KETTLE-1.0L-BLACK", quantity: 1 }] },
]

export async function takeReturns(seed) {
  for (const story of RETURNS) {
    const customer = seed.shop.customers[story.who]
    const order = await buy(seed, { channel: "web", customer, lines: story.lines })
    await complete(seed, order.id)
    await takeBack(seed, order, story)
  }
  return RETURNS.length
}

async function takeBack({ admin, shop }, order, { reason, receive = {}, dismiss = {} }) {
  const line = Object.fromEntries(order.items.map((item) => [item.variant_sku, item]))
  const items = (units) =>
    Object.entries(units).map(([sku, quantity]) => ({ id: line[sku].id, quantity }))

  const { return: begun } = await admin.post("/admin/returns", {
    order_id: order.id,
    location_id: shop.locations.hamburg,
  })
  const announced = merged(receive, dismiss)
  await admin.post(`/admin/returns/${begun.id}/request-items`, {
    items: (announced.length ? items(Object.fromEntries(announced)) : wholeOrder(order)).map(
      (item) => ({ ...item, reason_id: shop.returnReasons[reason] })
    ),
  })
  await admin.post(`/admin/returns/${begun.id}/request`)
  if (!announced.length) return

  await admin.post(`/admin/returns/${begun.id}/receive`)
  if (Object.keys(receive).length) {
    await admin.post(`/admin/returns/${begun.id}/receive-items`, { items: items(receive) })
  }
  if (Object.keys(dismiss).length) {
    await admin.post(`/admin/returns/${begun.id}/dismiss-items`, { items: items(dismiss) })
  }
  await admin.post(`/admin/returns/${begun.id}/receive/confirm`)
}

function wholeOrder(order) {
  return order.items.map(({ id, quantity }) => ({ id, quantity }))
}

function merged(...lists) {
  const sums = new Map()
  for (const [sku, quantity] of lists.flatMap(Object.entries)) {
    sums.set(sku, (sums.get(sku) ?? 0) + quantity)
  }
  return [...sums]
}

import { buy } from "../actions/checkout.mjs"
import { SHORT_ORDER, TRANSFERS } from "../world/transfers.mjs"

const DAY = 24 * 60 * 60 * 1000

/** Transfers in every status, one late, and one that an order waits for. */
export async function moveBetweenLocations(seed) {
  for (const transfer of TRANSFERS) await move(seed, transfer)
  await coverShortOrder(seed)
}

async function move({ admin, shop }, { from, to, lines, expected, steps, ...details }) {
  const { transfer } = await admin.post("/admin/stockroom/transfers", {
    ...details,
    origin_id: shop.locations[from],
    destination_id: shop.locations[to],
    ...(expected && { expected_at: new Date(Date.now() + expected * DAY).toISOString() }),
    lines: linesOf(shop, lines, (quantity) => ({ quantity })),
  })
  for (const [verb, { lines: arrived, ...body } = {}] of steps) {
    await admin.post(`/admin/stockroom/transfers/${transfer.id}/${verb}`, {
      ...body,
      ...(arrived && { lines: linesOf(shop, arrived, (line) => line) }),
    })
  }
}

function linesOf(shop, bySku, toLine) {
  return Object.entries(bySku).map(([sku, value]) => ({
    inventory_item_id: shop.items[sku].id,
    ...toLine(value),
  }))
}

async function coverShortOrder(seed) {
  const { admin, shop } = seed
  const { who, lines, reference } = SHORT_ORDER
  const order = await buy(seed, { channel: "web", customer: shop.customers[who], lines })
  const { order_stock } = await admin.get(`/admin/stockroom/orders/${order.id}`)
  for (const { id } of order_stock.holds) {
    await admin.post(`/admin/stockroom/holds/${id}/draft-transfer`, { reference })
  }
}

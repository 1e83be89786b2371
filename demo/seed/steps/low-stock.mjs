import { ANSWERS, CHANGES } from "../world/low-stock.mjs"
import { changeStock } from "./stock-by-hand.mjs"

const DAY = 24 * 60 * 60 * 1000

/** A shelf that runs low, one that is filled again, and what people say of the alerts. */
export async function answerAlerts(seed) {
  for (const change of CHANGES) await changeStock(seed, change)
  for (const answer of ANSWERS) await say(seed, answer)
}

async function say({ admin, shop }, { sku, at, say: what, days, ...body }) {
  const alerts = "/admin/stockroom/low-stock/alerts"
  const of = `inventory_item_id=${shop.items[sku].id}&location_id=${shop.locations[at]}`
  const { alerts: found } = await admin.get(`${alerts}?${of}&low=true`)
  if (!found.length) throw new Error(`Nothing tells that ${sku} is low at ${at}`)
  await admin.post(`${alerts}/${found[0].id}/${what}`, {
    ...body,
    ...(days && { until: new Date(Date.now() + days * DAY).toISOString() }),
  })
}

#!/usr/bin/env node
/**
 * Completes carts in two stores side by side: one on Medusa's Inventory Module, one on Stockroom.
 *
 *     npm run build && npm run bench:checkout            about 5 minutes; writes a report to results/
 *     npm run bench:checkout -- --carts 10               fewer carts, prints only
 */
import { performance } from "node:perf_hooks"
import { parseArgs } from "node:util"

import { openShop } from "../scripts/shop.mjs"
import { median } from "./driver.mjs"
import { describeLoad, describeMachine, startServer } from "./postgres.mjs"
import { figure, publish, revision, table } from "./report.mjs"
import { LOGIN, startStore } from "./stores.mjs"

const LINES = 5
const WARM_UP = 20

const { values: args } = parseArgs({ options: { carts: { type: "string", default: "100" } } })
const carts = Number(args.carts)

const postgres = await startServer()
const machine = await describeMachine(postgres)
const stores = []
for (const [title, stockroom] of [
  ["Medusa's module", false],
  ["Stockroom", true],
]) {
  const store = await startStore(postgres, stockroom ? "stockroom" : "core", { stockroom })
  const shop = await openShop({ url: store.url, login: LOGIN, stocked: 1_000_000, variants: LINES })
  stores.push({ ...store, title, shop, times: [] })
}

await round(WARM_UP)
for (const store of stores) store.times = []
await round(carts)

for (const store of stores) await store.stop()
await postgres.stop()
const [core, stockroom] = stores.map(({ times }) => median(times))
await publish("-checkout", report(), { save: carts >= 100 })
process.exit(stockroom <= core ? 0 : 1)

/** The carts are filled before the clock runs, and completed in turn, one at a time. */
async function round(count) {
  const filled = []
  for (const { shop } of stores) {
    const ids = []
    for (let n = 0; n < count; n++) ids.push(await shop.fillCart())
    filled.push(ids)
  }
  for (let n = 0; n < count; n++) {
    for (const turn of stores.keys()) {
      const index = (turn + n) % stores.length
      const { shop, times } = stores[index]
      const start = performance.now()
      await shop.complete(filled[index][n])
      times.push(performance.now() - start)
    }
  }
}

function report() {
  const quantile = (times, part) =>
    [...times].sort((a, b) => a - b)[Math.floor(times.length * part)]
  const rows = stores.map(({ title, times }) => [
    title,
    figure(median(times)),
    figure(quantile(times, 0.25)),
    figure(quantile(times, 0.75)),
    figure(quantile(times, 0.95)),
  ])
  return `# Completing a cart, ${new Date().toISOString().slice(0, 10)}

Source: ${revision()}.

${machine}
${describeLoad()}
- Two whole stores, each a server and a database of its own on the one Postgres. ${carts} carts of
  ${LINES} lines each, completed through the Store API in turn, one at a time, after ${WARM_UP} for
  each to warm up.

${table(["ms for a cart", "median", "25 %", "75 %", "95 %"], rows)}

Wanted: no more than Medusa's module takes. Stockroom's median is **${(stockroom / core).toFixed(2)}** of
its.
`
}

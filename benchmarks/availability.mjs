#!/usr/bin/env node
/**
 * What shoppers are told of 100 variants at 10 locations, in two stores side by side: Medusa's own
 * `+variants.inventory_quantity`, and Stockroom's route. Once without any cache, and once with Medusa's Caching
 * Module, in which Medusa keeps the products and the publishable key, and Stockroom nothing, then its answers.
 *
 *     npm run build && npm run bench:availability            about 6 minutes; writes a report to results/
 *     npm run bench:availability -- --items 1000             fewer levels, prints only
 */
import { Agent, get } from "node:http"
import { performance } from "node:perf_hooks"
import { parseArgs } from "node:util"

import { openShop } from "../scripts/shop.mjs"
import { median } from "./driver.mjs"
import { connect, describeLoad, describeMachine, startServer } from "./postgres.mjs"
import { publish, revision, table } from "./report.mjs"
import { LOGIN, serve, startStore } from "./stores.mjs"

const VARIANTS = 100
const LOCATIONS = 10
const FULL = 100_000
const WARM_UP = 40
const SAMPLES = 200
const WITHIN = 10
const FASTER = 5

const { values: args } = parseArgs({ options: { items: { type: "string" } } })
const items = Number(args.items ?? FULL)

const postgres = await startServer()
const machine = await describeMachine(postgres)
const agent = new Agent({ keepAlive: true })
const core = await open("core", false)
const stockroom = await open("stockroom", true)
const without = await measure(core, stockroom)
const cached = await measure(
  await reopen(core, { stockroom: false }),
  await reopen(stockroom, { stockroom: true }),
  await reopen(stockroom, { stockroom: true, keeping: true })
)
const load = describeLoad()
await postgres.stop()
await publish("-availability", report(), { save: items === FULL })
process.exit(cached.within && without.faster ? 0 : 1)

/** The contestants in turn, a request each, so that whatever else the machine does meets all of them. Stops the stores. */
async function measure(core, stockroom, keeping) {
  await right(core, stockroom)
  const medusas = (store) => `/products?fields=id,+variants.inventory_quantity&id=${store.product}`
  const ours = pathOf(stockroom.variants)
  const contestants = [
    ["Medusa's inventory_quantity, in a store without Stockroom", core, medusas(core)],
    ["the same, in a store with Stockroom", stockroom, medusas(stockroom)],
    ["a route of Medusa's that reads one row", stockroom, "/currencies?limit=1"],
    ["Stockroom's availability", stockroom, ours],
    ["… with every location", stockroom, `${ours}&locations=true`],
    ["… of one variant", stockroom, pathOf(stockroom.variants.slice(0, 1))],
    ...(keeping ? [["Stockroom's availability, kept", keeping, ours]] : []),
  ].map(([title, store, path]) => ({ title, store, path, times: [] }))
  for (let n = 0; n < WARM_UP + SAMPLES; n++) {
    for (const { store, path, times } of contestants) {
      const start = performance.now()
      await ask(store, path)
      if (n >= WARM_UP) times.push(performance.now() - start)
    }
  }
  for (const store of [core, stockroom, keeping]) await store?.stop()
  const theirs = median(contestants[0].times)
  const told = median(contestants.find(({ path }) => path === ours).times)
  const rows = contestants.map(({ title, times }) => [
    title,
    median(times).toFixed(1),
    times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)].toFixed(1),
    (theirs / median(times)).toFixed(1),
  ])
  return { rows, within: told <= WITHIN, faster: theirs / told >= FASTER }
}

function pathOf(variants) {
  return `/stockroom/availability?variant_id=${variants.join(",")}`
}

async function ask({ url, key }, path) {
  const headers = { "x-publishable-api-key": key }
  const answer = await new Promise((resolve, reject) =>
    get(`${url}/store${path}`, { agent, headers }, resolve).on("error", reject)
  )
  let body = ""
  for await (const part of answer.setEncoding("utf8")) body += part
  if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode} ${body}`)
  return body
}

async function reopen(store, options) {
  const again = await serve(store.database, { ...options, caching: true })
  return { ...store, ...again }
}

/** A store whose variants lie at every location, among very many other levels. */
async function open(name, isStockroom) {
  const store = await startStore(postgres, name, { stockroom: isStockroom })
  const shop = await openShop({ url: store.url, login: LOGIN, stocked: 5, variants: VARIANTS })
  const { products } = await shop.admin("GET", "/products?limit=1")
  for (let n = 1; n < LOCATIONS; n++) {
    const { stock_location } = await shop.admin("POST", "/stock-locations", { name: `Place ${n}` })
    await shop.admin("POST", `/stock-locations/${stock_location.id}/sales-channels`, {
      add: [shop.channel],
    })
    await shop.admin("POST", "/inventory-items/location-levels/batch", {
      create: shop.items.map((inventory_item_id) => ({
        ...{ inventory_item_id, location_id: stock_location.id, stocked_quantity: 5 },
      })),
    })
  }
  if (isStockroom) {
    await shop.admin("POST", "/stockroom/availability", { display: "always", locations: "all" })
  }
  const client = await connect(store.database)
  await fill(client, isStockroom)
  await client.end()
  return { ...store, key: shop.key, variants: shop.variants, product: products[0].id }
}

/** Other merchants' items, for reading past: in Medusa's table, and in Stockroom's where there is one. */
async function fill(client, isStockroom) {
  const quantity = `50, '{"value": "50", "precision": 20}'`
  const nothing = `0, '{"value": "0", "precision": 20}'`
  await client.query(`
    insert into inventory_item (id, sku) select 'iitem_fill_' || i, 'FILL-' || i
    from generate_series(1, ${items}) i;
    insert into inventory_level (id, inventory_item_id, location_id, stocked_quantity,
      raw_stocked_quantity, reserved_quantity, raw_reserved_quantity, incoming_quantity,
      raw_incoming_quantity)
    select 'ilev_fill_' || i || '_' || l.n, 'iitem_fill_' || i, l.id, ${quantity}, ${nothing}, ${nothing}
    from generate_series(1, ${items}) i,
      (select id, row_number() over (order by id) as n from stock_location) l;`)
  if (isStockroom) {
    await client.query(`
      insert into inventory_level_state (id, inventory_item_id, location_id, level_id, sequence, available)
      select 'istate_' || id, inventory_item_id, location_id, id, 1, 50
      from inventory_level where id like 'ilev_fill_%'`)
  }
  for (const name of [
    "inventory_item",
    "inventory_level",
    ...(isStockroom ? ["inventory_level_state"] : []),
  ]) {
    await client.query(`vacuum analyze ${name}`)
  }
}

/** Both say the same, before anything is measured. */
async function right(core, stockroom) {
  const quantity = String(5 * LOCATIONS)
  const { availability } = JSON.parse(await ask(stockroom, pathOf(stockroom.variants)))
  const { products } = JSON.parse(
    await ask(core, `/products?fields=id,+variants.inventory_quantity&id=${core.product}`)
  )
  const said = [
    ...availability.map((one) => one.quantity),
    ...products[0].variants.map((one) => String(one.inventory_quantity)),
  ]
  if (said.length !== 2 * VARIANTS || said.some((one) => one !== quantity)) {
    throw new Error(`Somebody does not say ${quantity}: ${[...new Set(said)].join(", ")}`)
  }
}

function report() {
  const words = (one) => (one ? "yes" : "no")
  const part = ({ rows, within, faster }) =>
    `Within ${WITHIN} ms (median): ${words(within)}. At least ${FASTER} times as fast as Medusa's own: ${words(faster)}.

${table(["", "median", "95 %", "Medusa's ÷ this"], rows)}`
  return `# What shoppers are told, ${new Date().toISOString().slice(0, 10)}

Source: ${revision()}. \`npm run bench:availability\`

${machine}
- ${VARIANTS} variants of a product, at ${LOCATIONS} locations, among ${(items * LOCATIONS).toLocaleString("en-US")}
  other levels; a store with a process and a database of its own each, asked in turn over HTTP, one request
  at a time, ${SAMPLES} times after ${WARM_UP}; milliseconds. Stockroom keeps no answer, except where it says so.
${load}

## With Medusa's Caching Module

As a live store has it: Medusa keeps the products and the publishable key, in memory.

${part(cached)}

## Without any cache

Every request to \`/store\` reads the publishable key and its sales channels first.

${part(without)}`
}

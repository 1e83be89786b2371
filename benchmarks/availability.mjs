#!/usr/bin/env node
/**
 * What shoppers are told of 100 variants at 10 locations, in two stores side by side: Medusa's own
 * `+variants.inventory_quantity`, and Stockroom's route. Nothing is cached.
 *
 *     npm run build && npm run bench:availability            about 5 minutes; writes a report to results/
 *     npm run bench:availability -- --items 1000             fewer levels, prints only
 */
import { performance } from "node:perf_hooks"
import { parseArgs } from "node:util"

import { openShop } from "../scripts/shop.mjs"
import { median } from "./driver.mjs"
import { connect, describeLoad, describeMachine, startServer } from "./postgres.mjs"
import { publish, revision, table } from "./report.mjs"
import { LOGIN, startStore } from "./stores.mjs"

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
const core = await open("core", false)
const stockroom = await open("stockroom", true)
const medusas = ({ shop }) => `/products?fields=id,+variants.inventory_quantity&id=${shop.product}`
const ours = ({ shop }) => `/stockroom/availability?variant_id=${shop.variants.join(",")}`
const contestants = [
  ["Medusa's inventory_quantity, in a store without Stockroom", core, medusas(core)],
  ["the same, in a store with Stockroom", stockroom, medusas(stockroom)],
  ["Stockroom's availability", stockroom, ours(stockroom)],
  ["… with every location", stockroom, `${ours(stockroom)}&locations=true`],
  [
    "… of one variant",
    stockroom,
    `/stockroom/availability?variant_id=${stockroom.shop.variants[0]}`,
  ],
].map(([title, store, path]) => ({ title, store, path, times: [] }))
await right()
for (let n = 0; n < WARM_UP + SAMPLES; n++) {
  for (const { store, path, times } of contestants) {
    const start = performance.now()
    await store.shop.look(path)
    if (n >= WARM_UP) times.push(performance.now() - start)
  }
}
const [theirs, , told] = contestants.map(({ times }) => median(times))
const met = told <= WITHIN && theirs / told >= FASTER
for (const store of [core, stockroom]) await store.stop()
await postgres.stop()
await publish("-availability", report(), { save: items === FULL })
process.exit(met ? 0 : 1)

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
  return { ...store, shop: { ...shop, product: products[0].id } }
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
async function right() {
  const quantity = String(5 * LOCATIONS)
  const { availability } = await stockroom.shop.look(ours(stockroom))
  const { products } = await core.shop.look(medusas(core))
  const said = [
    ...availability.map((one) => one.quantity),
    ...products[0].variants.map((one) => String(one.inventory_quantity)),
  ]
  if (said.length !== 2 * VARIANTS || said.some((one) => one !== quantity)) {
    throw new Error(`Somebody does not say ${quantity}: ${[...new Set(said)].join(", ")}`)
  }
}

function report() {
  const rows = contestants.map(({ title, times }) => [
    title,
    median(times).toFixed(1),
    times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)].toFixed(1),
    (theirs / median(times)).toFixed(1),
  ])
  return `# What shoppers are told, ${new Date().toISOString().slice(0, 10)}

Source: ${revision()}. \`npm run bench:availability\`

${machine}
- ${VARIANTS} variants of a product, at ${LOCATIONS} locations, among ${(items * LOCATIONS).toLocaleString("en-US")}
  other levels; a store with a process and a database of its own each, asked in turn over HTTP, one request
  at a time, ${SAMPLES} times after ${WARM_UP}; milliseconds. No store has a cache.
${describeLoad()}

Within ${WITHIN} ms (median): ${told <= WITHIN ? "yes" : "no"}. At least ${FASTER} times as fast as Medusa's
own: ${theirs / told >= FASTER ? "yes" : "no"}.

${table(["", "median", "95 %", "Medusa's ÷ this"], rows)}`
}

#!/usr/bin/env node
/**
 * How long the routes behind the dashboard's pages take to answer over HTTP with very many levels.
 *
 *     npm run build && npm run bench:pages          100,000 items × 10 locations; writes a report
 *     npm run bench:pages -- --items 2000           fewer; prints only
 */
import { performance } from "node:perf_hooks"
import { parseArgs } from "node:util"

import { openShop } from "../scripts/shop.mjs"
import { median } from "./driver.mjs"
import { connect, describeLoad, describeMachine, startServer } from "./postgres.mjs"
import { publish, revision, table } from "./report.mjs"
import { LOGIN, startStore } from "./stores.mjs"
import { fillStock, WORDS } from "./wide-stock.mjs"
import { itemId, locationId } from "./world.mjs"

const FULL = 100_000
const LOCATIONS = 10
const SAMPLES = 40
const WARM_UP = 5
const KIT = [4, 5, 6]

const { values: args } = parseArgs({ options: { items: { type: "string" } } })
const items = Number(args.items ?? FULL)

const postgres = await startServer()
const machine = await describeMachine(postgres)
const store = await startStore(postgres, "pages", { stockroom: true })
const { admin } = await openShop({ url: store.url, login: LOGIN, stocked: 10 })
const client = await connect(store.database)
await fillStock(client, items, LOCATIONS)
await client.query(
  `insert into stock_location (id, name)
   select id, 'Location ' || priority from inventory_location
   where id not in (select id from stock_location)`
)
const [single, kit] = await addVariants()

/** What a page asks for, and within how many milliseconds it should be told. */
const ROUTES = [
  ["a variant's stock", 20, () => `/variants/${single}/stock`],
  ["the stock of a kit of three items", 20, () => `/variants/${kit}/stock`],
  ["an item's stock", 20, () => `/items/${itemId(1 + random(items))}/stock`],
  ["all levels", 150, () => "/stock?order=sku&limit=50"],
  ["levels at a location", 150, () => `/stock?order=sku&location_id=${location()}`],
  ["levels below zero", 150, () => "/stock?order=sku&negative=true"],
  ["levels with nothing on hand", 150, () => "/stock?order=sku&zero=true"],
  ["levels with something committed", 150, () => "/stock?order=sku&state=committed"],
  ["levels with a frequent word", 150, () => `/stock?order=sku&q=${WORDS.frequent}`],
  ["levels with a rare word", 150, () => `/stock?order=sku&q=${WORDS.rare}`],
]

const rows = []
let missed = 0
for (const [title, within, path] of ROUTES) {
  const times = []
  for (let n = 0; n < SAMPLES + WARM_UP; n++) {
    const start = performance.now()
    await admin("GET", `/stockroom${path()}`)
    if (n >= WARM_UP) times.push(performance.now() - start)
  }
  if (median(times) > within) missed++
  rows.push([title, median(times).toFixed(1), Math.max(...times).toFixed(1), within])
  console.log(rows.at(-1).join("  "))
}

await client.end()
await store.stop()
await postgres.stop()
await publish("-pages", report(), { save: items === FULL })
process.exit(0)

/** A variant of one of the many items, and a kit of three. */
async function addVariants() {
  const { product } = await admin("POST", "/products", {
    title: "Wide",
    options: [{ title: "Kind", values: ["One", "Kit"] }],
    variants: [
      ["One", [3]],
      ["Kit", KIT],
    ].map(([title, numbers]) => ({
      title,
      manage_inventory: true,
      options: { Kind: title },
      prices: [],
      inventory_items: numbers.map((number) => ({
        inventory_item_id: itemId(number),
        required_quantity: 2,
      })),
    })),
  })
  const find = (title) => product.variants.find((variant) => variant.title === title).id
  return [find("One"), find("Kit")]
}

function location() {
  return locationId(1 + random(LOCATIONS))
}

function random(below) {
  return Math.floor(Math.random() * below)
}

function report() {
  return `# Benchmark of the dashboard's routes, ${new Date().toISOString().slice(0, 10)}

Source: ${revision()}.

${machine}
- ${(items * LOCATIONS).toLocaleString("en-US")} levels of ${items.toLocaleString("en-US")} items at ${LOCATIONS}
  locations, one store, one caller, over HTTP; ${SAMPLES} answers for each figure, in milliseconds
${describeLoad()}

Within what was wanted (medians): ${missed ? `all but ${missed}` : "all"}.

${table(["route", "median", "slowest", "wanted"], rows)}`
}

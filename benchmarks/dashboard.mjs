#!/usr/bin/env node
/**
 * How long the service calls behind the dashboard's pages take with very many levels.
 *
 *     npm run build && npm run bench:dashboard      100,000 items × 10 locations; writes a report
 *     npm run bench:dashboard -- --items 2000       fewer; prints only
 */
import { performance } from "node:perf_hooks"
import { parseArgs } from "node:util"

import { median } from "./driver.mjs"
import { loadInventory, STOCKROOM } from "./inventory-module.mjs"
import { connect, describeLoad, describeMachine, startServer } from "./postgres.mjs"
import { publish, revision, table } from "./report.mjs"
import { fillStock, WORDS } from "./wide-stock.mjs"
import { itemId, locationId } from "./world.mjs"

const FULL = 100_000
const LOCATIONS = 10
const PAGE = 50
const SAMPLES = 40
const WITHIN = 150
const ITEM_WITHIN = 20

const { values: args } = parseArgs({ options: { items: { type: "string" } } })
const items = Number(args.items ?? FULL)

const postgres = await startServer()
const machine = await describeMachine(postgres)
const url = postgres.url("postgres")
const module = await loadInventory({ resolve: STOCKROOM, url, pool: 10 })
await module.migrate()
await module.start()
const client = await connect(url)
const filled = performance.now()
await fillStock(client, items, LOCATIONS)
const levels = items * LOCATIONS
console.log(`${levels} levels in ${((performance.now() - filled) / 1000).toFixed(0)} s`)
const [size] = (
  await client.query(`
    select pg_size_pretty(pg_total_relation_size('inventory_level_state')) as levels,
      pg_size_pretty(pg_relation_size('"IDX_inventory_level_state_traits"')) as traits`)
).rows

const location = () => ({ location_id: locationId(1 + random(LOCATIONS)) })
const oneItem = () => ({ inventory_item_id: itemId(1 + random(items)) })
const always = (filters) => () => filters

/** What the page asks for. */
const QUESTIONS = [
  ["everything", always({})],
  ["a location", location],
  ["two locations", () => ({ location_id: [locationId(1), locationId(2 + random(8))] })],
  ["below zero", always({ negative: true })],
  ["below zero at a location", () => ({ negative: true, ...location() })],
  ["nothing on hand", always({ zero: true })],
  ["something on hand", always({ zero: false })],
  ["something on hand at a location", () => ({ zero: false, ...location() })],
  ["something committed (one in 20)", always({ state: "committed" })],
  ["something damaged (one in 5,000)", always({ state: "damaged" })],
  ["something reserved (one in 100)", always({ state: "reserved" })],
  ["something in quality control (none)", always({ state: "quality_control" })],
  [
    "something reserved, damaged or committed",
    always({ state: ["reserved", "damaged", "committed"] }),
  ],
  ["a word of one title in 1,000", always({ q: WORDS.rare })],
  ["a word of one title in 10", always({ q: WORDS.frequent })],
  ["a whole SKU", () => ({ q: `SKU-${String(random(items)).padStart(6, "0")}` })],
  ["a text that is nowhere", always({ q: "nowhere at all" })],
  ["a word of one title in 10, below zero", always({ q: WORDS.frequent, negative: true })],
  ["a word of one title in 1,000 at a location", () => ({ q: WORDS.rare, ...location() })],
]

const results = []
for (const [title, filters] of QUESTIONS) {
  const first = await sample(filters, async () => ({}))
  const cursors = new Map()
  const deep = await sample(filters, async (asked) => {
    const key = JSON.stringify(asked)
    if (!cursors.has(key)) cursors.set(key, await cursorOfPage(100, asked))
    return { cursor: cursors.get(key) }
  })
  const { count, count_is_lower_bound } = await module.service.listStockPage(filters(), pageOf({}))
  results.push([
    title,
    `${count.toLocaleString("en-US")}${count_is_lower_bound ? "+" : ""}`,
    ...cells(first),
    ...(deep ? cells(deep) : ["", ""]),
  ])
  console.log(results.at(-1).join("  "))
}
const byOffset = await sample(always({}), async () => ({ offset: 99 * PAGE }))
const sorted = await sample(always({ negative: true }), async () => ({ order: "-available" }))
const itemStock = await sample(oneItem, async () => ({ order: "item", limit: 1_000 }))
const others = [
  ["everything, page 100 by offset", ...cells(byOffset)],
  ["below zero, by what is available", ...cells(sorted)],
  ["the stock of an item", ...cells(itemStock)],
]
others.forEach((cells) => console.log(cells.join("  ")))
const exported = performance.now()
let rows = 0
for await (const page of module.service.stockPages({})) rows += page.length
const seconds = (performance.now() - exported) / 1000
console.log(`export: ${rows} levels in ${seconds.toFixed(1)} s`)

await client.end()
await module.stop()
await postgres.stop()

const pages = results.flatMap((row) => [row[2], row[4]]).filter((ms) => ms !== "")
await publish("-dashboard", report(), { save: items === FULL })
process.exit(0)

function pageOf(page) {
  return { limit: PAGE, order: "sku", ...page }
}

/** Times one page for other filters each time; null where there is no such page. */
async function sample(filters, pageFor) {
  const times = []
  for (let n = 0; n < SAMPLES + 3; n++) {
    const asked = filters()
    const page = pageOf(await pageFor(asked))
    if (page.cursor === null) return null
    const start = performance.now()
    await module.service.listStockPage(asked, page)
    if (n >= 3) times.push(performance.now() - start)
  }
  return times
}

/** The cursor that paging as far would have arrived at; null where there are not as many pages. */
async function cursorOfPage(number, filters) {
  const before = { offset: (number - 2) * PAGE }
  return (await module.service.listStockPage(filters, pageOf(before))).next_cursor
}

function cells(times) {
  return [median(times).toFixed(1), Math.max(...times).toFixed(1)]
}

function random(below) {
  return Math.floor(Math.random() * below)
}

function report() {
  const slowest = Math.max(...pages.map(Number))
  return `# Benchmark of the dashboard's pages, ${new Date().toISOString().slice(0, 10)}

Source: ${revision()}.

${machine}
- ${levels.toLocaleString("en-US")} levels of ${items.toLocaleString("en-US")} items at ${LOCATIONS}
  locations; inventory_level_state ${size.levels}, indexes included, of which the index of what a level has
  takes ${size.traits}
- \`listStockPage\`, by SKU, ${PAGE} rows a page, counted up to 10,000 (\`+\`: more); ${SAMPLES} pages for
  each figure; milliseconds, one caller. Page 100 is read by its cursor, where there are as many.
${describeLoad()}

Every page within ${WITHIN} ms (median): ${slowest <= WITHIN ? "yes" : "no"}. An item's stock within
${ITEM_WITHIN} ms: ${Number(others[2][1]) <= ITEM_WITHIN ? "yes" : "no"}. All levels are read for an export in
${seconds.toFixed(1)} s.

${table(["levels with", "they are", "first page", "slowest", "page 100", "slowest"], results)}

${table(["other pages", "median", "slowest"], others)}`
}

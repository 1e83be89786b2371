#!/usr/bin/env node
/**
 * How long one page of the history takes when the ledger is long.
 *
 *     npm run build && npm run bench:history        10 million rows; writes a report
 *     npm run bench:history -- --rows 200000        fewer; prints only
 */
import { performance } from "node:perf_hooks"
import { parseArgs } from "node:util"

import { median } from "./driver.mjs"
import { loadInventory, STOCKROOM } from "./inventory-module.mjs"
import { DAYS, fillLedger, ITEMS, KINDS, USERS } from "./ledger.mjs"
import { connect, describeMachine, startServer } from "./postgres.mjs"
import { publish, revision, table } from "./report.mjs"
import { itemId, locationId } from "./world.mjs"

const FULL = 10_000_000
const PAGE = 50
const SAMPLES = 40
const TARGET = 20

const { values: args } = parseArgs({ options: { rows: { type: "string" } } })
const rows = Number(args.rows ?? FULL)

const postgres = await startServer()
const machine = await describeMachine(postgres)
const url = postgres.url("postgres")
const module = await loadInventory({ resolve: STOCKROOM, url, pool: 10 })
await module.migrate()
await module.start()
const client = await connect(url)
const filled = performance.now()
await fillLedger(client, rows)
console.log(`${rows} rows in ${((performance.now() - filled) / 1000).toFixed(0)} s`)
const size = (
  await client.query(`
    select pg_size_pretty(pg_total_relation_size('inventory_transaction')) as transactions,
      pg_size_pretty(pg_total_relation_size('inventory_movement')) as movements`)
).rows[0]

const now = Date.now()
const daysAgo = (days) => new Date(now - days * 86_400_000).toISOString()
const ordinary = () => ({ inventory_item_id: itemId(2 + random(ITEMS - 1)) })
const hot = () => ({ inventory_item_id: itemId(1) })
const day = () => {
  const first = 1 + random(DAYS - 2)
  return { from: daysAgo(first), until: daysAgo(first - 1) }
}
const user = () => ({ actor_id: `user_${1 + random(USERS)}` })

/** What is asked for, and whether a page from the middle of it is taken too. */
const QUESTIONS = [
  ["an item", ordinary, true],
  ["the item with a tenth of all rows", hot, true],
  ["everything", () => ({}), true],
  ["a location", () => ({ location_id: locationId(1 + random(2)) }), true],
  ["an item at a location", () => ({ ...ordinary(), location_id: locationId(1) }), true],
  ["a frequent kind", () => ({ kind: KINDS.frequent }), true],
  ["a rare kind", () => ({ kind: KINDS.rare }), true],
  ["an item, a rare kind", () => ({ ...ordinary(), kind: KINDS.rare }), false],
  ["the item with a tenth, a rare kind", () => ({ ...hot(), kind: KINDS.rare }), false],
  ["a user", user, true],
  ["an item, a user", () => ({ ...ordinary(), ...user() }), false],
  ["an order", () => ({ order_id: `order_${1 + random(rows / 8)}` }), false],
  ["one day", day, false],
  ["an item, one day", () => ({ ...ordinary(), ...day() }), false],
  ["a location, a frequent kind, one day", locationKindDay, false],
]

const results = []
for (const [title, filters, hasMiddle] of QUESTIONS) {
  const first = await sample(filters, async () => null)
  const middle = hasMiddle ? await sample(filters, middleCursor) : null
  results.push([title, ...cells(first), ...(middle ? cells(middle) : ["", ""])])
  console.log(results.at(-1).join("  "))
}
await client.end()
await module.stop()
await postgres.stop()

const pages = results.slice(0, 2).flatMap((cells) => [cells[1], cells[3]])
await publish("-history", report(), { save: rows === FULL })
process.exit(0)

function locationKindDay() {
  return { location_id: locationId(1), kind: KINDS.frequent, ...day() }
}

/** Times one page for other filters each time; the cursor is made outside of the time taken. */
async function sample(filters, cursorFor) {
  const times = []
  for (let n = 0; n < SAMPLES + 3; n++) {
    const asked = filters()
    const page = { limit: PAGE, cursor: await cursorFor(asked) }
    const start = performance.now()
    await module.service.listHistory(asked, page)
    if (n >= 3) times.push(performance.now() - start)
  }
  return times
}

/** The cursor that paging through the first half of the time would have arrived at. */
async function middleCursor(filters) {
  const until = daysAgo(DAYS / 2)
  const { next_cursor } = await module.service.listHistory({ ...filters, until }, { limit: 1 })
  return next_cursor
}

function cells(times) {
  return [median(times).toFixed(1), Math.max(...times).toFixed(1)]
}

function random(below) {
  return Math.floor(Math.random() * below)
}

function report() {
  return `# Benchmark of the history, ${new Date(now).toISOString().slice(0, 10)}

Source: ${revision()}.

${machine}
- ${rows.toLocaleString("en-US")} ledger rows of ${(rows / 2).toLocaleString("en-US")} movements over
  ${DAYS} days, of ${ITEMS.toLocaleString("en-US")} items at 2 locations; inventory_transaction
  ${size.transactions}, inventory_movement ${size.movements}, indexes included
- \`listHistory\`, ${PAGE} rows a page; ${SAMPLES} pages for each line, each of another item, user, order
  or day; milliseconds, one caller. The middle page is the one that a cursor from half of the time ago
  leads to.

One item's pages within ${TARGET} ms (median): ${pages.every((ms) => ms <= TARGET) ? "yes" : "no"}.

${table(["history of", "first page", "slowest", "middle page", "slowest"], results)}`
}

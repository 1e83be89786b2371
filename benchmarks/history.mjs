#!/usr/bin/env node
/**
 * How long one page of the history takes when the ledger is long, the stock as of a moment, an item's
 * chart, and the list of what the history can be filtered by.
 *
 *     npm run build && npm run bench:history        10 million rows; writes a report
 *     npm run bench:history -- --rows 200000        fewer; prints only
 */
import { performance } from "node:perf_hooks"
import { parseArgs } from "node:util"

import { median } from "./driver.mjs"
import { loadInventory, STOCKROOM } from "./inventory-module.mjs"
import { DAYS, fillLedger, ITEMS, KINDS, LOCATIONS, REASONS, USERS } from "./ledger.mjs"
import { connect, describeLoad, describeMachine, startServer } from "./postgres.mjs"
import { publish, revision, table } from "./report.mjs"
import { itemId, LEDGER_DRIFT, locationId } from "./world.mjs"

const FULL = 10_000_000
const PAGE = 50
const SAMPLES = 40
const TARGET = 20

const { values: args } = parseArgs({ options: { rows: { type: "string" } } })
const wanted = Number(args.rows ?? FULL)

const postgres = await startServer()
const machine = await describeMachine(postgres)
const url = postgres.url("postgres")
const module = await loadInventory({ resolve: STOCKROOM, url, pool: 10 })
await module.migrate()
await module.start()
const client = await connect(url)
const filled = performance.now()
const rows = await fillLedger(client, wanted)
console.log(`${rows} rows in ${((performance.now() - filled) / 1000).toFixed(0)} s`)
const size = (
  await client.query(`
    select pg_size_pretty(pg_total_relation_size('inventory_transaction')) as transactions,
      pg_size_pretty(pg_total_relation_size('inventory_movement')) as movements,
      (select count(*)::int from inventory_movement) as movement_count`)
).rows[0]
const [{ levels: drifted }] = (await client.query(LEDGER_DRIFT)).rows

const now = Date.now()
const daysAgo = (days) => new Date(now - days * 86_400_000).toISOString()
const ordinary = () => ({ inventory_item_id: itemId(2 + random(ITEMS - 1)) })
const hot = () => ({ inventory_item_id: itemId(1) })
const day = () => {
  const first = 1 + random(DAYS - 2)
  return { from: daysAgo(first), until: daysAgo(first - 1) }
}
const user = () => ({ actor_id: `user_${1 + random(USERS)}` })

const location = () => ({ location_id: locationId(1 + random(LOCATIONS)) })
const rareKind = { kind: KINDS.rare }
const frequentKind = { kind: KINDS.frequent }
const rareReason = { reason: REASONS.rare }

/** What is asked for, and whether a page from the middle of it is taken too. */
const QUESTIONS = [
  ["an item", ordinary, true],
  ["the item with a tenth of all rows", hot, true],
  ["everything", () => ({}), true],
  ["a location", location, true],
  ["an item at a location", () => ({ ...ordinary(), ...location() }), true],
  ["a frequent kind", () => frequentKind, true],
  ["a rare kind", () => rareKind, true],
  ["two frequent kinds", () => ({ kind: ["commit", "release"] }), true],
  ["a frequent reason", () => ({ reason: REASONS.frequent }), true],
  ["a rare reason", () => rareReason, true],
  ["a user", user, true],
  ["all users", () => ({ actor_type: "user" }), true],
  ["all shoppers", () => ({ actor_type: "customer" }), true],
  ["API keys, which did nothing", () => ({ actor_type: "api-key" }), false],
  ["an order", () => ({ order_id: `order_${1 + random(wanted / 8)}` }), false],
  ["a state that is never used", () => ({ state: "damaged" }), false],
  ["one day", day, false],
  ["an item, a rare kind", () => ({ ...ordinary(), ...rareKind }), false],
  ["an item, a rare reason", () => ({ ...ordinary(), ...rareReason }), false],
  ["an item, a user", () => ({ ...ordinary(), ...user() }), false],
  ["an item, one day", () => ({ ...ordinary(), ...day() }), false],
  ["the item with a tenth, a rare kind", () => ({ ...hot(), ...rareKind }), true],
  ["the item with a tenth, a rare reason", () => ({ ...hot(), ...rareReason }), true],
  ["the item with a tenth, a user", () => ({ ...hot(), ...user() }), true],
  ["a location, a frequent kind", () => ({ ...location(), ...frequentKind }), true],
  ["a location, a rare kind", () => ({ ...location(), ...rareKind }), true],
  ["a location, a rare reason", () => ({ ...location(), ...rareReason }), true],
  ["a location, a user", () => ({ ...location(), ...user() }), true],
  ["a location, a frequent kind, one day", locationKindDay, false],
]

/** Whose stock is asked for, as of one of {@link MOMENTS}. */
const STOCKS = [
  ["an item", ordinary],
  ["the item with a tenth of all rows", hot],
  ["a location", location],
  ["everything", () => ({})],
]
const MOMENTS = [1, DAYS / 2, DAYS - 1]

/** Whose chart is drawn, over the last so many days, a point for each. */
const CHARTS = STOCKS.slice(0, 2)
const PERIODS = [30, 90, DAYS]

const results = []
for (const [title, filters, hasMiddle] of QUESTIONS) {
  const first = await sample(filters, async () => null)
  const middle = hasMiddle ? await sample(filters, middleCursor) : null
  results.push([title, ...cells(first), ...(middle ? cells(middle) : ["", ""])])
  console.log(results.at(-1).join("  "))
}
const stocks = []
for (const [title, filters] of STOCKS) {
  const moments = []
  for (const days of MOMENTS) moments.push(...cells(await sampleStock(filters, days)))
  stocks.push([title, ...moments])
  console.log(stocks.at(-1).join("  "))
}
const charts = []
for (const [title, filters] of CHARTS) {
  const periods = []
  for (const points of PERIODS) {
    const from = daysAgo(points)
    periods.push(
      ...cells(
        await timed(() =>
          module.service.retrieveStockChart({ ...filters(), from, until: daysAgo(0), points })
        )
      )
    )
  }
  charts.push([title, ...periods])
  console.log(charts.at(-1).join("  "))
}
const actors = Array.from({ length: 2 * USERS }, (_, n) => `user_${n + 1}`)
const choices = cells(await timed(() => module.service.retrieveHistoryFilters(actors)))
console.log(`what to filter by  ${choices.join("  ")}`)
await client.end()
await module.stop()
await postgres.stop()

const pages = results.slice(0, 2).flatMap((cells) => [cells[1], cells[3]])
await publish("-history", report(), { save: wanted === FULL })
process.exit(0)

function locationKindDay() {
  return { ...location(), ...frequentKind, ...day() }
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

/** Times one page of the stock as it stood so many days ago, for another item or location each time. */
async function sampleStock(filters, days) {
  const times = []
  for (let n = 0; n < SAMPLES + 3; n++) {
    const asked = { ...filters(), at: daysAgo(days), limit: PAGE, offset: 0 }
    const start = performance.now()
    await module.service.listStockAsOf(asked)
    if (n >= 3) times.push(performance.now() - start)
  }
  return times
}

/** Times a call again and again. */
async function timed(call) {
  const times = []
  for (let n = 0; n < SAMPLES + 3; n++) {
    const start = performance.now()
    await call()
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
- ${rows.toLocaleString("en-US")} ledger rows of ${size.movement_count.toLocaleString("en-US")} movements
  over ${DAYS} days, of ${ITEMS.toLocaleString("en-US")} items at ${LOCATIONS} locations;
  inventory_transaction ${size.transactions}, inventory_movement ${size.movements}, indexes included;
  ${drifted || "no"} level differs from its rows
- \`listHistory\` and \`listStockAsOf\`, ${PAGE} rows a page; ${SAMPLES} pages for each figure, each of
  another item, location, user, order or day; milliseconds, one caller. The middle page is the one that
  a cursor from half of the time ago leads to.
${describeLoad()}

One item's pages within ${TARGET} ms (median): ${pages.every((ms) => ms <= TARGET) ? "yes" : "no"}.

${table(["history of", "first page", "slowest", "middle page", "slowest"], results)}

${table(["stock as of", ...MOMENTS.flatMap((days) => [`${Math.round(days)} days ago`, "slowest"])], stocks)}

\`retrieveStockChart\`, a point a day:

${table(["chart of", ...PERIODS.flatMap((days) => [`${days} days`, "slowest"])], charts)}

\`retrieveHistoryFilters\` for ${actors.length} users, half of whom moved stock: ${choices[0]} ms, slowest ${choices[1]}.`
}

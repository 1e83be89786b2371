#!/usr/bin/env node
/**
 * How long a file of stock takes to be checked, applied and taken back in a large store.
 *
 *     npm run build && npm run bench:imports        50,000 rows, 100,000 items at 10 locations; writes a report
 *     npm run bench:imports -- --items 2000 --rows 1000      smaller; prints only
 */
import { performance } from "node:perf_hooks"
import { clearInterval, setInterval } from "node:timers"
import { parseArgs } from "node:util"

import { median } from "./driver.mjs"
import { loadInventory, STOCKROOM } from "./inventory-module.mjs"
import { connect, describeLoad, describeMachine, startServer } from "./postgres.mjs"
import { publish, revision, table } from "./report.mjs"
import { locationId, seedSql } from "./world.mjs"

const FULL = { items: 100_000, rows: 50_000 }
const LOCATIONS = 10
const STOCKED = 100
const RUNS = 3
const TARGETS = { check: 10, apply: 20 }

const { values: args } = parseArgs({
  options: { items: { type: "string" }, rows: { type: "string" } },
})
const items = Number(args.items ?? FULL.items)
const rows = Number(args.rows ?? FULL.rows)

const postgres = await startServer()
const machine = await describeMachine(postgres)
const url = postgres.url("postgres")
const module = await loadInventory({ resolve: STOCKROOM, url, pool: 10 })
await module.migrate()
const client = await connect(url)
await client.query(seedSql(items, LOCATIONS, STOCKED))
const opening = performance.now()
await module.start()
await client.query("vacuum analyze")
console.log(`levels opened in ${((performance.now() - opening) / 1000).toFixed(0)} s`)

const { service } = module
const locations = Array.from({ length: LOCATIONS }, (_, index) => ({
  id: locationId(index + 1),
  name: `Location ${index + 1}`,
}))

const times = { check: [], apply: [], again: [], preview: [], undo: [] }
const phases = new Map()
const longest = []
let peak = 0
for (let run = 1; run <= RUNS; run++) {
  const content = fileOf(run)
  const record = await timed("check", () =>
    service.checkImport({ file_name: "count.csv", content, locations })
  )
  if (record.changes !== rows) throw new Error(`${record.changes} of ${rows} rows change stock`)
  const watching = watch(record.id)
  await timed("apply", () => service.applyImport(record.id))
  await watching.stop()
  const same = await timed("again", () =>
    service.checkImport({ file_name: "count.csv", content, locations })
  )
  if (same.unchanged !== rows) throw new Error(`${same.unchanged} of ${rows} rows are as they say`)
  await timed("preview", () => service.previewImportUndo(record.id))
  await timed("undo", () => service.undoImport(record.id))
}
const { consistent } = await service.verify({ inventory_item_id: itemOf(1, 1).id })
await client.end()
await module.stop()
await postgres.stop()
await publish("-imports", report(), {
  save: items === FULL.items && rows === FULL.rows,
})
process.exit(0)

async function timed(what, work) {
  const start = performance.now()
  const result = await work()
  const seconds = (performance.now() - start) / 1000
  peak = Math.max(peak, process.memoryUsage().rss)
  times[what].push(seconds)
  console.log(`${what}: ${seconds.toFixed(1)} s`)
  return result
}

/** Asks for the import as the dashboard does: which phases it sees, and how long nothing else ran. */
function watch(id) {
  let last = performance.now()
  let gap = 0
  const beat = setInterval(() => {
    gap = Math.max(gap, performance.now() - last)
    last = performance.now()
  }, 10)
  const poll = setInterval(async () => {
    const { progress } = await service.retrieveImport(id)
    if (progress) phases.set(progress.phase, (phases.get(progress.phase) ?? 0) + 1)
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 200)
  return {
    async stop() {
      clearInterval(beat)
      clearInterval(poll)
      longest.push(gap / 1000)
    },
  }
}

/** The item of a row of the file: all over the store, at one location after the other. */
function itemOf(row, run) {
  const number = 1 + ((row * 7919 + run) % items)
  return { sku: `SKU-${number}`, id: `iitem_01${String(number).padStart(24, "0")}` }
}

/** Counts, some of them with a state: the columns that the export of the levels has. */
function fileOf(run) {
  const lines = ["sku,title,location,location_id,on_hand,available,damaged,incoming"]
  for (let row = 0; row < rows; row++) {
    const location = locations[Math.floor(row / items + row) % LOCATIONS]
    const { sku } = itemOf(row, run)
    const count = STOCKED + 1 + ((row + run) % 50)
    lines.push(`${sku},Item,${location.name},${location.id},${count},,${row % 5 ? "" : 2},0`)
  }
  return lines.join("\n")
}

function report() {
  const line = (title, what, target) => [
    target ? `${title} (target: below ${target} s)` : title,
    `${median(times[what]).toFixed(1)} s`,
    `${Math.max(...times[what]).toFixed(1)} s`,
  ]
  return `# Benchmark of imports, ${new Date().toISOString().slice(0, 10)}

Source: ${revision()}.

${machine}
- ${items.toLocaleString("en-US")} items at ${LOCATIONS} locations; a file of ${rows.toLocaleString("en-US")}
  rows, all of which change stock, every fifth of them two states
- The Inventory Module alone, one caller; medians of ${RUNS} runs, each another file
${describeLoad()}

${table(
  ["", "median", "slowest"],
  [
    line("checking the file", "check", TARGETS.check),
    line("applying it, as one movement", "apply", TARGETS.apply),
    line("checking it when it changes nothing", "again"),
    line("previewing the undo", "preview"),
    line("undoing it", "undo"),
  ]
)}

Memory of the process at its peak: ${Math.round(peak / 2 ** 20)} MB. While it was applied, nothing else ran in
the process for at most ${Math.max(...longest).toFixed(1)} s at a time; a page that asked every 0.2 s saw
the phases ${[...phases].map(([phase, seen]) => `${phase} (${seen} times)`).join(", ") || "too short to be seen"}.
Consistent afterwards: ${consistent ? "yes" : "no"}.`
}

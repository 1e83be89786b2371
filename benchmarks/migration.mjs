#!/usr/bin/env node
/**
 * Installs Stockroom over a large store: its migrations, then the first start, which gives every level
 * its opening movement.
 *
 *     npm run build && npm run bench:migration          1 million levels; writes a report
 *     npm run bench:migration -- --levels 20000         fewer; prints only
 */
import { fork } from "node:child_process"
import { once } from "node:events"
import { performance } from "node:perf_hooks"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"

import { CORE, loadInventory, STOCKROOM } from "./inventory-module.mjs"
import { connect, describeLoad, describeMachine, startServer } from "./postgres.mjs"
import { publish, revision, table } from "./report.mjs"
import { reservationsSql, seedSql } from "./world.mjs"

const FULL = 1_000_000
const LOCATIONS = 4
const TARGET_MB = 300
const TARGET_SECONDS = 300

const { values: args } = parseArgs({
  options: { levels: { type: "string" }, install: { type: "string" } },
})

if (args.install) {
  await install(args.install)
} else {
  await measure(Number(args.levels ?? FULL))
}
process.exit(0)

/** In a process of its own, whose memory is looked at. */
async function install(url) {
  const module = await loadInventory({ resolve: STOCKROOM, url, pool: 10 })
  const loadedMB = megabytes(process.memoryUsage().rss / 1024)
  const migrate = await seconds(module.migrate)
  const start = await seconds(module.start)
  const peakMB = megabytes(process.resourceUsage().maxRSS)
  const again = await seconds(module.start)
  let verified
  const verify = await seconds(async () => (verified = await module.service.verify()))
  const laterMB = megabytes(process.resourceUsage().maxRSS)
  process.send({ loadedMB, peakMB, laterMB, migrate, start, again, verify, verified })
}

async function measure(levels) {
  const postgres = await startServer()
  const machine = await describeMachine(postgres)
  const url = postgres.url("postgres")
  const core = await loadInventory({ resolve: CORE, url, pool: 10 })
  await core.migrate()
  await core.stop()
  const client = await connect(url)
  await client.query(seedSql(levels / LOCATIONS, LOCATIONS, 100))
  await client.query(reservationsSql())
  await client.query("vacuum analyze")
  const reservations = (await client.query("select count(*)::int from reservation_item")).rows[0]

  const stdio = ["ignore", "ignore", "inherit", "ipc"]
  const worker = fork(fileURLToPath(import.meta.url), ["--install", url], { stdio })
  const [result] = await Promise.race([
    once(worker, "message"),
    once(worker, "exit").then(([code]) => Promise.reject(new Error(`ended with ${code}`))),
  ])
  const opened = await client.query(
    "select count(*)::int from inventory_movement where kind = 'opening'"
  )
  await client.end()
  await postgres.stop()

  const rows = [
    ["migrations", `${result.migrate.toFixed(1)} s`],
    [
      `first start: opening movements (target: below ${TARGET_SECONDS} s)`,
      `${result.start.toFixed(1)} s`,
    ],
    ["a later start, nothing to do", `${result.again.toFixed(1)} s`],
    ["verifying all of it", `${result.verify.toFixed(1)} s`],
    ["memory of the process when loaded", `${result.loadedMB} MB`],
    [`memory at its peak, opening (target: below ${TARGET_MB} MB)`, `${result.peakMB} MB`],
    ["memory at its peak, verifying", `${result.laterMB} MB`],
    ["levels with an opening movement", opened.rows[0].count.toLocaleString("en-US")],
    ["consistent afterwards", result.verified.consistent ? "yes" : "no"],
  ]
  const text = `# Benchmark of the installation, ${new Date().toISOString().slice(0, 10)}

Source: ${revision()}.

${machine}
- ${levels.toLocaleString("en-US")} levels (${(levels / LOCATIONS).toLocaleString("en-US")} items at
  ${LOCATIONS} locations) and ${reservations.count.toLocaleString("en-US")} live reservations in Medusa's
  own tables
${describeLoad()}

${table(["", "measured"], rows)}`
  await publish("-migration", text, { save: levels === FULL })
}

async function seconds(work) {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

function megabytes(kilobytes) {
  return Math.round(kilobytes / 1024)
}

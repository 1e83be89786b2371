#!/usr/bin/env node
/**
 * Compares Stockroom with Medusa's Inventory Module and with plain SQL.
 *
 *     npm run build && npm run bench             about 25 minutes; writes benchmarks/results/<date>.md
 *     npm run bench -- --quick                   about 2 minutes, prints only
 *     npm run bench -- --only reserve,hot        some scenarios
 *     npm run bench -- --callers 32              some numbers of callers
 *     npm run bench -- --durable                 commits wait for the disk
 *     npm run bench -- --profile <folder>        a CPU profile of each contestant
 */
import { parseArgs } from "node:util"

import { CONTESTANTS } from "./contestants.mjs"
import { burst, closeContestants, inspect, measure, openContestants } from "./driver.mjs"
import { describeMachine, startServer } from "./postgres.mjs"
import {
  consistencyTable,
  detailsTable,
  failuresTable,
  figure,
  publish,
  ratesTable,
  revision,
  table,
  targetsTable,
} from "./report.mjs"
import { SCENARIOS } from "./scenarios/index.mjs"

const POOL = 10
const BURST = 1_000

const { values: args } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    durable: { type: "boolean", default: false },
    only: { type: "string" },
    callers: { type: "string" },
    contestants: { type: "string" },
    profile: { type: "string" },
  },
})
const scenarios = args.only?.split(",") ?? Object.keys(SCENARIOS)
const callerCounts = (args.callers ?? (args.quick ? "1,32" : "1,8,32")).split(",").map(Number)
const names = args.contestants?.split(",") ?? Object.keys(CONTESTANTS)
const timing = args.quick
  ? { warmUp: 0.5, rounds: 2, seconds: 0.7 }
  : { warmUp: 3, rounds: 5, seconds: 3 }

const postgres = await startServer({ durable: args.durable })
const machine = await describeMachine(postgres)
const results = []
const consistency = []
for (const scenario of scenarios) await compare(scenario)
const bursts = args.only ? [] : [...(await compareBurst("reserve")), ...(await compareBurst("hot"))]
await postgres.stop()

await publish(args.durable ? "-durable" : "", report(), { save: !args.quick && !args.only })
process.exit(0)

async function compare(scenario) {
  const { title, contestants: takesPart = names } = SCENARIOS[scenario]
  await withContestants(takesPart, async (contestants) => {
    for (const callers of callerCounts) {
      const measured = await measure(contestants, scenario, callers, timing)
      results.push({ scenario, callers, measured })
      const rates = Object.entries(measured).map(([name, { rate }]) => `${name} ${figure(rate)}`)
      console.log(`${title}, ${callers} callers: ${rates.join(", ")}`)
    }
    const states = {}
    for (const name of Object.keys(contestants)) states[name] = await inspect(contestants[name])
    consistency.push({ scenario, states })
  })
}

async function compareBurst(scenario) {
  return await withContestants(names, async (contestants) => {
    await measure(contestants, scenario, 32, { ...timing, rounds: 0 })
    const outcomes = await burst(contestants, scenario, BURST)
    return Object.entries(outcomes).map(([name, { calls, seconds, errors }]) => {
      const reasons = Object.entries(errors).map(([reason, count]) => `${count} × ${reason}`)
      const { title } = CONTESTANTS[name]
      const failed = reasons.join("; ")
      return [SCENARIOS[scenario].title, title, calls, seconds.toFixed(2), failed]
    })
  })
}

async function withContestants(takesPart, work) {
  const chosen = takesPart.filter((name) => names.includes(name))
  const options = { pool: POOL, profile: args.profile }
  const contestants = await openContestants(postgres, chosen, options)
  try {
    return await work(contestants)
  } finally {
    await closeContestants(contestants)
  }
}

function report() {
  const { warmUp, rounds, seconds } = timing
  return `# Benchmark of ${new Date().toISOString().slice(0, 10)}

Source: ${revision()}.

${machine}
- Each contestant has a process and a database of its own on the one server, both new for each
  scenario, and a pool of ${POOL} connections; the callers are loops in its process. 1,000 items at 3
  locations.
- For each line: ${warmUp} s of warm-up for everybody, then ${rounds} rounds of ${seconds} s in turn; the
  median. Failed calls are not counted as calls.
- *Core with lock*: as core's workflows call it, each call inside Medusa's default (in-memory) lock on
  its items. *Plain SQL*: one prepared statement with its own commit that writes the same rows as
  Stockroom.

## Targets

${targetsTable(results)}

## Calls a second

${ratesTable(results)}

## Latency and processor time

99th percentile, and the calling process's processor time for each call.

${detailsTable(results)}

## Is the stock right afterwards?

Units that are reserved in a level and held by no reservation, or the other way round, after all
rounds of a scenario; for Stockroom and plain SQL also levels that differ from their ledger.

${consistencyTable(consistency)}

## Failed calls

${failuresTable(results)}
${bursts.length ? `\n## ${BURST.toLocaleString("en-US")} calls at once on ${POOL} connections\n\n${table(["", "contestant", "done", "seconds", "failed"], bursts)}` : ""}`
}

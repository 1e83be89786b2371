#!/usr/bin/env node
/**
 * Reserves with no low-stock rules, and with 10,000 of them.
 *
 *     npm run build && npm run bench:low-stock     about 6 minutes; writes a report to results/
 *     npm run bench:low-stock -- --quick           about 2 minutes, prints only
 */
import { parseArgs } from "node:util"

import { WATCHED } from "./contestants.mjs"
import { closeContestants, inspect, measure, openContestants } from "./driver.mjs"
import { describeMachine, startServer } from "./postgres.mjs"
import { figure, publish, revision, table } from "./report.mjs"
import { SCENARIOS } from "./scenarios/index.mjs"

const MEASURED = ["reserve", "hot", "batch"]
const CALLERS = [1, 32]
const POOL = 10
/** What of the reservations without rules must be left. */
const LEFT = 0.9

const { values: args } = parseArgs({ options: { quick: { type: "boolean", default: false } } })
const timing = args.quick
  ? { warmUp: 1, rounds: 5, seconds: 1 }
  : { warmUp: 3, rounds: 9, seconds: 2 }

const names = Object.keys(WATCHED)
const postgres = await startServer()
const machine = await describeMachine(postgres)
const results = []
const states = []
for (const scenario of MEASURED) {
  const contestants = await openContestants(postgres, names, { pool: POOL })
  for (const callers of CALLERS) {
    const measured = await measure(contestants, scenario, callers, timing)
    results.push({ scenario, callers, measured })
    console.log(rowOf(results.at(-1)).join("  "))
  }
  for (const name of names) states.push({ scenario, name, ...(await inspect(contestants[name])) })
  await closeContestants(contestants)
}
await postgres.stop()

await publish("-low-stock", report(), { save: !args.quick })
process.exit(0)

function rowOf({ scenario, callers, measured }) {
  return [
    SCENARIOS[scenario].title,
    callers,
    ...names.map((name) => figure(measured[name].rate)),
    ...names.slice(1).map((name) => (measured[name].rate / measured.stockroom.rate).toFixed(2)),
  ]
}

function report() {
  const { warmUp, rounds, seconds } = timing
  const titles = names.map((name) => WATCHED[name].title)
  const failed = results.flatMap(({ measured }) =>
    names.flatMap((name) => Object.keys(measured[name].errors))
  )
  const wrong = states.filter(({ lost, drift }) => lost || drift)
  const wanted = results.map((result) => [
    `${SCENARIOS[result.scenario].title}, ${result.callers} callers`,
    `≥ ${LEFT}`,
    ...rowOf(result).slice(-2, -1),
    rowOf(result).at(-2) >= LEFT ? "yes" : "no",
  ])
  return `# Low-stock rules, ${new Date().toISOString().slice(0, 10)}

Source: ${revision()}. \`npm run bench:low-stock\`

${machine}
- 1,000 items at 3 locations, with stock that never runs low: what is measured is the looking. *10,000
  rules*: each level has one, and there is a default. *Together*: also a default for all locations
  together, so that all levels of an item are locked and added up.
- Each contestant has a process and a database of its own on the one server, both new for each
  scenario, and a pool of ${POOL} connections; the callers are loops in its process.
- ${warmUp} s of warm-up for everybody, then ${rounds} rounds of ${seconds} s in turn; the median.

## Target

${table(["target", "wanted", "measured", "met"], wanted)}

## Calls a second

${table(["", "callers", ...titles, ...titles.slice(1).map((title) => `${title} ÷ none`)], results.map(rowOf))}

${failed.length ? `Failed calls: ${[...new Set(failed)].join("; ")}` : "No call failed."} ${
    wrong.length ? `Wrong stock: ${JSON.stringify(wrong)}` : "The stock is right afterwards."
  }
`
}

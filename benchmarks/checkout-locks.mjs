#!/usr/bin/env node
/**
 * Reserves carts as Medusa's checkout does, each in its lock on the cart's items: Medusa's module in
 * Medusa's lock, Stockroom in Medusa's lock, and Stockroom with its own locking provider.
 *
 *     npm run build && npm run bench:checkout-locks    about 9 minutes; writes a report to results/
 *     npm run bench:checkout-locks -- --quick          about 1 minute, prints only
 */
import { parseArgs } from "node:util"

import { AT_CHECKOUT } from "./contestants.mjs"
import { closeContestants, inspect, measure, openContestants } from "./driver.mjs"
import { describeMachine, startServer } from "./postgres.mjs"
import { figure, publish, revision, table } from "./report.mjs"
import { CHECKOUTS } from "./scenarios/index.mjs"

const SCENARIO = "crossing"
const CALLERS = [1, 4, 16]
const POOL = 10

const { values: args } = parseArgs({ options: { quick: { type: "boolean", default: false } } })
const timing = args.quick
  ? { warmUp: 1, rounds: 1, seconds: 6 }
  : { warmUp: 3, rounds: 5, seconds: 10 }

const { contestants: names, targets, title } = CHECKOUTS[SCENARIO]
const postgres = await startServer()
const machine = await describeMachine(postgres)
const contestants = await openContestants(postgres, names, { pool: POOL })
const results = new Map()
for (const callers of CALLERS) {
  results.set(callers, await measure(contestants, SCENARIO, callers, timing))
}
const states = {}
for (const name of names) states[name] = await inspect(contestants[name])
await closeContestants(contestants)
await postgres.stop()

await publish("-checkout-locks", report(), { save: !args.quick })
process.exit(targets.every(isMet) ? 0 : 1)

/**
 * How many times as many carts as another contestant in the same time. One that let nobody through is
 * taken to have let one through, so that the figure is never too good.
 */
function ratio(one, other) {
  return one.calls / one.seconds / (Math.max(other.calls, 1) / other.seconds)
}

/** Fast enough beside the other, and nobody turned away. */
function isMet({ against, callers, times }) {
  const { passing, [against]: other } = results.get(callers)
  return ratio(passing, other) >= times && !Object.keys(passing.errors).length
}

function rows() {
  return [...results].flatMap(([callers, measured]) =>
    names.map((name) => {
      const { calls, rate, rates, p99, errors } = measured[name]
      const failed = Object.entries(errors).map(([reason, count]) => `${count} × ${reason}`)
      return [
        AT_CHECKOUT[name].title,
        callers,
        calls.toLocaleString("en-US"),
        figure(rate),
        `${figure(Math.min(...rates))}–${figure(Math.max(...rates))}`,
        `${figure(ratio(measured[name], measured.locked))} ×`,
        figure(p99),
        failed.join("; ") || "none",
      ]
    })
  )
}

function report() {
  const { warmUp, rounds, seconds } = timing
  const wanted = targets.map((target) => {
    const { passing, [target.against]: other } = results.get(target.callers)
    return [
      `${title}, ${target.callers} callers`,
      `≥ ${target.times} × ${AT_CHECKOUT[target.against].title}, and no call fails`,
      `${figure(ratio(passing, other))} ×`,
      isMet(target) ? "yes" : "no",
    ]
  })
  const state = ({ lost, drift }) => [lost, drift ?? ""]
  return `# Locks at the checkout, ${new Date().toISOString().slice(0, 10)}

Source: ${revision()}. \`npm run bench:checkout-locks\`

${machine}
- ${title[0].toUpperCase()}${title.slice(1)}, reserved in one call inside \`locking.execute\` on the
  items in the cart's order, as Medusa's \`reserveInventoryStep\` does, with its time-out of 5 s.
- Each contestant has a process and a database of its own on the one server and a pool of ${POOL}
  connections; the callers are loops in its process, and the locks are in its memory.
- Medusa's in-memory locks of carts that have crossed stay for good, so all locks are released before
  each round: everybody begins it with none.
- ${warmUp} s of warm-up for everybody, then ${rounds} rounds of ${seconds} s in turn. *Carts*: of all
  rounds; *carts/s*: the median, and the slowest and the fastest. A call that failed is not counted; a
  round ends when the last of its calls does.
- *÷ core with lock*: carts over seconds of all rounds. Who let nobody through is taken to have let one
  through.

## Target

${table(["target", "wanted", "measured", "met"], wanted)}

## Carts a second

${table(["", "callers", "carts", "carts/s", "rounds", "÷ core with lock", "p99 ms", "failed calls"], rows())}

## Is the stock right afterwards?

Units that a level counts as reserved and no reservation holds, or the other way round; levels that
differ from their ledger.

${table(
  ["", "units", "levels"],
  names.map((name) => [AT_CHECKOUT[name].title, ...state(states[name])])
)}
`
}

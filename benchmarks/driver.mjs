/** Starts the contestants and runs scenarios over them in interleaved rounds. */
import { fork } from "node:child_process"

import { connect } from "./postgres.mjs"
import { scenarioOf } from "./scenarios/index.mjs"
import { LEDGER_DRIFT, UNITS_LOST } from "./world.mjs"

/**
 * Each contestant: a process and a database of its own on the one server, both new, so that nothing
 * is left over from another scenario.
 */
export async function openContestants(postgres, names, { pool, profile }) {
  const admin = await connect(postgres.url("postgres"))
  const contestants = {}
  for (const name of names) {
    const database = `bench_${name}`
    await admin.query(`drop database if exists ${database} with (force)`)
    await admin.query(`create database ${database}`)
    const execArgv = profile ? ["--cpu-prof", `--cpu-prof-dir=${profile}/${name}`] : []
    // Medusa's migrator tells its progress on stdout.
    const stdio = ["ignore", "ignore", "inherit", "ipc"]
    const worker = fork(new URL("worker.mjs", import.meta.url), { execArgv, stdio })
    const url = postgres.url(database)
    const contestant = { name, url, tell: (command, options) => tell(worker, command, options) }
    await contestant.tell("open", { contestant: name, url, pool })
    contestants[name] = contestant
  }
  await admin.end()
  return contestants
}

/**
 * Every contestant warms up, then each has its turn in every round, so that whatever else the
 * machine does meets all of them.
 *
 * @returns {Promise<Record<string, { rates: number[], rate: number, p99: number, cpu: number,
 *   errors: Record<string, number> }>>} by contestant
 */
export async function measure(contestants, scenarioName, callers, { warmUp, rounds, seconds }) {
  const { prepare, mayStall } = scenarioOf(scenarioName)
  const names = Object.keys(contestants)
  const run = (name, duration, rate) =>
    contestants[name].tell("round", {
      scenario: scenarioName,
      callers,
      seconds: duration,
      ...(prepare && { prepare: Math.ceil(rate * duration * 1.5) + callers * 4 }),
    })
  const taken = Object.fromEntries(names.map((name) => [name, []]))
  for (const name of names) {
    let rate = 100
    if (prepare) rate = rateOf(await run(name, 0.3, rate))
    const first = await run(name, warmUp, rate)
    if (!first.calls && !mayStall)
      throw new Error(`${name} ${scenarioName}: ${JSON.stringify(first.errors)}`)
    taken[name].guess = rateOf(first)
  }
  for (let round = 0; round < rounds; round++) {
    const order = [...names.slice(round % names.length), ...names.slice(0, round % names.length)]
    for (const name of order) taken[name].push(await run(name, seconds, taken[name].guess))
  }
  return Object.fromEntries(names.map((name) => [name, summarise(taken[name])]))
}

/** As many calls at once, once for each contestant. */
export async function burst(contestants, scenario, calls) {
  const results = {}
  for (const [name, contestant] of Object.entries(contestants)) {
    results[name] = await contestant.tell("burst", { scenario, calls })
  }
  return results
}

/** Whether levels, reservations and ledger still agree. */
export async function inspect({ name, url }) {
  const client = await connect(url)
  try {
    const lost = (await client.query(UNITS_LOST)).rows[0].units
    const hasLedger = name !== "core" && name !== "locked"
    const drift = hasLedger ? (await client.query(LEDGER_DRIFT)).rows[0].levels : null
    return { lost, drift }
  } finally {
    await client.end()
  }
}

export async function closeContestants(contestants) {
  for (const { tell } of Object.values(contestants)) await tell("stop")
}

function summarise(rounds) {
  const rates = rounds.map(rateOf)
  const errors = {}
  for (const round of rounds) {
    for (const [reason, count] of Object.entries(round.errors)) {
      errors[reason] = (errors[reason] ?? 0) + count
    }
  }
  return {
    rates,
    rate: median(rates),
    calls: sum(rounds.map(({ calls }) => calls)),
    seconds: sum(rounds.map(({ seconds }) => seconds)),
    p99: median(rounds.map((round) => round.p99 ?? Infinity)),
    cpu: median(rounds.map((round) => round.cpu)),
    errors,
  }
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

function sum(values) {
  return values.reduce((total, value) => total + value, 0)
}

function rateOf({ calls, seconds }) {
  return calls / seconds
}

function tell(worker, command, options) {
  return new Promise((resolve, reject) => {
    const settle = (finish) => (value) => {
      worker.off("message", answered).off("exit", ended)
      finish(value)
    }
    const answered = settle(({ error, result }) =>
      error ? reject(new Error(error)) : resolve(result)
    )
    const ended = settle((code) => reject(new Error(`a contestant ended with ${code}`)))
    worker.on("message", answered).on("exit", ended)
    worker.send({ command, ...options })
  })
}

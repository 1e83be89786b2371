/**
 * One contestant in a process of its own, so that nobody runs in another's heap. Does what the
 * driver tells it: `open`, `round`, `burst`, `stop`.
 */
import { performance } from "node:perf_hooks"

import { AT_CHECKOUT, CONTESTANTS, WATCHED } from "./contestants.mjs"
import { scenarioOf } from "./scenarios/index.mjs"

let stock

const commands = {
  async open({ contestant, ...options }) {
    stock = await (CONTESTANTS[contestant] ?? AT_CHECKOUT[contestant] ?? WATCHED[contestant]).open(
      options
    )
  },

  /** Callers that each make one call after the other until the time is up. */
  async round({ scenario, callers, seconds, prepare }) {
    const { call, prepare: make } = scenarioOf(scenario)
    await stock.releaseLocks?.()
    const prepared = make && (await make(stock, prepare))
    const outcome = collector()
    const deadline = performance.now() + seconds * 1000
    const caller = async () => {
      while (performance.now() < deadline) {
        if (prepared && !prepared.length) return
        const argument = prepared?.pop()
        await outcome.time(() => call(stock, argument))
      }
    }
    await Promise.all(Array.from({ length: callers }, caller))
    return outcome.summary()
  },

  /** All calls at once. */
  async burst({ scenario, calls }) {
    const { call } = scenarioOf(scenario)
    const outcome = collector()
    await Promise.all(Array.from({ length: calls }, () => outcome.time(() => call(stock))))
    return outcome.summary()
  },

  async stop() {
    await stock?.stop()
  },
}

function collector() {
  const started = performance.now()
  const cpuBefore = process.cpuUsage()
  const times = []
  const errors = new Map()
  return {
    async time(work) {
      const start = performance.now()
      try {
        await work()
        times.push(performance.now() - start)
      } catch (error) {
        const reason = `${error.code ?? ""} ${error.message}`.trim().slice(0, 100)
        errors.set(reason, (errors.get(reason) ?? 0) + 1)
      }
    },
    summary() {
      const seconds = (performance.now() - started) / 1000
      const cpu = process.cpuUsage(cpuBefore)
      times.sort((a, b) => a - b)
      return {
        calls: times.length,
        seconds,
        p99: times[Math.floor(times.length * 0.99)] ?? null,
        cpu: (cpu.user + cpu.system) / 1000 / Math.max(times.length, 1),
        errors: Object.fromEntries(errors),
      }
    },
  }
}

process.on("message", async ({ command, ...options }) => {
  try {
    process.send({ result: await commands[command](options) })
    if (command === "stop") process.exit(0)
  } catch (error) {
    process.send({ error: error.stack ?? String(error) })
  }
})
process.on("disconnect", () => process.exit(0))

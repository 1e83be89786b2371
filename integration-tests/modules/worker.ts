/**
 * A server process of its own: starts a module when it is told to, makes the calls it is given all
 * at once, and answers with what became of them.
 */
import { type Call, makeAtOnce } from "./calls"
import { type RunningModule, startModule, type StartOptions } from "./start-module"

export type Order = { start: StartOptions } | { calls: Call[] } | { stop: true }

let running: RunningModule | undefined

async function obey(order: Order): Promise<unknown> {
  if ("start" in order) {
    running = await startModule(order.start)
    return null
  }
  if ("calls" in order) {
    return await makeAtOnce(running as RunningModule, order.calls)
  }
  await running?.stop()
  running = undefined
  return null
}

process.on("message", (order: Order) => {
  obey(order).then(
    (answer) => process.send?.({ answer }),
    (error: Error) => process.send?.({ error: error.stack })
  )
})
process.on("disconnect", () => process.exit())

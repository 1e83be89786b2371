/**
 * A server process of its own: starts a module when it is told to, makes the calls it is given all
 * at once, and answers with what became of them.
 */
import { type Call, makeAtOnce } from "./calls"
import { type ModuleName, type RunningModule, startModule, type StartOptions } from "./start-module"

export type Order =
  | { start: { module: ModuleName; url: string; options: StartOptions } }
  | { calls: Call[] }
  | { stop: true }

let running: RunningModule<ModuleName> | undefined

async function obey(order: Order): Promise<unknown> {
  if ("start" in order) {
    const { module, url, options } = order.start
    running = await startModule(module, { url }, options)
    return null
  }
  if ("calls" in order) {
    return await makeAtOnce(running as RunningModule<ModuleName>, order.calls)
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

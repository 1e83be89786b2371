import type { Knex } from "@medusajs/framework/mikro-orm/knex"

import type { Inventory, ModuleName, RunningModule } from "./start-module"

type Running = Pick<RunningModule<ModuleName>, "service" | "locking" | "knex">

/** A call of one of the module's methods, as data, so that another process can make it. */
export interface Call {
  method: keyof Inventory
  args: unknown[]
  /** Make the call under Medusa's lock on these keys, as its workflows do. */
  lock?: string[]
}

/** A call as data, e.g. `call("adjustInventory", CANDLE, BERLIN, -1)`. */
export function call(method: keyof Inventory, ...args: unknown[]): Call {
  return { method, args }
}

/** What became of a call. */
export type Outcome = { ok: true; value: unknown } | { ok: false; type: string; message: string }

/** Makes all calls at once, and waits for the last. */
export async function makeAtOnce(module: Running, calls: Call[]): Promise<Outcome[]> {
  await openConnections(module.knex, calls.length)
  return await Promise.all(calls.map((call) => make(module, call)))
}

/** Opens connections beforehand: one after the other, they would keep the calls from running at once. */
async function openConnections(knex: Knex, wanted: number): Promise<void> {
  const { client } = knex as { client: Knex.Client }
  const count = Math.min(wanted, (client.pool as unknown as { max: number }).max)
  const opened = await Promise.all(
    Array.from({ length: count }, () => client.acquireConnection() as Promise<unknown>)
  )
  await Promise.all(opened.map((connection) => client.releaseConnection(connection)))
}

async function make({ service, locking }: Running, call: Call): Promise<Outcome> {
  const method = (service as unknown as Inventory)[call.method] as (
    ...args: unknown[]
  ) => Promise<unknown>
  const run = () => method.apply(service, call.args)
  try {
    return { ok: true, value: await (call.lock ? locking?.execute(call.lock, run) : run()) }
  } catch (error) {
    const { type, name, message } = error as Error & { type?: string }
    return { ok: false, type: type ?? name, message }
  }
}

/** What Medusa calls a rule's own "no". Anything else that reaches a caller is a fault. */
const REFUSALS = ["not_allowed", "not_found", "invalid_data"]

/** How many calls were done, how many a rule refused, and what broke: a deadlock, a time-out, … */
export function summary(outcomes: Outcome[]): { done: number; refused: number; broken: string[] } {
  const failed = outcomes.flatMap((outcome) => (outcome.ok ? [] : outcome))
  const broken = failed.filter(({ type }) => !REFUSALS.includes(type))
  return {
    done: outcomes.length - failed.length,
    refused: failed.length - broken.length,
    broken: [...new Set(broken.map(({ type, message }) => `${type}: ${message}`))],
  }
}

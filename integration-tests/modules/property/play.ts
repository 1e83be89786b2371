import { randomUUID } from "node:crypto"
import { inspect } from "node:util"

import type { RunningModule } from "../start-module"
import { Model } from "./model"
import { type Call, Refused, type RefusalType } from "./terms"

/** Types of a rule's own errors; whatever else is thrown is a fault. */
const REFUSALS = new Set<unknown>([
  "invalid_data",
  "not_found",
  "not_allowed",
  "conflict",
] satisfies RefusalType[])

export interface Failure extends Error {
  type?: string
  code?: string
}

/** What a call came to: null for success, else why not. */
export type Outcome = Failure | null

export function isRefusal(outcome: Outcome): outcome is Failure & { type: RefusalType } {
  return REFUSALS.has(outcome?.type)
}

/** Makes a call to the module, on its own or in a transaction of the caller's. */
export async function play(
  module: RunningModule,
  call: Call,
  transactionManager?: unknown
): Promise<Outcome> {
  const { flow } = call
  const who = { actor: { type: "system", id: null }, source: null, references: {} } as const
  const inRequest = () => ({ ...who, correlationId: randomUUID(), flow })
  return flow
    ? await module.runAs(inRequest, () => make(module, call, transactionManager))
    : await make(module, call, transactionManager)
}

async function make(
  { service }: RunningModule,
  { method, args }: Call,
  transactionManager?: unknown
): Promise<Outcome> {
  const methods = service as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>
  try {
    if (transactionManager) {
      const padded = Array.from({ length: contextAt(method, args) }, (_, index) => args[index])
      await methods[method](...padded, { transactionManager })
    } else {
      await methods[method](...args)
    }
    return null
  } catch (error) {
    return error as Failure
  }
}

/** Runs work in a transaction of the caller's, which it commits or takes back. */
export async function inCallersTransaction(
  { service }: RunningModule,
  commit: boolean,
  work: (transactionManager: unknown) => Promise<Outcome>
): Promise<Outcome> {
  const { baseRepository_: repository } = service as unknown as {
    baseRepository_: {
      getFreshManager(): {
        transactional<T>(work: (manager: unknown) => Promise<T>): Promise<T>
      }
    }
  }
  const takenBack = new Error("taken back")
  let outcome: Outcome = null
  try {
    await repository.getFreshManager().transactional(async (manager) => {
      outcome = await work(manager)
      if (!commit) throw takenBack
    })
  } catch (error) {
    if (error !== takenBack) throw error
  }
  return outcome
}

export function predict(model: Model, call: Call): Model | Refused {
  try {
    return model.after(call)
  } catch (error) {
    if (error instanceof Refused) {
      return error
    }
    throw error
  }
}

export function show(value: unknown): string {
  return inspect(value, { depth: 8, breakLength: 160 })
}

/** Where a method of the service takes Medusa's context. */
function contextAt(method: string, args: unknown[]): number {
  if (method === "adjustInventory") {
    return Array.isArray(args[0]) ? 1 : 3
  }
  const takesConfig =
    /^(softDelete|restore)\w+(Items|Levels)$|^deleteInventoryLevel$|^undoMovement$|^(un)?coverHold$|^settleOrder$/
  return takesConfig.test(method) ? 2 : 1
}

import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { setTimeout as sleep } from "node:timers/promises"

import type { Touch } from "../../../core/grants"
import { levelName } from "../../../core/level"
import { Refusal } from "../../../core/refusal"
import { RELEASE, ROLLBACK_TO, SAVEPOINT } from "./sql"
import { inTransaction, insideTransaction, isLostConnection, type Run } from "./connection"
import { dealOut } from "./deal-out"
import { Gate } from "./gate"
import { Pipeline } from "./pipeline"
import { LevelMoved, lock, type Needs, type Opened, openLevels, type Written } from "./store"
import { type Made, World } from "./world"

/** One caller's wish to change stock. */
export interface StockCall<T, Extra = void> {
  needs: Needs
  /**
   * Locks what is no stock, before any stock is locked, and tells what it needs besides. Only of a call
   * that is alone.
   */
  prepare?: (run: Run) => Promise<Needs>
  /** Reads more, once everything is locked. */
  load?: (run: Run) => Promise<Extra>
  /** Decides under lock, in memory; throws a Refusal to refuse. */
  decide: (world: World, extra: Extra) => T
  /** Writes what is no stock, once the stock is written. Only of a call that is alone. */
  complete?: (run: Run, result: T) => Promise<void>
  /** What of its change whoever asks needs a right for; all that it touches when left out. */
  touched?: (world: World, result: T) => Touch[]
  /** Whether the answer tells what Medusa's level rows carry besides their figures. */
  wantsLevelRows?: boolean
  /** Opens, closes or deletes levels: does not share its transaction with other calls. */
  alone?: boolean
}

/** What a call did, once it is committed. */
export interface Posted<T> extends Written, Made<T> {}

const MAX_ATTEMPTS = 6
const RETRYABLE_CODES = new Set(["40001", "40P01", "55P03"])
/** Two callers wrote the same new thing at once; the second attempt sees the first one's. */
const RETRYABLE_CONSTRAINTS = new Set([
  "IDX_inventory_movement_idempotency_key",
  "IDX_inventory_level_location_id_inventory_item_id",
  "IDX_inventory_level_state_level",
  "IDX_inventory_transfer_event_idempotency_key",
])

type AnyCall = StockCall<unknown, unknown>
type Outcome = { ok: true; posted: Posted<unknown> } | { ok: false; error: unknown }

/**
 * The only writer of levels and ledger. Locks, lets pure code decide, writes once. Calls that wait
 * are merged into one transaction, each with its own result or refusal.
 */
export class Poster {
  private readonly gate = new Gate<AnyCall, Posted<unknown>>({
    keys: ({ needs }) => [...(needs.levels ?? []).map(levelName), ...(needs.levelsOfItems ?? [])],
    size: ({ needs }) => (needs.levels?.length ?? 0) + (needs.reservationIds?.length ?? 0),
    alone: ({ alone }) => alone === true,
    run: (calls) => this.postTogether(calls),
  })

  /**
   * @param told - hears of the items that have changed, when that is committed and before the caller does
   */
  constructor(
    private readonly knex: () => Knex,
    private readonly told: (itemIds: string[]) => Promise<void> = async () => {}
  ) {}

  /** Posts in a transaction of its own, shared with whatever else is waiting. */
  async post<T, Extra = void>(call: StockCall<T, Extra>): Promise<Posted<T>> {
    const posted = (await this.gate.enter(call as unknown as AnyCall)) as Posted<T>
    await this.told(itemsOf(posted))
    return posted
  }

  /** Posts inside the caller's transaction: it is committed, or not, with the rest of it. */
  async postInside<T, Extra = void>(
    transaction: Knex.Transaction,
    call: StockCall<T, Extra>
  ): Promise<Posted<T>> {
    const [outcome] = await insideTransaction(transaction, (run) =>
      this.attemptInside(run, call as unknown as AnyCall)
    )
    if (!outcome.ok) {
      throw outcome.error
    }
    afterwards(transaction, () => this.told(itemsOf(outcome.posted)))
    return outcome.posted as Posted<T>
  }

  /** Opens levels that Medusa has and the ledger has never had, by ids of `inventory_level`. */
  async open(levelIds: string[]): Promise<Opened> {
    return await this.transact((run) => openLevels(run, levelIds))
  }

  /** Runs `work` in a transaction of its own, again where another one was in its way. */
  async transact<T>(work: (run: Run) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await inTransaction(this.knex(), work)
      } catch (error) {
        if (attempt >= MAX_ATTEMPTS || !isRetryable(error)) {
          throw error
        }
        await sleep(Math.random() * 10 * 2 ** attempt)
      }
    }
  }

  private async postTogether(calls: AnyCall[]): Promise<Outcome[]> {
    try {
      return await this.transact((run) => this.attempt(run, calls))
    } catch (error) {
      if (calls.length === 1) {
        return [{ ok: false, error }]
      }
      // Something one of them wants cannot be written: alone, only that one fails.
      const outcomes: Outcome[] = []
      for (const call of calls) {
        outcomes.push(...(await this.postTogether([call])))
      }
      return outcomes
    }
  }

  /** What a refused call has written goes, whether or not the caller goes on with the transaction. */
  private async attemptInside(run: Run, call: AnyCall): Promise<Outcome[]> {
    if (!call.alone) {
      return await this.attempt(run, [call])
    }
    await run(SAVEPOINT)
    try {
      const outcomes = await this.attempt(run, [call])
      await run(RELEASE)
      return outcomes
    } catch (error) {
      await run(ROLLBACK_TO)
      throw error
    }
  }

  private async attempt(run: Run, calls: AnyCall[]): Promise<Outcome[]> {
    const needs = calls.map((call) => call.needs)
    for (const call of calls) {
      needs.push(...(call.prepare ? [await call.prepare(run)] : []))
    }
    const world = new World(await lock(run, needs))
    const pipeline = new Pipeline<Decided>(run, world, {
      tellRows: calls.some((call) => call.wantsLevelRows),
    })
    for (const [index, call] of calls.entries()) {
      if (call.load) {
        // It reads what the calls before it have changed.
        await pipeline.flush()
      }
      const extra = call.load ? await call.load(run) : undefined
      const isLast = index === calls.length - 1
      await pipeline.add(decide(world, call, extra), { isLast })
    }
    const finished = await pipeline.finish()
    for (const [index, { decided }] of finished.entries()) {
      if (decided.ok) {
        await calls[index].complete?.(run, decided.made.result)
      }
    }
    const turns = dealOut(
      finished.map(({ written }) => written.lowStock),
      finished.map(({ decided }) => (decided.ok ? decided.made.movements : null))
    )
    return finished.map(({ decided, written }, index) =>
      decided.ok
        ? { ok: true, posted: { ...written, ...decided.made, lowStock: turns[index] } }
        : decided
    )
  }
}

function itemsOf({ movements }: Posted<unknown>): string[] {
  return movements.flatMap(({ rows }) => rows.map(({ itemId }) => itemId))
}

/** Does something when the outermost transaction of a caller's has ended, however it has. */
function afterwards(transaction: Knex.Transaction, work: () => Promise<void>): void {
  let outermost = transaction
  while (outermost.parentTransaction) {
    outermost = outermost.parentTransaction
  }
  void outermost.executionPromise.then(work, work)
}

type Decided = { ok: true; made: Made<unknown> } | { ok: false; error: unknown }

function decide(world: World, call: AnyCall, extra: unknown): Decided {
  try {
    return { ok: true, made: world.decide((w) => call.decide(w, extra)) }
  } catch (error) {
    if (call.alone) {
      // It may have written more than stock: the whole transaction goes.
      throw error
    }
    return { ok: false, error }
  }
}

function isRetryable(error: unknown): boolean {
  if (error instanceof Refusal || (error as Error)?.name === "CommitUnknown") {
    return false
  }
  const { code, constraint } = error as { code?: string; constraint?: string }
  return (
    error instanceof LevelMoved ||
    RETRYABLE_CODES.has(code ?? "") ||
    (code === "23505" && RETRYABLE_CONSTRAINTS.has(constraint ?? "")) ||
    isLostConnection(error)
  )
}

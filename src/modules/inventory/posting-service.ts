import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Context } from "@medusajs/framework/types"

import { refuseBeyond, type Rights } from "../../core/grants"
import { toMedusaError } from "./errors"
import { GeneratedService } from "./generated-service"
import { insideTransaction, readOn, type Run } from "./posting/connection"
import { type Posted, Poster, type StockCall } from "./posting/poster"
import type { Statement } from "./posting/sql"
import { currentWho } from "./request-context"

/** What every call of the module stands on: the way to the ledger, and to the database. */
export class PostingService extends GeneratedService {
  protected readonly poster_ = new Poster(
    () => this.knex_(),
    (itemIds) => this.itemsChanged_(itemIds)
  )
  private knexOnce_?: Knex

  /** Posts in the caller's transaction where there is one, else in one of its own. */
  protected async post_<T, Extra>(
    call: () => StockCall<T, Extra>,
    context: Context
  ): Promise<Posted<T>> {
    return await this.translated_(async () => {
      const transaction = await this.transactionOf_(context)
      const permitted = within(currentWho().rights ?? null, call())
      return transaction
        ? await this.poster_.postInside(transaction, permitted)
        : await this.poster_.post(permitted)
    })
  }

  /** Reads in the caller's transaction where there is one. */
  protected reader_(context: Context = {}): Run {
    return async <Row>(statement: Statement, values?: unknown[]) => {
      const transaction = await this.transactionOf_(context)
      return transaction
        ? await insideTransaction(transaction, (run) => run<Row>(statement, values))
        : await readOn(this.knex_())<Row>(statement, values)
    }
  }

  /** Hears of the items of every movement, once it is committed and before its caller does. */
  protected async itemsChanged_(_itemIds: string[]): Promise<void> {}

  protected async translated_<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      throw toMedusaError(error)
    }
  }

  protected knex_(): Knex {
    return (this.knexOnce_ ??= (
      this.baseRepository_.getFreshManager() as { getKnex(): Knex }
    ).getKnex())
  }

  /** The caller's transaction, with what the ORM still has to write in it written. */
  private async transactionOf_(context: Context): Promise<Knex.Transaction | undefined> {
    const manager = context.transactionManager as
      { flush(): Promise<void>; getTransactionContext(): Knex.Transaction | undefined } | undefined
    await manager?.flush()
    return manager?.getTransactionContext()
  }
}

/** The same call, refused where what it has decided goes beyond the rights of whoever asks. */
function within<T, Extra>(rights: Rights | null, call: StockCall<T, Extra>): StockCall<T, Extra> {
  return rights
    ? {
        ...call,
        decide(world, extra) {
          const result = call.decide(world, extra)
          refuseBeyond(rights, call.touched?.(world, result) ?? world.touched())
          return result
        },
      }
    : call
}

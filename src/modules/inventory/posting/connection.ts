import type { Knex } from "@medusajs/framework/mikro-orm/knex"

import type { Statement } from "./sql"
import { BEGIN, COMMIT, ROLLBACK } from "./sql"

/** Runs one statement on one connection and gives its rows. */
export type Run = <Row>(statement: Statement, values?: unknown[]) => Promise<Row[]>

interface PgConnection {
  query(config: {
    name?: string
    text: string
    values?: unknown[]
  }): Promise<{ rows: unknown[] } | { rows: unknown[] }[]>
}

type Client = {
  acquireConnection(): Promise<PgConnection>
  releaseConnection(connection: PgConnection): Promise<void>
}

/** The commit was sent but not answered: nobody can say whether it took place. */
export class CommitUnknown extends Error {
  constructor(cause: unknown) {
    super("The connection to the database was lost while committing: the outcome is not known")
    this.name = "CommitUnknown"
    this.cause = cause
  }
}

/**
 * Runs `work` in a transaction of its own, straight on a pooled connection: four round trips, no
 * query builder between.
 */
export async function inTransaction<T>(knex: Knex, work: (run: Run) => Promise<T>): Promise<T> {
  const client = knex.client as Client
  const connection = await client.acquireConnection()
  const run = runOn(connection)
  let committing = false
  try {
    await run(BEGIN)
    const result = await work(run)
    committing = true
    await run(COMMIT)
    return result
  } catch (error) {
    if (committing) {
      throw isLostConnection(error) ? new CommitUnknown(error) : error
    }
    await run(ROLLBACK).catch(() => {
      // The connection itself is gone, and the transaction with it; the first error says more.
    })
    throw error
  } finally {
    await client.releaseConnection(connection)
  }
}

/** Runs `work` inside a transaction that the caller has open. */
export async function insideTransaction<T>(
  transaction: Knex.Transaction,
  work: (run: Run) => Promise<T>
): Promise<T> {
  const connection = await (transaction.client as Client).acquireConnection()
  return await work(runOn(connection))
}

export function isLostConnection(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string }
  return (
    ["57P01", "57P02", "57P03", "08006", "08003", "ECONNRESET", "EPIPE"].includes(code ?? "") ||
    /connection terminated|connection ended|client has encountered a connection error|not queryable/i.test(
      message ?? ""
    )
  )
}

function runOn(connection: PgConnection): Run {
  return async <Row>({ name, text }: Statement, values?: unknown[]) => {
    const result = await connection.query(name ? { name, text, values } : { text, values })
    return (Array.isArray(result) ? result[result.length - 1] : result).rows as Row[]
  }
}

/** Runs queries outside any transaction, each on a connection of the pool. Only what says so is prepared. */
export function readOn(knex: Knex): Run {
  return async <Row>({ name, text, prepared }: Statement, values: unknown[] = []) => {
    const client = knex.client as Client
    const connection = await client.acquireConnection()
    try {
      return await runOn(connection)<Row>({ name: prepared ? name : "", text }, values)
    } finally {
      await client.releaseConnection(connection)
    }
  }
}

import { randomBytes } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import { Pool, types } from "pg"

import { onServer, urlOf } from "../server"
import { createWorld } from "../world"
import { type ModuleName, startModule } from "./start-module"

/** A database of its own for a test, on the server that DB_HOST and its like name. */
export interface Database {
  name: string
  url: string
  /** Runs SQL beside the module, on connections of its own. */
  sql<Row = Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]>
  drop(): Promise<void>
}

/** A new database: with nothing in it, or a copy of one that nobody is connected to. */
export async function createDatabase(template = "template0"): Promise<Database> {
  const name = `stockroom_test_${process.pid}_${randomBytes(4).toString("hex")}`
  await onServer(`create database "${name}" template "${template}"`)
  const url = urlOf(name)
  const pool = new Pool({ connectionString: url, max: 4, types: AS_TEXT })
  // A backend that a test ends must not end the test.
  pool.on("error", () => {})
  return {
    name,
    url,
    sql: async <Row>(text: string, values?: unknown[]) =>
      (await pool.query(text, values)).rows as Row[],
    async drop() {
      await pool.end()
      await onServer(`drop database if exists "${name}" with (force)`)
    },
  }
}

/** Databases with the world in them as a module made it, to copy from: each made once per file. */
const templates = new Map<ModuleName, Promise<Database>>()

afterAll(async () => {
  for (const template of templates.values()) await (await template).drop()
})

/** A new database with the world in it, as the module made it. */
export async function freshWorld(module: ModuleName): Promise<Database> {
  const template = templates.get(module) ?? createTemplate(module)
  templates.set(module, template)
  return await createDatabase((await template).name)
}

async function createTemplate(module: ModuleName): Promise<Database> {
  const database = await createDatabase()
  const running = await startModule(module, database, { pool: 2 })
  await createWorld(running.service)
  await running.stop()
  await untilClosed(database)
  return database
}

/** Deadlocks that Postgres has had to break, also those that were tried again and reached no caller. */
export async function deadlocksIn(database: Database): Promise<number> {
  await untilClosed(database)
  const [row] = await onServer<{ deadlocks: string }>(
    "select deadlocks from pg_stat_database where datname = $1",
    [database.name]
  )
  return Number(row.deadlocks)
}

/** Connections end a moment after they are closed; what they have counted is told then. */
async function untilClosed({ name }: Database): Promise<void> {
  for (const deadline = Date.now() + 10_000; Date.now() < deadline; await sleep(5)) {
    const rows = await onServer(
      "select 1 from pg_stat_activity where datname = $1 and backend_type = 'client backend'",
      [name]
    )
    if (!rows.length) return
  }
  throw new Error(`There still are connections to ${name}`)
}

/** numeric, bigint and moments as Postgres writes them, to the last digit. */
const AS_TEXT = {
  getTypeParser: (oid: number, format?: "text") =>
    [20, 1184, 1700].includes(oid) ? (value: string) => value : types.getTypeParser(oid, format),
} as never

import { randomBytes } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"

import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { createPgConnection } from "@medusajs/framework/utils"

import { createWorld } from "../world"
import { type ModuleName, startModule } from "./start-module"

const server = lazily(() =>
  createPgConnection({
    clientUrl: urlOf("postgres"),
    driverOptions: { connection: { ssl: false } },
    pool: { min: 0, max: 2 },
  })
) as () => Knex

/** A database with the module's tables and the world in it, to copy from: made once per file. */
const template = {
  stockroom: lazily(() => createTemplate("stockroom")),
  core: lazily(() => createTemplate("core")),
}

const mine = new Set<string>()

afterAll(async () => {
  for (const database of mine) await dropDatabase(database)
  await server().destroy()
})

async function createTemplate(module: ModuleName): Promise<string> {
  const database = await createDatabase("template0")
  const running = await startModule({ module, url: urlOf(database), pool: 2, migrate: true })
  await createWorld(running.inventory)
  await running.stop()
  await untilClosed(database)
  return database
}

/** A new database with the world in it, as the module made it. */
export async function freshWorld(module: ModuleName): Promise<string> {
  return await createDatabase(await template[module]())
}

/** A new database with nothing in it. */
export async function emptyDatabase(): Promise<string> {
  return await createDatabase("template0")
}

async function createDatabase(from: string): Promise<string> {
  const name = `stockroom_${randomBytes(6).toString("hex")}`
  mine.add(name)
  await server().raw(`create database ?? template ??`, [name, from])
  return name
}

export async function dropDatabase(name: string): Promise<void> {
  await server().raw(`drop database if exists ?? with (force)`, [name])
  mine.delete(name)
}

/** Deadlocks that Postgres has had to break, also those that were tried again and reached no caller. */
export async function deadlocksIn(database: string): Promise<number> {
  await untilClosed(database)
  const { rows } = await server().raw<{ rows: { deadlocks: string }[] }>(
    "select deadlocks from pg_stat_database where datname = ?",
    [database]
  )
  return Number(rows[0].deadlocks)
}

/** Connections end a moment after they are closed; what they have counted is told then. */
async function untilClosed(database: string): Promise<void> {
  for (const deadline = Date.now() + 10_000; Date.now() < deadline; await sleep(5)) {
    const { rows } = await server().raw<{ rows: unknown[] }>(
      "select 1 from pg_stat_activity where datname = ? and backend_type = 'client backend'",
      [database]
    )
    if (!rows.length) return
  }
  throw new Error(`There still are connections to ${database}`)
}

export function urlOf(database: string): string {
  const { DB_HOST, DB_PORT, DB_USERNAME, DB_PASSWORD } = process.env
  const login = [DB_USERNAME ?? "", DB_PASSWORD ?? ""].map(encodeURIComponent).join(":")
  return `postgres://${login}@${DB_HOST}:${DB_PORT}/${database}`
}

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}

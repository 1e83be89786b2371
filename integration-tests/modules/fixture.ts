import { join } from "node:path"

import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { IInventoryService } from "@medusajs/framework/types"
import { Client, Pool, types } from "pg"

import type { runAs as runAsFunction, StockroomModuleService } from "../../src/modules/inventory"

/** Which Inventory Module runs: the built plugin's, or the one that Medusa ships. */
export type Kind = "stockroom" | "core"

type Services = { stockroom: StockroomModuleService; core: IInventoryService }

const PATHS: Record<Kind, string> = {
  stockroom: join(__dirname, "..", "..", ".medusa", "server", "src", "modules", "inventory"),
  core: "@medusajs/inventory",
}

/** A database of its own for a test, on the server that DB_HOST and its like name. */
export interface Database {
  name: string
  url: string
  /** Runs SQL beside the module, on connections of its own. */
  sql<Row = Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]>
  drop(): Promise<void>
}

export interface EmittedEvent {
  name: string
  data: Record<string, unknown>
  metadata?: Record<string, unknown>
}

/** A running Inventory Module. */
export interface Running<K extends Kind = "stockroom"> {
  service: Services[K]
  /** Runs work so that every movement in it says who made it; Stockroom only. */
  runAs: typeof runAsFunction
  /** What other modules link to. */
  linkable: Record<string, unknown>
  /** The pool that the module works on. */
  knex: Knex
  events: EmittedEvent[]
  /** What the module has logged as a warning. */
  warnings: string[]
  /** … and as an error. */
  errors: string[]
  /** What happens when the application starts, for a module that was not started. */
  start(): Promise<void>
  stop(): Promise<void>
}

type Module = Pick<Running, "linkable">
type Exported = Pick<Running, "runAs"> & { default: Module | { default: Module } }

interface StartOptions {
  options?: Record<string, unknown>
  /** Default: true. */
  migrate?: boolean
  /** Default: true. Stockroom brings its ledger in line when the application starts. */
  start?: boolean
  pool?: { min?: number; max: number }
}

function urlOf(database: string): string {
  const { DB_HOST, DB_PORT, DB_USERNAME, DB_PASSWORD } = process.env
  const login = [DB_USERNAME ?? "postgres", DB_PASSWORD ?? ""].map(encodeURIComponent).join(":")
  return `postgres://${login}@${DB_HOST ?? "localhost"}:${DB_PORT ?? 5432}/${database}`
}

async function onServer(text: string): Promise<void> {
  const client = new Client({ connectionString: urlOf("postgres") })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}

let databases = 0

/** @param template - a database to copy, which nobody may be connected to */
export async function createDatabase(template?: string): Promise<Database> {
  const name = `stockroom_test_${process.pid}_${Date.now()}_${databases++}`
  await onServer(`create database "${name}"${template ? ` template "${template}"` : ""}`)
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

/** numeric, bigint and moments as Postgres writes them, to the last digit. */
const AS_TEXT = {
  getTypeParser: (oid: number, format?: "text") =>
    [20, 1184, 1700].includes(oid) ? (value: string) => value : types.getTypeParser(oid, format),
} as never

/** Medusa's migrations tell their progress on the console. */
async function quietly(work: () => Promise<unknown>): Promise<void> {
  const log = jest.spyOn(console, "log").mockImplementation()
  await work().finally(() => log.mockRestore())
}

let loaded: Kind | undefined

/** Starts a module on a database, as `medusa db:migrate` and then `medusa start` would. */
export async function startModule<K extends Kind>(
  kind: K,
  database: Database,
  { options = {}, migrate = true, start = true, pool = { max: 10 } }: StartOptions = {}
): Promise<Running<K>> {
  if (loaded && loaded !== kind) {
    // Both modules define the same entities, and Medusa keeps the first it meets, some in globals.
    jest.resetModules()
    delete (globalThis as { MedusaModule?: unknown }).MedusaModule
  }
  const framework = await import("@medusajs/framework/utils")
  const sdk = await import("@medusajs/framework/modules-sdk")
  if (loaded !== kind) {
    const { MetadataStorage } = await import("@medusajs/framework/mikro-orm/core")
    MetadataStorage.clear()
    loaded = kind
  }
  const { ContainerRegistrationKeys, Modules, ModulesSdkUtils, isSharedConnectionSymbol } =
    framework
  const driverOptions = { connection: { ssl: false } }
  const databaseOptions = { clientUrl: database.url, schema: "public", driverOptions }
  const knex = ModulesSdkUtils.createPgConnection({ ...databaseOptions, pool }) as unknown as Knex
  const modulesConfig = {
    [Modules.INVENTORY]: {
      definition: sdk.ModulesDefinition[Modules.INVENTORY],
      resolve: PATHS[kind],
      options: { database: databaseOptions, ...options, [isSharedConnectionSymbol]: true },
    },
  }
  const events: EmittedEvent[] = []
  const warnings: string[] = []
  const errors: string[] = []
  const quiet = () => {}
  sdk.MedusaModule.clearInstances()
  const app = await sdk.MedusaApp({
    modulesConfig: modulesConfig as never,
    sharedResourcesConfig: { database: databaseOptions },
    injectedDependencies: {
      [ContainerRegistrationKeys.PG_CONNECTION]: knex,
      [ContainerRegistrationKeys.CONFIG_MODULE]: { modules: modulesConfig },
      [ContainerRegistrationKeys.LOGGER]: {
        ...{ info: quiet, debug: quiet, log: quiet },
        warn: (message: string) => warnings.push(message),
        error: (message: string) => errors.push(message),
      },
      [Modules.EVENT_BUS]: {
        emit: async (emitted: EmittedEvent | EmittedEvent[]) => {
          events.push(...[emitted].flat())
        },
        subscribe: quiet,
        releaseGroupedEvents: quiet,
        clearGroupedEvents: quiet,
      },
    },
  })
  const stop = async () => {
    await app.onApplicationPrepareShutdown()
    await app.onApplicationShutdown()
    await knex.destroy()
    sdk.MedusaModule.clearInstances()
  }
  try {
    if (migrate) await quietly(() => app.runMigrations())
    if (start) await app.onApplicationStart()
  } catch (error) {
    await stop()
    throw error
  }
  const service = app.modules[Modules.INVENTORY] as unknown as Services[K]
  const exported = (await import(PATHS[kind])) as Exported
  const { runAs, default: module } = exported
  const start_ = () => app.onApplicationStart()
  const { linkable } = "default" in module ? module.default : module
  return { service, runAs, linkable, knex, events, warnings, errors, start: start_, stop }
}

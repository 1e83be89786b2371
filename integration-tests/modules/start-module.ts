import { join } from "node:path"

import { asValue } from "@medusajs/framework/awilix"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaApp, MedusaModule, ModulesDefinition } from "@medusajs/framework/modules-sdk"
import type { ILockingModule } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  createMedusaContainer,
  createPgConnection,
  Modules,
} from "@medusajs/framework/utils"

import type { MedusaInventoryService } from "../../src/modules/inventory/medusa-service"
import type { LockingOptions } from "../../src/providers/locking"

const BUILT = join(__dirname, "..", "..", ".medusa", "server", "src")

/** The two modules that can be a store's Inventory Module: the built plugin's, and Medusa's own. */
export const MODULES = {
  stockroom: join(BUILT, "modules", "inventory"),
  core: require.resolve("@medusajs/inventory"),
}

export type ModuleName = keyof typeof MODULES

/** What both modules offer. */
export type Inventory = Pick<MedusaInventoryService, keyof MedusaInventoryService>

export interface EmittedEvent {
  name: string
  data: Record<string, unknown>
}

export interface StartOptions {
  module: ModuleName
  /** Connection string of the database. */
  url: string
  /** How many connections the process may have. */
  pool: number
  /** How long a call waits for one of them, in milliseconds. */
  poolTimeout?: number
  /**
   * Which of Medusa's locks to load, for tests of what its workflows do around the module; options
   * are those of Stockroom's provider, which is put before them.
   */
  locking?: "in-memory" | "postgres" | LockingOptions
  /** Run the module's migrations first. */
  migrate?: boolean
}

export interface RunningModule {
  inventory: Inventory
  locking: ILockingModule | undefined
  knex: Knex
  /** Everything that the module has emitted. */
  events: EmittedEvent[]
  stop(): Promise<void>
}

/** Options of the Locking Module. */
function lockingOptions(locking: "in-memory" | "postgres" | LockingOptions) {
  if (locking === "in-memory") return {}
  const provider =
    locking === "postgres"
      ? { resolve: "@medusajs/medusa/locking-postgres", id: "pg" }
      : { resolve: join(BUILT, "providers", "locking"), id: "stockroom", options: locking }
  return { providers: [{ ...provider, is_default: true }] }
}

/** Starts a module alone, as a Medusa process would: on one pool of connections. */
export async function startModule(options: StartOptions): Promise<RunningModule> {
  const { module, url, pool, poolTimeout, locking, migrate } = options
  const database = { clientUrl: url, driverOptions: { connection: { ssl: false } } }
  const knex = createPgConnection({
    ...database,
    pool: { min: 0, max: pool, ...(poolTimeout && { acquireTimeoutMillis: poolTimeout }) },
  }) as Knex
  const events: EmittedEvent[] = []
  const bus = {
    emit: async (emitted: EmittedEvent | EmittedEvent[]) => {
      events.push(...[emitted].flat())
    },
  }
  const sharedContainer = createMedusaContainer()
  sharedContainer.register(ContainerRegistrationKeys.LOGGER, asValue(QUIET))
  const modulesConfig = {
    [Modules.INVENTORY]: {
      definition: ModulesDefinition[Modules.INVENTORY],
      resolve: MODULES[module],
    },
    ...(locking && {
      [Modules.LOCKING]: { resolve: "@medusajs/medusa/locking", options: lockingOptions(locking) },
    }),
  }
  const app = await MedusaApp({
    modulesConfig,
    sharedContainer,
    sharedResourcesConfig: { database },
    injectedDependencies: {
      [ContainerRegistrationKeys.PG_CONNECTION]: knex,
      [ContainerRegistrationKeys.LOGGER]: QUIET,
      [ContainerRegistrationKeys.CONFIG_MODULE]: { modules: modulesConfig },
      [Modules.EVENT_BUS]: bus,
    },
  })
  if (migrate) await app.runMigrations()
  await app.onApplicationStart()
  return {
    inventory: app.modules[Modules.INVENTORY] as unknown as Inventory,
    locking: app.modules[Modules.LOCKING] as unknown as ILockingModule | undefined,
    knex,
    events,
    async stop() {
      await app.onApplicationPrepareShutdown()
      await app.onApplicationShutdown()
      await knex.destroy()
      MedusaModule.clearInstances()
    },
  }
}

/** Says what goes wrong, and nothing else. */
const QUIET = { ...console, info: () => {}, debug: () => {}, log: () => {}, warn: () => {} }

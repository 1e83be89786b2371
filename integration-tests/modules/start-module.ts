import { join } from "node:path"

import { asValue } from "@medusajs/framework/awilix"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaApp, MedusaModule, ModulesDefinition } from "@medusajs/framework/modules-sdk"
import type { IInventoryService, ILockingModule } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  createMedusaContainer,
  createPgConnection,
  isSharedConnectionSymbol,
  Modules,
} from "@medusajs/framework/utils"

import type { runAs as runAsFunction, StockroomModuleService } from "../../src/modules/inventory"
import type { MedusaInventoryService } from "../../src/modules/inventory/medusa-service"
import type { LockingOptions } from "../../src/providers/locking"

/** What `medusa plugin:build` has made. */
const BUILT = join(__dirname, "..", "..", ".medusa", "server", "src")

/** The two modules that can be a store's Inventory Module: the built plugin's, and Medusa's own. */
const MODULES = {
  stockroom: join(BUILT, "modules", "inventory"),
  core: require.resolve("@medusajs/inventory"),
}

/** The files behind them, by name: outside Jest, Node imports no folders. */
const ENTRIES = { ...MODULES, stockroom: join(MODULES.stockroom, "index.js") }

export type ModuleName = keyof typeof MODULES

/** What both modules offer. */
export type Inventory = Pick<MedusaInventoryService, keyof MedusaInventoryService>

type Services = { stockroom: StockroomModuleService; core: IInventoryService }

export interface EmittedEvent {
  name: string
  data: Record<string, unknown>
  metadata?: Record<string, unknown>
}

/** How a module is started; plain data, so that another process can be told. */
export interface StartOptions {
  /** The module's own options. */
  options?: Record<string, unknown>
  /** Run the module's migrations first, as `medusa db:migrate` does; default: true. */
  migrate?: boolean
  /** Start the application, when Stockroom brings its ledger in line; default: true. */
  start?: boolean
  /** How many connections the process may have; default: 10. */
  pool?: number
  /** How long a call waits for one of them, in milliseconds. */
  poolTimeout?: number
  /**
   * Which of Medusa's locks to load, for tests of what its workflows do around the module; options
   * are those of Stockroom's provider, which is put before them.
   */
  locking?: "in-memory" | "postgres" | LockingOptions
}

/** A running Inventory Module. */
export interface RunningModule<Name extends ModuleName = "stockroom"> {
  service: Services[Name]
  /** The Locking Module, where the options ask for one. */
  locking: ILockingModule | undefined
  /** Runs work so that every movement in it says who made it; Stockroom only. */
  runAs: typeof runAsFunction
  /** What other modules link to. */
  linkable: Record<string, unknown>
  /** The pool that the module works on. */
  knex: Knex
  /** Everything that the module has emitted. */
  events: EmittedEvent[]
  /** What it has logged as a warning. */
  warnings: string[]
  /** … and as an error. */
  errors: string[]
  /** What happens when the application starts, for a module that was not started. */
  start(): Promise<void>
  stop(): Promise<void>
}

type Exports = Pick<RunningModule, "linkable">
type Exported = Pick<RunningModule, "runAs"> & { default: Exports | { default: Exports } }

/** Starts a module alone, as a Medusa process would: on one pool of connections. */
export async function startModule<Name extends ModuleName>(
  module: Name,
  { url }: { url: string },
  {
    options = {},
    migrate = true,
    start = true,
    pool = 10,
    poolTimeout: acquireTimeoutMillis,
    locking,
  }: StartOptions = {}
): Promise<RunningModule<Name>> {
  const database = { clientUrl: url, driverOptions: { connection: { ssl: false } } }
  const knex = createPgConnection({
    ...database,
    pool: { min: 0, max: pool, ...(acquireTimeoutMillis && { acquireTimeoutMillis }) },
  }) as Knex
  const { events, warnings, errors, bus, logger } = listeners()
  const sharedContainer = createMedusaContainer()
  sharedContainer.register(ContainerRegistrationKeys.LOGGER, asValue(logger))
  const modulesConfig = {
    [Modules.INVENTORY]: {
      definition: ModulesDefinition[Modules.INVENTORY],
      resolve: MODULES[module],
      options: { database, ...options, [isSharedConnectionSymbol]: true },
    },
    ...(locking && {
      [Modules.LOCKING]: { resolve: "@medusajs/medusa/locking", options: lockingOptions(locking) },
    }),
  }
  MedusaModule.clearInstances()
  const app = await MedusaApp({
    modulesConfig,
    sharedContainer,
    sharedResourcesConfig: { database },
    injectedDependencies: {
      [ContainerRegistrationKeys.PG_CONNECTION]: knex,
      [ContainerRegistrationKeys.LOGGER]: logger,
      [ContainerRegistrationKeys.CONFIG_MODULE]: { modules: modulesConfig },
      [Modules.EVENT_BUS]: bus,
    },
  })
  const stop = async () => {
    await app.onApplicationPrepareShutdown()
    await app.onApplicationShutdown()
    await knex.destroy()
    MedusaModule.clearInstances()
  }
  try {
    if (migrate) await quietly(() => app.runMigrations())
    if (start) await app.onApplicationStart()
  } catch (error) {
    await stop()
    throw error
  }
  const exported = (await import(ENTRIES[module])) as Exported
  return {
    service: app.modules[Modules.INVENTORY] as unknown as Services[Name],
    locking: app.modules[Modules.LOCKING] as unknown as ILockingModule | undefined,
    runAs: exported.runAs,
    linkable: ("default" in exported.default ? exported.default.default : exported.default)
      .linkable,
    knex,
    events,
    warnings,
    errors,
    start: () => app.onApplicationStart(),
    stop,
  }
}

/** An event bus and a logger that keep what they are told. */
function listeners() {
  const events: EmittedEvent[] = []
  const warnings: string[] = []
  const errors: string[] = []
  const quiet = () => {}
  const bus = {
    emit: async (emitted: EmittedEvent | EmittedEvent[]) => {
      events.push(...[emitted].flat())
    },
    subscribe: quiet,
    releaseGroupedEvents: quiet,
    clearGroupedEvents: quiet,
  }
  const logger = {
    ...console,
    ...{ info: quiet, debug: quiet, log: quiet },
    warn: (message: string) => warnings.push(message),
    error: (message: string) => errors.push(message),
  }
  return { events, warnings, errors, bus, logger }
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

/** Medusa's migrations tell their progress on the console. */
async function quietly(work: () => Promise<unknown>): Promise<void> {
  const { log } = console
  console.log = () => {}
  await work().finally(() => (console.log = log))
}

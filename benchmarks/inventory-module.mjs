/** Loads an Inventory Module alone, without a store around it, the way Medusa loads it. */
import { existsSync } from "node:fs"
import { createRequire } from "node:module"
import { fileURLToPath } from "node:url"

const require = createRequire(import.meta.url)
const { MedusaApp, ModulesDefinition } = require("@medusajs/framework/modules-sdk")
const { ContainerRegistrationKeys, Modules, ModulesSdkUtils } = require("@medusajs/framework/utils")

const built = (path) => fileURLToPath(new URL(`../.medusa/server/src/${path}`, import.meta.url))
const BUILT = built("modules/inventory")

export const CORE = "@medusajs/inventory"
export const STOCKROOM = BUILT

/** Options of Medusa's Locking Module: its default locks, and Stockroom's provider before them. */
const LOCKS = {
  medusa: {},
  stockroom: {
    providers: [
      {
        resolve: built("providers/locking"),
        id: "stockroom",
        is_default: true,
        options: { backend: "in-memory" },
      },
    ],
  },
}

/**
 * @param {object} options
 * @param {string} options.resolve {@link CORE} or {@link STOCKROOM}
 * @param {string} options.url the database
 * @param {number} options.pool connections; all are opened by the first calls and then kept
 * @param {"medusa" | "stockroom"} [options.locking] also Medusa's Locking Module, and whose provider
 */
export async function loadInventory({ resolve, url, pool, locking }) {
  if (resolve === STOCKROOM && !existsSync(BUILT)) {
    throw new Error("The plugin has not been built: run `npm run build` first.")
  }
  const database = {
    clientUrl: url,
    pool: { min: pool, max: pool },
    driverOptions: { connection: { ssl: false } },
  }
  const connection = ModulesSdkUtils.createPgConnection({ ...database, schema: "public" })
  const modulesConfig = {
    [Modules.INVENTORY]: {
      definition: ModulesDefinition[Modules.INVENTORY],
      resolve,
      options: { database },
    },
    ...(locking && {
      [Modules.LOCKING]: {
        definition: ModulesDefinition[Modules.LOCKING],
        resolve: "@medusajs/locking",
        options: LOCKS[locking],
      },
    }),
  }
  const app = await MedusaApp({
    modulesConfig,
    sharedResourcesConfig: { database },
    injectedDependencies: {
      [ContainerRegistrationKeys.PG_CONNECTION]: connection,
      [ContainerRegistrationKeys.CONFIG_MODULE]: { modules: modulesConfig },
      [ContainerRegistrationKeys.LOGGER]: QUIET,
      [Modules.EVENT_BUS]: NO_EVENTS,
    },
  })
  return {
    service: app.modules[Modules.INVENTORY],
    locking: app.modules[Modules.LOCKING],
    migrate: () => app.runMigrations(),
    start: () => app.onApplicationStart(),
    stop: () => connection.destroy(),
  }
}

/** Both modules build their events; nobody listens. */
const NO_EVENTS = {
  emit: async () => {},
  subscribe() {},
  releaseGroupedEvents() {},
  clearGroupedEvents() {},
}

const nothing = () => {}
const QUIET = {
  ...Object.fromEntries(
    ["debug", "info", "log", "http", "verbose", "silly", "progress", "activity"].map((name) => [
      name,
      nothing,
    ])
  ),
  success: nothing,
  failure: (...args) => console.error(...args),
  warn: (...args) => console.warn(...args),
  error: (...args) => console.error(...args),
  panic: (...args) => console.error(...args),
  shouldLog: () => false,
  setLogLevel: nothing,
  unsetLogLevel: nothing,
}

import type {
  InputConfig,
  InputConfigWithArrayModules,
  InputConfigWithObjectModules,
} from "@medusajs/framework/types"

import type { StockroomOptions } from "./modules/inventory/options"
import type { LockingOptions } from "./providers/locking/options"

interface HelperOptions extends Partial<StockroomOptions> {
  /**
   * Puts Stockroom's locking provider before the locks that the store has: `"in-memory"`,
   * `"postgres"`, or Redis with its options; see `docs/locking.md`. Without it, the store's locks
   * stay as they are.
   */
  locking?: "in-memory" | "postgres" | LockingOptions
}

/** The two entries that Stockroom needs in `medusa-config.ts`. */
const PLUGIN = { resolve: "medusa-stockroom", options: {} }
const MODULE = "medusa-stockroom/modules/inventory"

/** The module and the provider of the entry for locks. */
const LOCKING_MODULES = ["@medusajs/medusa/locking", "@medusajs/locking"]
const LOCKING_PROVIDER = "medusa-stockroom/providers/locking"

/**
 * Adds Stockroom's two entries, the plugin and the Inventory Module, to a Medusa configuration, and
 * with `locking` also the Locking Module with Stockroom's provider.
 *
 * @param config - what would be given to Medusa's `defineConfig`
 * @param options - Stockroom's options; see the README
 * @throws Error when `locking` is given and the configuration has a Locking Module already
 * @since 0.1.0
 *
 * @example
 * // medusa-config.ts
 * module.exports = defineConfig(withStockroom({ projectConfig: { databaseUrl } }))
 *
 * @example
 * module.exports = defineConfig(
 *   withStockroom({ projectConfig }, { locking: { backend: "redis", redisUrl } })
 * )
 */
export function withStockroom(
  config: InputConfigWithArrayModules,
  options?: HelperOptions
): InputConfigWithArrayModules
export function withStockroom(
  config: InputConfigWithObjectModules,
  options?: HelperOptions
): InputConfigWithObjectModules
export function withStockroom(
  config: InputConfig,
  { locking, ...options }: HelperOptions = {}
): InputConfig {
  const { modules = [], plugins = [] } = config
  const inventory = { resolve: MODULE, options }
  const locks = locking && lockingModule(modules, locking)
  const rest = { ...config, plugins: [...plugins, PLUGIN] }
  return Array.isArray(modules)
    ? { ...rest, modules: [...modules, inventory, ...(locks ? [locks] : [])] }
    : { ...rest, modules: { ...modules, inventory, ...(locks && { locking: locks }) } }
}

/** Of two Locking Modules Medusa would take the last, and the store would lose the first's locks. */
function lockingModule(
  modules: NonNullable<InputConfig["modules"]>,
  locking: NonNullable<HelperOptions["locking"]>
) {
  const entries: unknown[] = Array.isArray(modules) ? modules : Object.values(modules)
  const isLocking = (entry: unknown) =>
    LOCKING_MODULES.includes((entry as { resolve?: string } | undefined)?.resolve ?? "")
  if ("locking" in modules || entries.some(isLocking)) {
    throw new Error(
      'withStockroom was given `locking`, and medusa-config.ts has a Locking Module already. Take that out of `modules`, and say in `locking` where it keeps its locks: { locking: "postgres" } or { locking: { backend: "redis", redisUrl } }.'
    )
  }
  const options = typeof locking === "string" ? { backend: locking } : locking
  return {
    resolve: LOCKING_MODULES[0],
    options: {
      providers: [{ resolve: LOCKING_PROVIDER, id: "stockroom", is_default: true, options }],
    },
  }
}

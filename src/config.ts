import type { StockroomOptions } from "./modules/inventory/options"

interface ConfigInput {
  plugins?: unknown[]
  modules?: unknown[] | Record<string, unknown>
}

/** The two entries that Stockroom needs in `medusa-config.ts`. */
const PLUGIN = { resolve: "medusa-stockroom", options: {} }
const MODULE = "medusa-stockroom/modules/inventory"

/**
 * Adds Stockroom's two entries, the plugin and the Inventory Module, to a Medusa configuration.
 *
 * @param config - what would be given to Medusa's `defineConfig`
 * @param options - Stockroom's options; see `docs/options.md`
 * @since 0.1.0
 *
 * @example
 * // medusa-config.ts
 * module.exports = defineConfig(withStockroom({ projectConfig: { databaseUrl } }))
 */
export function withStockroom<Config extends ConfigInput>(
  config: Config,
  options: Partial<StockroomOptions> = {}
): Config & { plugins: unknown[] } {
  const { modules = [] } = config
  return {
    ...config,
    plugins: [...(config.plugins ?? []), PLUGIN],
    modules: Array.isArray(modules)
      ? [...modules, { resolve: MODULE, options }]
      : { ...modules, inventory: { resolve: MODULE, options } },
  }
}

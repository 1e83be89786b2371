import {
  dynamicImport,
  MedusaError,
  Modules,
  normalizeImportPathWithSource,
} from "@medusajs/framework/utils"

import { pathOf } from "./back-ends"

/** What is looked at of a store's configuration. */
interface Config {
  modules?: Record<string, unknown>
}

/** Whether Stockroom's engine has marked a module's service. */
type Marked = { service?: { prototype?: { isStockroom?: boolean } } }

/**
 * Refuses a store whose Inventory Module is not Stockroom's: Medusa's own needs the locks that
 * Stockroom lets pass, or it sells units twice.
 *
 * @throws MedusaError saying what to add, or to take out
 */
export async function requireStockroom(config: Config | undefined): Promise<void> {
  const inventory = config?.modules?.[Modules.INVENTORY] as { resolve?: unknown } | undefined
  if (await isStockroom(inventory?.resolve)) return
  throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, WITHOUT_STOCKROOM)
}

async function isStockroom(resolve: unknown): Promise<boolean> {
  const exported: { default?: Marked } & Marked =
    typeof resolve === "string"
      ? await dynamicImport(pathOf(normalizeImportPathWithSource(resolve)))
      : (resolve ?? {})
  const { service } = exported.default ?? exported
  return service?.prototype?.isStockroom === true
}

const WITHOUT_STOCKROOM = `Stockroom's locking provider needs Stockroom's Inventory Module: Medusa's own relies on the locks that this provider lets pass. Add this line to \`modules\` in medusa-config.ts:

  { resolve: "medusa-stockroom/modules/inventory" },

or give the Locking Module back the provider that it had.`

import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"

import type StockroomModuleService from "./service"

/** What is said when the plugin is there, but its module is not. */
export const MISSING_MODULE = `Stockroom's module is not the store's Inventory Module. Add this line to \`modules\` in medusa-config.ts:

  { resolve: "medusa-stockroom/modules/inventory" },

or wrap the whole configuration: defineConfig(withStockroom({ … })), with withStockroom from "medusa-stockroom/config".`

/**
 * The store's Inventory Module, which must be Stockroom's.
 *
 * @throws MedusaError when it is not, with the line that is missing in `medusa-config.ts`
 * @since 0.1.0
 *
 * @example
 * const stock = resolveStockroom(container)
 * const report = await stock.verify()
 */
export function resolveStockroom(
  container: Pick<MedusaContainer, "resolve">
): StockroomModuleService {
  const service = container.resolve(Modules.INVENTORY) as unknown as StockroomModuleService
  if (!service.isStockroom) {
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, MISSING_MODULE)
  }
  return service
}

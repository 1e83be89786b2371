import { MedusaModule } from "@medusajs/framework/modules-sdk"
import type { ModuleJoinerConfig } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"

import { MISSING_MODULE } from "../modules/inventory"

/**
 * Guards the link that was defined last, which only Stockroom's module has. In a store that runs Medusa's own
 * instead, the parser of GraphQL would refuse it; so the line that is missing in medusa-config.ts is told first.
 */
export function withStockroom<Link>(link: Link): Link {
  const links = MedusaModule.getCustomLinks()
  const register = links.pop() as (modules: ModuleJoinerConfig[]) => ModuleJoinerConfig
  links.push((modules: ModuleJoinerConfig[]) => {
    const inventory = modules.find(({ serviceName }) => serviceName === Modules.INVENTORY)
    if (!inventory?.linkableKeys?.inventory_transfer_id) {
      throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, MISSING_MODULE)
    }
    return register(modules)
  })
  return link
}

import { asValue } from "@medusajs/framework/awilix"
import { moduleLoader, registerMedusaModule } from "@medusajs/framework/modules-sdk"
import type { ILockingModule, ModuleProviderLoaderFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

import { LOCKING_MODULE, optionsFor, pathOf } from "./back-ends"
import { OneByOne } from "./one-by-one"
import { parseOptions } from "./options"
import { requireStockroom } from "./require-stockroom"

/** Seconds that Medusa waits for a lock when nobody says. */
const PATIENCE = 5

/**
 * Loads Medusa's own Locking Module once more, behind the provider, with the locks that the store
 * had, and so with the connection, the table and the checks that they bring.
 *
 * @throws Error when an option is wrong, when the back end is not installed or when the store's
 *   Inventory Module is not Stockroom's
 */
export const loadBackEnd: ModuleProviderLoaderFunction = async ({
  container,
  logger = container.resolve(ContainerRegistrationKeys.LOGGER),
  options,
  moduleOptions,
}) => {
  // Without options of its own, a provider is given those of the module.
  const parsed = parseOptions(moduleOptions && options)
  await requireStockroom(
    container.resolve(ContainerRegistrationKeys.CONFIG_MODULE, { allowUnregistered: true })
  )
  const moduleResolutions = registerMedusaModule({
    moduleKey: Modules.LOCKING,
    moduleDeclaration: {
      scope: "internal",
      resolve: pathOf(LOCKING_MODULE),
      options: { ...moduleOptions, ...optionsFor(parsed) },
    },
  })
  await moduleLoader({ container, moduleResolutions, logger })
  if (parsed.backend === "redis") {
    const locks = container.resolve<ILockingModule>(Modules.LOCKING)
    container.register(
      Modules.LOCKING,
      asValue(new OneByOne(locks, parsed.waitLockingTimeout ?? PATIENCE))
    )
  }
}

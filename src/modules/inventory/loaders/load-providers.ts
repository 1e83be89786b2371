import { moduleProviderLoader } from "@medusajs/framework/modules-sdk"
import type { LoaderOptions, MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"

import type { LowStockActionClass } from "../low-stock/action"
import { registerAction } from "../low-stock/registry"
import { parseOptions } from "../options"
import { builtInNames, hasStrategy, registerStrategy, type StrategyClass } from "../strategies"

type Providers = Parameters<typeof moduleProviderLoader>[0]["providers"]

/** What a provider may list among its services. */
type ProviderClass = {
  name: string
  identifier?: string
  prototype?: { rank?: unknown; execute?: unknown }
}

/**
 * Registers what the module entry names under `providers`: allocation strategies, and actions on low stock.
 *
 * @throws Error where the option `allocation.strategy` names one that is not there
 */
export async function loadProviders({
  container,
  options = {},
}: LoaderOptions<Record<string, unknown>>): Promise<void> {
  await moduleProviderLoader({
    container,
    providers: (options.providers ?? []) as Providers,
    registerServiceFn: async (service, scope, { options: own }) => {
      register(scope, service as ProviderClass, own as Record<string, unknown> | undefined)
    },
  })
  const { strategy } = parseOptions(options).allocation
  if (!hasStrategy(container, strategy)) {
    throw new Error(
      `Stockroom's options in medusa-config.ts are not right:\n  - allocation.strategy: there is no strategy "${strategy}"; there are ${builtInNames().join(", ")} and those under \`providers\``
    )
  }
}

/**
 * Registers one class by what it can do. One with the identifier of a built-in takes its place.
 *
 * @throws MedusaError where it is neither, with what it lacks
 */
function register(
  container: MedusaContainer,
  service: ProviderClass,
  options: Record<string, unknown> = {}
): void {
  const { identifier, prototype, name } = service
  if (identifier && typeof prototype?.rank === "function") {
    registerStrategy(container, service as StrategyClass, options)
  } else if (identifier && typeof prototype?.execute === "function") {
    registerAction(container, service as LowStockActionClass, options)
  } else {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Stockroom: the provider ${name} is neither an allocation strategy nor an action on low stock: it needs a static \`identifier\`, and a method \`rank\` or \`execute\``
    )
  }
}

import { moduleProviderLoader } from "@medusajs/framework/modules-sdk"
import type { LoaderOptions } from "@medusajs/framework/types"

import { parseOptions } from "../options"
import { builtInNames, hasStrategy, registerStrategy } from "../strategies"

type Providers = Parameters<typeof moduleProviderLoader>[0]["providers"]

/**
 * Registers the strategies that the module entry names under `providers`.
 *
 * @throws Error where the option `allocation.strategy` names one that is not there
 */
export async function loadStrategies({
  container,
  options = {},
}: LoaderOptions<Record<string, unknown>>): Promise<void> {
  await moduleProviderLoader({
    container,
    providers: (options.providers ?? []) as Providers,
    registerServiceFn: async (strategy, scope, { options: own }) => {
      registerStrategy(scope, strategy, own as Record<string, unknown>)
    },
  })
  const { strategy } = parseOptions(options).allocation
  if (!hasStrategy(container, strategy)) {
    throw new Error(
      `Stockroom's options in medusa-config.ts are not right:\n  - allocation.strategy: there is no strategy "${strategy}"; there are ${builtInNames().join(", ")} and those under \`providers\``
    )
  }
}

import { asFunction, Lifetime } from "@medusajs/framework/awilix"
import type { Logger, MedusaContainer } from "@medusajs/framework/types"

import { type AllocationStrategy, BUILT_IN_STRATEGIES } from "../../core/allocation"
import { Refusal } from "../../core/refusal"
import { guarded } from "./guarded-strategy"

const PREFIX = "stockroom_allocation_"

/** A class that a merchant registers as a provider. */
export type StrategyClass = (new (
  container: Record<string, unknown>,
  options: Record<string, unknown>
) => AllocationStrategy) & { identifier: string }

/** Registers a merchant's strategy. One with the identifier of a built-in strategy takes its place. */
export function registerStrategy(
  container: MedusaContainer,
  strategy: StrategyClass,
  options: Record<string, unknown>
): void {
  container.register({
    [PREFIX + strategy.identifier]: asFunction(
      (cradle: Record<string, unknown>) => new strategy(cradle, options),
      { lifetime: Lifetime.SINGLETON }
    ),
  })
}

/** Whether a strategy of this name is there: a merchant's, or a built-in one. */
export function hasStrategy(container: MedusaContainer, identifier: string): boolean {
  return (
    container.hasRegistration(PREFIX + identifier) ||
    BUILT_IN_STRATEGIES.some((one) => one.identifier === identifier)
  )
}

/**
 * The strategy of this name.
 *
 * @throws Refusal `invalid_data` where there is none
 * @throws MedusaError where a merchant's own cannot be made
 *
 * @param cradle - the module's container, as Medusa hands it to the service
 */
export function findStrategy(
  cradle: Record<string, unknown>,
  identifier: string
): AllocationStrategy {
  const key = PREFIX + identifier
  if (Object.prototype.propertyIsEnumerable.call(cradle, key)) {
    const logger = (cradle.logger as Logger | undefined) ?? console
    return guarded(identifier, () => cradle[key] as AllocationStrategy, logger)
  }
  const found = BUILT_IN_STRATEGIES.find((one) => one.identifier === identifier)
  if (!found) {
    throw Refusal.invalid("strategy", `must be the name of one, and there is no "${identifier}"`)
  }
  return found
}

/** The names that the option `allocation.strategy` may have without a provider. */
export function builtInNames(): string[] {
  return BUILT_IN_STRATEGIES.map(({ identifier }) => identifier)
}

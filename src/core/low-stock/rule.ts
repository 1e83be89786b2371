/** Where a rule watches, as it is kept. */
export const RULE_PLACES = ["each_location", "location", "channel", "together"] as const
/**
 * - `each_location` every active location of kind warehouse or store, each by itself
 * - `location` one location
 * - `channel` the active locations that serve one sales channel, together
 * - `together` all locations that are sold from, together
 *
 * @since 0.1.0
 */
export type RulePlace = (typeof RULE_PLACES)[number]

/** What is watched of an item: one location, or several together. */
export const POOL_PLACES = ["location", "channel", "together"] as const
export type PoolPlace = (typeof POOL_PLACES)[number]

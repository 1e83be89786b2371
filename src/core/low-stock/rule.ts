import type { Quantity } from "../quantity"

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

/** What a rule watches, and from which quantity on it is low. */
export interface Rule {
  /** Null: every item. */
  itemId: string | null
  place: RulePlace
  locationId: string | null
  channelId: string | null
  /** In base units. */
  threshold: Quantity
  enabled: boolean
}

/** Something of an item that can run low. */
export interface Pool {
  itemId: string
  place: PoolPlace
  locationId: string | null
  channelId: string | null
}

/**
 * Of the rules, the one that decides about a pool: one that names the item before the store's default,
 * then one that names the location before one for each location. It decides even when it is off.
 *
 * @param countsAsEach - whether rules for each location reach the pool's location
 */
export function winningRule<R extends Rule>(
  rules: readonly R[],
  pool: Pool,
  countsAsEach: boolean
): R | undefined {
  const reaches = (rule: R) =>
    (rule.itemId === null || rule.itemId === pool.itemId) &&
    (rule.place === "each_location"
      ? pool.place === "location" && countsAsEach
      : rule.place === pool.place &&
        rule.locationId === pool.locationId &&
        rule.channelId === pool.channelId)
  const rank = (rule: R) =>
    (rule.itemId === null ? 2 : 0) + (rule.place === "each_location" ? 1 : 0)
  return rules.filter(reaches).sort((a, b) => rank(a) - rank(b))[0]
}

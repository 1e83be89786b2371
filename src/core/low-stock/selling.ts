import { atLeastZero, least, type Quantity, total, ZERO } from "../quantity"
import { judgePools, type WatchedLevel, type WatchedLocation } from "./pools"
import type { Rule } from "./rule"

/** A rule that may stop sales at its threshold. */
export interface SellingRule extends Rule {
  stopSelling: boolean
}

/** What is to stay of a pool: nothing is sold of it that would take it below the threshold. */
interface Kept {
  /** Null: of all locations that are sold from. */
  channelId: string | null
  available: Quantity
  threshold: Quantity
}

/** How far an item may be sold, where rules stop selling it. In base units. */
export interface SellingLimits {
  /** What is to stay at a location. */
  locations: ReadonlyMap<string, Quantity>
  /** What is to stay of several locations together. */
  together: readonly Kept[]
}

/**
 * How far an item may be sold, by the rules that stop selling at their threshold. Of each pool the most
 * specific rule decides, as it does for alerts: one that does not stop, or is off, lets a more general
 * one not stop either.
 *
 * @returns null where nothing stops
 */
export function sellingLimits(
  itemId: string,
  levels: readonly WatchedLevel[],
  locations: readonly WatchedLocation[],
  rules: readonly SellingRule[]
): SellingLimits | null {
  if (!rules.some(stops)) {
    return null
  }
  const kept = new Map<string, Quantity>()
  const together: Kept[] = []
  for (const { rule, available, locationId, channelId } of judgePools(
    ...([itemId, levels, locations, rules] as const)
  )) {
    if (rule && stops(rule) && locationId !== null) {
      kept.set(locationId, rule.threshold)
    } else if (rule && stops(rule)) {
      together.push({ channelId, available, threshold: rule.threshold })
    }
  }
  return kept.size || together.length ? { locations: kept, together } : null
}

function stops({ stopSelling, enabled }: SellingRule): boolean {
  return stopSelling && enabled
}

/** What may be sold of what a location has; what is below zero stays as it is. */
export function sellableAt(
  limits: SellingLimits | null,
  locationId: string,
  available: Quantity
): Quantity {
  const kept = limits?.locations.get(locationId)
  return kept && available.isGreaterThan(0) ? atLeastZero(available.minus(kept)) : available
}

/**
 * The most that several locations may sell together in a sales channel; null where no rule says.
 *
 * @param channelId - null where nobody knows it: then only what is about all locations counts
 */
export function mostTogether(
  limits: SellingLimits | null,
  channelId: string | null
): Quantity | null {
  const left = keptIn(limits, channelId).map(({ available, threshold }) =>
    atLeastZero(available.minus(threshold))
  )
  return left.length ? left.reduce(least) : null
}

/** What may be sold of some locations' stock. */
export interface Sellable {
  /** In one order; a level below zero counts as nothing. */
  together: Quantity
  /** At each location alone; what is below zero stays as it is. */
  byLocation: ReadonlyMap<string, Quantity>
  /** What has to arrive before anything more can be sold, because it is to stay. */
  missing: Quantity
}

/**
 * What may be sold of what some locations have, in a sales channel.
 *
 * @param available - by location
 */
export function sellableOf(
  limits: SellingLimits,
  available: ReadonlyMap<string, Quantity>,
  channelId: string | null
): Sellable {
  const most = mostTogether(limits, channelId)
  const cap = (quantity: Quantity) => (most ? least(quantity, most) : quantity)
  const alone = [...available].map(
    ([id, quantity]) => [id, sellableAt(limits, id, quantity)] as const
  )
  const lacking = [...available].map(([id, quantity]) =>
    atLeastZero((limits.locations.get(id) ?? ZERO).minus(atLeastZero(quantity)))
  )
  const lackingTogether = keptIn(limits, channelId).map((kept) =>
    atLeastZero(kept.threshold.minus(kept.available))
  )
  return {
    together: cap(total(alone.map(([, quantity]) => atLeastZero(quantity)))),
    byLocation: new Map(alone.map(([id, quantity]) => [id, cap(quantity)])),
    missing: [total(lacking), ...lackingTogether].reduce((a, b) => (a.isLessThan(b) ? b : a)),
  }
}

function keptIn(limits: SellingLimits | null, channelId: string | null): Kept[] {
  return (limits?.together ?? []).filter(
    (kept) => kept.channelId === null || kept.channelId === channelId
  )
}

/**
 * The sales channels in which some locations are asked for: those that all of them serve, while no other
 * active location with stock of the item does. Medusa names an item's locations in the channel of a cart,
 * and not the channel.
 *
 * @param named - the locations that are asked for
 */
export function channelsAsked(
  named: readonly string[],
  levels: readonly WatchedLevel[],
  locations: readonly WatchedLocation[]
): string[] {
  const known = locations.filter(({ id }) => named.includes(id))
  const stocked = new Set(levels.map(({ locationId }) => locationId))
  const others = locations.filter(
    ({ id, active }) => active && stocked.has(id) && !named.includes(id)
  )
  return [...new Set(known.flatMap(({ channelIds }) => channelIds))].filter(
    (channel) =>
      known.every(({ channelIds }) => channelIds.includes(channel)) &&
      !others.some(({ channelIds }) => channelIds.includes(channel))
  )
}

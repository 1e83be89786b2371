import { type Quantity, ZERO } from "../quantity"
import { type Pool, type Rule, winningRule } from "./rule"

/** A level, as far as low stock goes. */
export interface WatchedLevel {
  itemId: string
  locationId: string
  available: Quantity
  /** Open, and there has ever been anything: a level that is new is not low. */
  inUse: boolean
}

/** A location, as far as low stock goes. */
export interface WatchedLocation {
  id: string
  active: boolean
  kind: string
  channelIds: readonly string[]
}

/** A pool with what is in it, and the rule that decides about it. */
export interface JudgedPool<R extends Rule> extends Pool {
  available: Quantity
  /** Undefined where nothing watches it. */
  rule: R | undefined
  low: boolean
}

const KINDS_OF_EACH = ["warehouse", "store"]

/**
 * Every pool of an item that has a level or a rule, judged. What several locations have together is the
 * sum of what each has above zero: what one lacks is not taken from the others.
 */
export function judgePools<R extends Rule>(
  itemId: string,
  levels: readonly WatchedLevel[],
  locations: readonly WatchedLocation[],
  rules: readonly R[]
): JudgedPool<R>[] {
  const mine = levels.filter((level) => level.itemId === itemId && level.inUse)
  const at = new Map(locations.map((location) => [location.id, location]))
  const alone = mine.map(({ locationId, available }) => {
    const location = at.get(locationId)
    const countsAsEach = !location || (location.active && KINDS_OF_EACH.includes(location.kind))
    const pool = { itemId, place: "location" as const, locationId, channelId: null }
    return judge(pool, available, winningRule(rules, pool, countsAsEach))
  })
  const sold = mine.filter(({ locationId }) => {
    const location = at.get(locationId)
    return location?.active && location.channelIds.length > 0
  })
  const several = rules.filter(
    (rule) =>
      (rule.itemId === null || rule.itemId === itemId) &&
      (rule.place === "channel" || rule.place === "together")
  )
  const channels = new Set(several.map(({ channelId }) => channelId))
  const joint = [...channels].flatMap((channelId) => {
    const place = channelId === null ? ("together" as const) : ("channel" as const)
    const serving = sold.filter(
      ({ locationId }) => channelId === null || at.get(locationId)?.channelIds.includes(channelId)
    )
    const pool = { itemId, place, locationId: null, channelId }
    const available = serving
      .filter((level) => level.available.isGreaterThan(0))
      .reduce((sum, level) => sum.plus(level.available), ZERO)
    return serving.length ? [judge(pool, available, winningRule(rules, pool, false))] : []
  })
  return [...alone, ...joint]
}

function judge<R extends Rule>(
  pool: Pool,
  available: Quantity,
  rule: R | undefined
): JudgedPool<R> {
  return { ...pool, available, rule, low: isLow(available, rule) }
}

/** At or below the threshold of a rule that is on. */
export function isLow(available: Quantity, rule: Rule | undefined): boolean {
  return rule !== undefined && rule.enabled && available.isLessThanOrEqualTo(rule.threshold)
}

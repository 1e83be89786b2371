import type { Alert, Pool } from "./low-stock"
import type { LowStockRule, RulePreset } from "./low-stock-rule-draft"

/** A stock of an item with what watches it, as the API answers it. */
export interface JudgedPool extends Pool {
  available: string
  low: boolean
  /** Null where nothing watches it. */
  rule: LowStockRule | null
  alert: Alert | null
}

/** One that is watched, or whose rule is off. */
export interface RuledPool extends JudgedPool {
  rule: LowStockRule
}

/** What the drawer of a rule opens with: a rule that there is, or what a new one begins with. */
export type RuleTarget = { rule: LowStockRule } | { preset: RulePreset }

/**
 * The stocks that a rule speaks of, those that are low first; of the others first what several locations have
 * together, as it is what shoppers see.
 */
export function ruledPools(pools: JudgedPool[]): RuledPool[] {
  const rank = ({ low, place }: JudgedPool) => (low ? 0 : 2) + (place === "location" ? 1 : 0)
  return pools
    .filter((pool): pool is RuledPool => pool.rule !== null)
    .sort((one, other) => rank(one) - rank(other))
}

/** The first of a long list, and at least all that are low. */
export function atFirst(ruled: RuledPool[], number: number): RuledPool[] {
  return ruled.slice(0, Math.max(number, ruled.filter(({ low }) => low).length))
}

/** The locations that nothing watches by themselves. */
export function unwatchedLocations(pools: JudgedPool[]): string[] {
  return pools.flatMap(({ rule, location_id }) => (rule || !location_id ? [] : [location_id]))
}

/** Whose rule decides: the item's for just this stock, the item's for each location, or the store's default. */
export function ruleOrigin({ rule }: RuledPool): "own" | "each" | "default" {
  if (rule.inventory_item_id === null) {
    return "default"
  }
  return rule.place === "each_location" ? "each" : "own"
}

/** What is changed from a stock's line: the item's own rule, or a new one in the place of the store's default. */
export function ruleTarget(pool: RuledPool): RuleTarget {
  if (ruleOrigin(pool) !== "default") {
    return { rule: pool.rule }
  }
  const { inventory_item_id, place, location_id, sales_channel_id } = pool
  return { preset: { inventory_item_id, place, location_id, sales_channel_id } }
}

/** At which location a right is needed to save what the drawer opens with; null: at all of them. */
export function locationOfTarget(target: RuleTarget): string | null {
  return ("rule" in target ? target.rule.location_id : target.preset.location_id) ?? null
}

/** Why no stock is shown: there is none yet that a rule could speak of, or no rule speaks of what there is. */
export function whyNothing({
  pools,
  rules,
}: {
  pools: JudgedPool[]
  rules: Pick<LowStockRule, "enabled">[]
}): "noStock" | "nothing" {
  return pools.length === 0 && rules.some(({ enabled }) => enabled) ? "noStock" : "nothing"
}

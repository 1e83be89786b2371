import { listAddress, type ListQuery } from "./list-query"

/** The tabs of the rules: all, the store's defaults, and those of single items. */
export const RULE_TABS = ["all", "defaults", "items"] as const
export type RuleTab = (typeof RULE_TABS)[number]

/** What the rules can be filtered by. */
export const RULE_FILTERS = ["inventory_item_id", "place", "location_id", "enabled"] as const
export type RuleFilter = (typeof RULE_FILTERS)[number]

/** What the page of rules shows, as its address says it. */
export type RuleQuery = ListQuery<RuleTab, RuleFilter>

/** How that address is read and written. */
export const ruleAddress = listAddress<RuleTab, RuleFilter>({
  tabs: RULE_TABS,
  filters: RULE_FILTERS,
  single: ["enabled"],
})

/** What is asked of the API: for the list, and for the file. */
export function ruleFilters({ tab, q, filters: { enabled, ...others } }: RuleQuery) {
  return {
    ...others,
    ...(enabled && { enabled: enabled[0] }),
    ...(tab !== "all" && { default: String(tab === "defaults") }),
    ...(q && { q }),
  }
}

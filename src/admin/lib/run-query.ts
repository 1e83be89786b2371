import { listAddress, type ListQuery } from "./list-query"

/** The tabs of the log: everything, and how it went. */
export const RUN_TABS = ["all", "failed", "waiting", "done", "skipped"] as const
type RunTab = (typeof RUN_TABS)[number]

/** What the log can be filtered by. */
export const RUN_FILTERS = ["identifier", "inventory_item_id", "alert_id"] as const
type RunFilter = (typeof RUN_FILTERS)[number]

/** What the log shows, as its address says it. */
export type RunQuery = ListQuery<RunTab, RunFilter>

/** How that address is read and written. */
export const runAddress = listAddress<RunTab, RunFilter>({
  tabs: RUN_TABS,
  filters: RUN_FILTERS,
  single: [],
})

/** What is asked of the API. What is in hand has not ended either. */
export function runsRequest({ tab, filters, page }: RunQuery, size: number) {
  return {
    ...filters,
    ...(tab !== "all" && { status: tab === "waiting" ? ["pending", "running"] : [tab] }),
    limit: size,
    offset: page * size,
  }
}

/** What was done about one alert. */
export function runsOfAlert(alertId: string): string {
  const params = runAddress.params({ tab: "all", q: "", filters: { alert_id: [alertId] }, page: 0 })
  return `/inventory/low-stock/runs?${params.toString()}`
}

import { dayStart } from "./history-query"
import { listAddress, type ListQuery } from "./list-query"

/** The tabs of the alerts: each status, and everything. */
export const ALERT_TABS = ["open", "acknowledged", "resolved", "all"] as const
type AlertTab = (typeof ALERT_TABS)[number]

/** What the alerts can be filtered by. */
export const ALERT_FILTERS = [
  "inventory_item_id",
  "location_id",
  "place",
  "low",
  "opened_from",
  "opened_until",
] as const
type AlertFilter = (typeof ALERT_FILTERS)[number]

/** What the page of alerts shows, as its address says it. */
export type AlertQuery = ListQuery<AlertTab, AlertFilter>

/** How that address is read and written. */
export const alertAddress = listAddress<AlertTab, AlertFilter>({
  tabs: ALERT_TABS,
  filters: ALERT_FILTERS,
  single: ["low", "opened_from", "opened_until"],
})

/** What is asked of the API. Days become moments, and the last day counts as a whole. */
export function alertsRequest({ tab, q, filters, page }: AlertQuery, size: number) {
  const { opened_from: from, opened_until: until, low, ...others } = filters
  return {
    ...others,
    ...(["true", "false"].includes(low?.[0] ?? "") && { low: low?.[0] }),
    ...(from && { opened_from: dayStart(from[0], 0) }),
    ...(until && { opened_until: dayStart(until[0], 1) }),
    ...(tab !== "all" && { status: [tab] }),
    ...(q && { q }),
    limit: size,
    offset: page * size,
  }
}

/** The page with one alert opened over the others. */
export function alertPath(id: string): string {
  return `/inventory/low-stock?${new URLSearchParams({ status: "all", alert: id }).toString()}`
}

import { REORDER_STATUSES, type ReorderStatus } from "../../core/low-stock"
import { listAddress, type ListQuery } from "./list-query"

/** The tabs of the report: what is to be ordered at all, each status, and everything. */
export const REPORT_TABS = ["order", ...REORDER_STATUSES, "all"] as const
type ReportTab = (typeof REPORT_TABS)[number]

/** What is to be ordered. */
const TO_ORDER: ReorderStatus[] = ["low", "soon"]

/** What the report can be filtered by. */
export const REPORT_FILTERS = ["inventory_item_id", "location_id", "place"] as const

/** How many days of sales are looked at, and for how many days what is ordered shall last. */
export const REPORT_DAYS = ["days", "cover_days"] as const
type ReportDays = (typeof REPORT_DAYS)[number]

/** What the report takes where nobody says otherwise. */
export const NORMAL_DAYS = 30
export const MOST_DAYS = 730

/** What the report shows, as its address says it. */
export type ReportQuery = ListQuery<ReportTab, (typeof REPORT_FILTERS)[number] | ReportDays>

/** How that address is read and written. */
export const reportAddress = listAddress<ReportTab, (typeof REPORT_FILTERS)[number] | ReportDays>({
  tabs: REPORT_TABS,
  filters: [...REPORT_FILTERS, ...REPORT_DAYS],
  single: REPORT_DAYS,
})

/** The days that a query names; what is no number of days is the normal one. */
export function daysOf({ filters }: ReportQuery, which: ReportDays): number {
  return readDays(filters[which]?.[0] ?? "") ?? NORMAL_DAYS
}

/** What a person typed as a number of days; null where it is none. */
export function readDays(text: string): number | null {
  const days = /^\d+$/.test(text.trim()) ? Number(text) : 0
  return days >= 1 && days <= MOST_DAYS ? days : null
}

/** A query with another number of days; the normal one is not written down. */
export function withDays(query: ReportQuery, which: ReportDays, days: number): ReportQuery {
  return reportAddress.withFilter(query, which, days === NORMAL_DAYS ? [] : [String(days)])
}

/** Whether the report shows less than its tab has. */
export function isReportFiltered({ filters }: ReportQuery): boolean {
  return REPORT_FILTERS.some((filter) => filters[filter])
}

/** What is asked of the API, without the page. */
export function reportRequest(query: ReportQuery) {
  const { days: _, cover_days: __, ...filters } = query.filters
  return {
    ...filters,
    days: daysOf(query, "days"),
    cover_days: daysOf(query, "cover_days"),
    ...(query.tab !== "all" && { status: query.tab === "order" ? TO_ORDER : [query.tab] }),
  }
}

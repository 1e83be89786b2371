import { TRANSFER_STATUSES, type TransferStatus } from "../../core/transfer"
import { dayStart } from "./history-query"

/** The tabs of the list: everything, what is on its way at all, and each status. */
export const TRANSFER_TABS = ["all", "open", ...TRANSFER_STATUSES] as const
export type TransferTab = (typeof TRANSFER_TABS)[number]

/** What is behind a level's `incoming`. */
const OPEN: TransferStatus[] = ["pending", "partial"]

/** What the list can be filtered by, as the API and the page's address name it. */
export const TRANSFER_FILTERS = [
  "origin_id",
  "destination_id",
  "location_id",
  "inventory_item_id",
  "expected_from",
  "expected_until",
] as const
export type TransferFilter = (typeof TRANSFER_FILTERS)[number]

/** What the list shows, as its address says it. */
export interface TransferQuery {
  tab: TransferTab
  q: string
  /** Days have one value, the others any number. */
  filters: Partial<Record<TransferFilter, string[]>>
  /** From 0 on. */
  page: number
}

/** Reads the page's address. What it does not know, and what is empty, it leaves out. */
export function readTransferQuery(params: URLSearchParams): TransferQuery {
  const status = params.get("status") as TransferTab
  const page = Number(params.get("page"))
  const filters: TransferQuery["filters"] = {}
  for (const filter of TRANSFER_FILTERS) {
    const values = [...new Set(params.getAll(filter).filter((value) => value !== ""))]
    if (values.length) {
      filters[filter] = isDay(filter) ? values.slice(0, 1) : values
    }
  }
  return {
    tab: TRANSFER_TABS.includes(status) ? status : "all",
    q: params.get("q") ?? "",
    filters,
    page: Number.isSafeInteger(page) && page > 1 ? page - 1 : 0,
  }
}

/** The page's address for a query. */
export function transferParams({ tab, q, filters, page }: TransferQuery): URLSearchParams {
  const params = new URLSearchParams()
  if (tab !== "all") params.set("status", tab)
  if (q) params.set("q", q)
  for (const filter of TRANSFER_FILTERS) {
    filters[filter]?.forEach((value) => params.append(filter, value))
  }
  if (page) params.set("page", String(page + 1))
  return params
}

/** What is asked of the API. Days become moments, and the last day counts as a whole. */
export function transfersRequest({ tab, q, filters, page }: TransferQuery, size: number) {
  const { expected_from: from, expected_until: until, ...others } = filters
  return {
    ...others,
    ...(from && { expected_from: dayStart(from[0], 0) }),
    ...(until && { expected_until: dayStart(until[0], 1) }),
    ...(tab !== "all" && { status: tab === "open" ? OPEN : [tab] }),
    ...(q && { q }),
    limit: size,
    offset: page * size,
  }
}

/** Whether the list shows only some of all transfers. */
export function isNarrowed({ tab, q, filters }: TransferQuery): boolean {
  return tab !== "all" || q !== "" || Object.keys(filters).length > 0
}

/** Other values for a filter, from the first page on. */
export function withTransferFilter(
  query: TransferQuery,
  filter: TransferFilter,
  values: string[]
): TransferQuery {
  const { [filter]: _, ...rest } = query.filters
  return { ...query, page: 0, filters: values.length ? { ...rest, [filter]: values } : rest }
}

/**
 * The list of the transfers behind a level's `incoming`: at the destination what is on its way, at the
 * origin what has still to leave.
 *
 * @param locationId - null for all locations
 */
export function transfersBehind(itemId: string, locationId: string | null): string {
  const params = transferParams({
    tab: "open",
    q: "",
    filters: {
      inventory_item_id: [itemId],
      ...(locationId && { location_id: [locationId] }),
    },
    page: 0,
  })
  return `/inventory/transfers?${params.toString()}`
}

function isDay(filter: TransferFilter): boolean {
  return filter === "expected_from" || filter === "expected_until"
}

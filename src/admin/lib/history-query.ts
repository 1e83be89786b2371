/** What the history can be filtered by, as the API and the page's address name it. */
export const HISTORY_FILTERS = [
  "inventory_item_id",
  "location_id",
  "state",
  "kind",
  "reason",
  "actor_id",
  "actor_type",
  "order_display_id",
  "order_id",
  "line_item_id",
  "fulfillment_id",
  "return_id",
  "transfer_id",
  "reservation_id",
  "import_id",
  "movement_id",
  "correlation_id",
  "from",
  "until",
] as const

export type HistoryFilter = (typeof HISTORY_FILTERS)[number]

/** The filters that are set. Those of {@link SEVERAL} may have more than one value. */
export type HistoryQuery = Partial<Record<HistoryFilter, string[]>>

const SEVERAL: ReadonlySet<HistoryFilter> = new Set<HistoryFilter>([
  "inventory_item_id",
  "location_id",
  "state",
  "kind",
  "reason",
  "actor_id",
  "actor_type",
  "line_item_id",
])

/** Reads the page's address. What it does not know, and what is empty, it leaves out. */
export function readHistoryQuery(params: URLSearchParams): HistoryQuery {
  const query: HistoryQuery = {}
  for (const filter of HISTORY_FILTERS) {
    const values = [...new Set(params.getAll(filter).filter((value) => value !== ""))]
    if (values.length) {
      query[filter] = SEVERAL.has(filter) ? values : values.slice(0, 1)
    }
  }
  return query
}

/** The page's address for a query. */
export function historyParams(query: HistoryQuery): URLSearchParams {
  const params = new URLSearchParams()
  for (const filter of HISTORY_FILTERS) {
    query[filter]?.forEach((value) => params.append(filter, value))
  }
  return params
}

/** Adds a value to a filter, or puts it in the place of the one there may be. */
export function withFilter(
  query: HistoryQuery,
  filter: HistoryFilter,
  value: string
): HistoryQuery {
  const before = SEVERAL.has(filter) ? (query[filter] ?? []) : []
  return { ...query, [filter]: [...before.filter((one) => one !== value), value] }
}

/** Takes a value out of a filter. */
export function withoutFilter(
  query: HistoryQuery,
  filter: HistoryFilter,
  value: string
): HistoryQuery {
  const { [filter]: values = [], ...rest } = query
  const left = values.filter((one) => one !== value)
  return left.length ? { ...rest, [filter]: left } : rest
}

/**
 * What is asked of the API: days become moments, for a day begins where the person is, and the last
 * day counts as a whole.
 */
export function historyRequest(query: HistoryQuery): Record<string, string | string[]> {
  const request: Record<string, string | string[]> = {}
  for (const filter of HISTORY_FILTERS) {
    const values = query[filter]
    if (!values?.length) {
      continue
    }
    if (filter === "from" || filter === "until") {
      request[filter] = dayStart(values[0], filter === "until" ? 1 : 0)
    } else {
      request[filter] = SEVERAL.has(filter) ? values : values[0]
    }
  }
  return request
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/

/** Where a day begins, some days on; a link may name a moment instead, which stays. */
export function dayStart(value: string, daysOn: number): string {
  const date = dateOf(value)
  if (!date) {
    return value
  }
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + daysOn).toISOString()
}

/** The day that a text of the address names, where it begins; null where it names none. */
export function dateOf(day: string | undefined): Date | null {
  const [, year, month, date] = DAY.exec(day ?? "") ?? []
  return year ? new Date(Number(year), Number(month) - 1, Number(date)) : null
}

/** A day as the address has it: the day where the person is. */
export function dayOf(date: Date): string {
  const two = (part: number) => String(part).padStart(2, "0")
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

import { type State, STATES } from "../../core/state"

/** Which levels the page can be narrowed to by what is on hand or available. */
export const SHOWS = ["negative", "zero", "stocked"] as const
export type Show = (typeof SHOWS)[number]

/** What the page of all levels shows, as its address says it. */
export interface LevelFilters {
  q: string
  locationIds: string[]
  states: State[]
  show: Show | null
  /** What the API orders by, e.g. `-available`. */
  order: string
  /** Of the API; null on the first page. */
  cursor: string | null
  /** The number of the page's first row. */
  from: number
}

export const FIRST_ORDER = "sku"

/** Reads the address of the page. What it does not know, it leaves out. */
export function readLevelFilters(params: URLSearchParams): LevelFilters {
  const show = params.get("show")
  const from = Number(params.get("from"))
  const cursor = params.get("cursor")
  return {
    q: params.get("q") ?? "",
    locationIds: params.getAll("location_id"),
    states: params.getAll("state").filter((state): state is State => isOneOf(STATES, state)),
    show: isOneOf(SHOWS, show) ? show : null,
    order: params.get("order") ?? FIRST_ORDER,
    cursor,
    from: cursor && Number.isSafeInteger(from) && from > 0 ? from : 1,
  }
}

/** The address that {@link readLevelFilters} reads. */
export function writeLevelFilters(filters: LevelFilters): URLSearchParams {
  const params = new URLSearchParams()
  if (filters.q) params.set("q", filters.q)
  filters.locationIds.forEach((id) => params.append("location_id", id))
  filters.states.forEach((state) => params.append("state", state))
  if (filters.show) params.set("show", filters.show)
  if (filters.order !== FIRST_ORDER) params.set("order", filters.order)
  if (filters.cursor) {
    params.set("cursor", filters.cursor)
    params.set("from", String(filters.from))
  }
  return params
}

/**
 * Filters that differ from others in some way, from the first page on. An order by a figure ends with
 * the filters that it was chosen for: of other levels there may be too many for it.
 */
export function changeFilters(filters: LevelFilters, change: Partial<LevelFilters>): LevelFilters {
  const order = isOneOf(["sku", "-sku"], filters.order) ? filters.order : FIRST_ORDER
  return { ...filters, cursor: null, from: 1, order, ...change }
}

/** What the API is asked for, without page and order. */
export function filterQuery({ q, locationIds, states, show }: LevelFilters) {
  return {
    ...(q && { q }),
    ...(locationIds.length && { location_id: locationIds }),
    ...(states.length && { state: states }),
    ...(show === "negative" && { negative: true }),
    ...((show === "zero" || show === "stocked") && { zero: show === "zero" }),
  }
}

/** Whether the page shows only some of all levels. */
export function isNarrowed(filters: LevelFilters): boolean {
  return Object.keys(filterQuery(filters)).length > 0
}

/** What a column's heading orders by next: upwards, then downwards. Figures begin with the largest. */
export function nextOrder(order: string, column: string): string {
  if (column === "sku") {
    return order === "sku" ? "-sku" : "sku"
  }
  return order === `-${column}` ? column : `-${column}`
}

function isOneOf<Value extends string>(
  values: readonly Value[],
  value: string | null
): value is Value {
  return values.includes(value as Value)
}

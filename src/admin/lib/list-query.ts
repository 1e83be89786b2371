/** What a list shows, as its address says it. */
export interface ListQuery<Tab extends string, Filter extends string> {
  tab: Tab
  q: string
  filters: Partial<Record<Filter, string[]>>
  /** From 0 on. */
  page: number
}

interface ListShape<Tab extends string, Filter extends string> {
  /** The first one is shown where the address names none. */
  tabs: readonly Tab[]
  /** As the API and the page's address name them. */
  filters: readonly Filter[]
  /** Those that have one value; the others have any number. */
  single: readonly Filter[]
}

/** How the address of a page with tabs, a search, filters and pages is read and written. */
export function listAddress<Tab extends string, Filter extends string>({
  tabs,
  filters: known,
  single,
}: ListShape<Tab, Filter>) {
  type Query = ListQuery<Tab, Filter>
  return {
    /** Reads the page's address. What it does not know, and what is empty, it leaves out. */
    read(params: URLSearchParams): Query {
      const status = params.get("status") as Tab
      const page = Number(params.get("page"))
      const filters: Query["filters"] = {}
      for (const filter of known) {
        const values = [...new Set(params.getAll(filter).filter((value) => value !== ""))]
        if (values.length) {
          filters[filter] = single.includes(filter) ? values.slice(0, 1) : values
        }
      }
      return {
        tab: tabs.includes(status) ? status : tabs[0],
        q: params.get("q") ?? "",
        filters,
        page: Number.isSafeInteger(page) && page > 1 ? page - 1 : 0,
      }
    },

    /** The page's address for a query. */
    params({ tab, q, filters, page }: Query): URLSearchParams {
      const params = new URLSearchParams()
      if (tab !== tabs[0]) params.set("status", tab)
      if (q) params.set("q", q)
      for (const filter of known) {
        filters[filter]?.forEach((value) => params.append(filter, value))
      }
      if (page) params.set("page", String(page + 1))
      return params
    },

    /** Other values for a filter, from the first page on. */
    withFilter(query: Query, filter: Filter, values: string[]): Query {
      const { [filter]: _, ...rest } = query.filters
      const filters = (values.length ? { ...rest, [filter]: values } : rest) as Query["filters"]
      return { ...query, page: 0, filters }
    },
  }
}

/** Whether something is searched for or filtered, so that a list shows less than its tab has. */
export function isFiltered<Tab extends string, Filter extends string>({
  q,
  filters,
}: ListQuery<Tab, Filter>): boolean {
  return q !== "" || Object.keys(filters).length > 0
}

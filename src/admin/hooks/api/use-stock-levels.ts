import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query"

import type { StockResponse } from "../../../api/types/stock"
import { failureOf } from "../../lib/failure"
import { filterQuery, FIRST_ORDER, type LevelFilters } from "../../lib/level-filters"
import { STOCKROOM_QUERIES } from "../../lib/medusa-queries"
import { sdk } from "../../lib/sdk"
import { type StockLevel, withUnits } from "../../lib/stock-level"

export const LEVELS_PAGE = 50

/** How many levels can be changed in one request. */
export const MOST_CHANGES = 10_000

/** The largest page that the API gives. */
const LARGEST_PAGE = 1_000

/** One page of the levels that match, and in which order it came. */
export function useStockLevels(filters: LevelFilters) {
  const { order, cursor } = filters
  const query = filterQuery(filters)
  return useQuery({
    queryKey: [STOCKROOM_QUERIES, "levels", query, order, cursor],
    queryFn: async () => {
      const page = { ...query, limit: LEVELS_PAGE }
      try {
        return { ...(await read({ ...page, order, cursor: cursor ?? undefined })), order }
      } catch (error) {
        // More match by now than can be put in order by a figure.
        if (order === FIRST_ORDER || failureOf(error).kind !== "refused") {
          throw error
        }
        return { ...(await read({ ...page, order: FIRST_ORDER })), order: FIRST_ORDER }
      }
    },
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}

/** Reads all levels that match, as far as they can be changed together. */
export function useAllStockLevels() {
  return useMutation({
    mutationFn: async (filters: LevelFilters): Promise<StockLevel[]> => {
      const levels: StockLevel[] = []
      let cursor: string | null = null
      do {
        const page: Page = await read({
          ...filterQuery(filters),
          order: FIRST_ORDER,
          limit: LARGEST_PAGE,
          cursor: cursor ?? undefined,
        })
        levels.push(...page.stock)
        cursor = page.next_cursor
      } while (cursor && levels.length < MOST_CHANGES)
      return levels.slice(0, MOST_CHANGES)
    },
  })
}

type Page = Omit<StockResponse, "stock"> & { stock: StockLevel[] }

async function read(query: Record<string, unknown>): Promise<Page> {
  const answer = await sdk.client.fetch<StockResponse>("/admin/stockroom/stock", { query })
  return { ...answer, stock: withUnits(answer) }
}

import { useQueries } from "@tanstack/react-query"
import { useRef } from "react"

import type { StockResponse } from "../../../api/types/stock"
import { levelName } from "../../../core/level"
import { STOCKROOM_QUERIES } from "../../lib/medusa-queries"
import { sdk } from "../../lib/sdk"
import { levelKey, type StockLevel } from "../../lib/stock-level"

/** As many as fit in an address. */
const ITEMS_AT_ONCE = 100

/** What is known of both ends of a route. */
interface Known {
  route: string
  items: Set<string>
  levels: Map<string, StockLevel>
}

/**
 * What both ends of a transfer have of its items, however many. What was read stays while more is: a new line
 * does not take the figures from the others.
 */
export function useRouteLevels(itemIds: string[], locationIds: string[]) {
  const places = locationIds.filter(Boolean)
  const portions = places.length ? portionsOf(itemIds) : []
  const known = useRef<Known>({ route: "", items: new Set(), levels: new Map() })
  const answers = useQueries({
    queries: portions.map((ids) => ({
      queryKey: [STOCKROOM_QUERIES, "route-levels", places, ids],
      queryFn: () => read(ids, places),
      staleTime: 0,
    })),
  })
  const route = places.join()
  if (known.current.route !== route) {
    known.current = { route, items: new Set(), levels: new Map() }
  }
  const { items, levels } = known.current
  answers.forEach(({ data }, index) => {
    data?.stock.forEach((level) => levels.set(levelKey(level), level))
    if (data) {
      portions[index].forEach((id) => items.add(id))
    }
  })
  return {
    isKnown: (itemId: string) => items.has(itemId),
    levelOf: (itemId: string, locationId: string) => levels.get(levelName({ itemId, locationId })),
    error: answers.find(({ error }) => error)?.error ?? null,
    retry: () => answers.forEach(({ error, refetch }) => error && void refetch()),
  }
}

function read(itemIds: string[], locationIds: string[]): Promise<StockResponse> {
  return sdk.client.fetch<StockResponse>("/admin/stockroom/stock", {
    query: {
      inventory_item_id: itemIds,
      location_id: locationIds,
      limit: itemIds.length * locationIds.length,
    },
  })
}

function portionsOf(ids: string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / ITEMS_AT_ONCE) }, (_, index) =>
    ids.slice(index * ITEMS_AT_ONCE, (index + 1) * ITEMS_AT_ONCE)
  )
}

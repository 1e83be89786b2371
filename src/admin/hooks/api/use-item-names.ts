import { keepPreviousData, useQuery } from "@tanstack/react-query"

import { sdk } from "../../lib/sdk"

/** An inventory item, as far as people have to tell it from others. */
export interface NamedItem {
  id: string
  sku: string | null
  title: string | null
}

const FIELDS = "id,sku,title"
const MOST_FOUND = 10

/** The items whose SKU or title holds a text. */
export function useItemSearch(text: string) {
  return useQuery({
    queryKey: ["inventory_items", "stockroom-search", text],
    queryFn: () =>
      sdk.client.fetch<{ inventory_items: NamedItem[] }>("/admin/inventory-items", {
        query: { q: text || undefined, fields: FIELDS, limit: MOST_FOUND, order: "sku" },
      }),
    select: ({ inventory_items }) => inventory_items,
    placeholderData: keepPreviousData,
  })
}

/** What some items are called, by id. */
export function useItemNames(ids: string[]) {
  return useQuery({
    queryKey: ["inventory_items", "stockroom-names", ids],
    queryFn: () =>
      sdk.client.fetch<{ inventory_items: NamedItem[] }>("/admin/inventory-items", {
        query: { id: ids, fields: FIELDS, limit: ids.length },
      }),
    select: ({ inventory_items }) =>
      new Map(inventory_items.map((item) => [item.id, item.sku || item.title || item.id])),
    enabled: ids.length > 0,
  })
}

/** An item by its id. */
export function useNamedItem(id: string) {
  return useQuery({
    queryKey: ["inventory_items", "stockroom-named", id],
    queryFn: () =>
      sdk.client.fetch<{ inventory_item: NamedItem }>(
        `/admin/inventory-items/${encodeURIComponent(id)}`,
        { query: { fields: FIELDS } }
      ),
    select: ({ inventory_item }) => inventory_item,
  })
}

import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import type { HistoryFilters, HistoryRow } from "../../../../modules/inventory"
import type { HistoryEntry } from "../../../types/history"

/**
 * An order's history is also what Medusa did for its lines: checkout knows the line, but not yet
 * the order.
 */
export async function withOrderLines(
  container: MedusaContainer,
  filters: HistoryFilters
): Promise<HistoryFilters> {
  if (!filters.order_id) {
    return filters
  }
  const orders = await read<{ items?: ({ id: string } | null)[] }>(container, "order", {
    fields: ["id", "items.id"],
    ids: [filters.order_id],
  })
  const lines = orders.flatMap(({ items }) => (items ?? []).flatMap((item) => item?.id ?? []))
  return { ...filters, line_item_id: lines }
}

/** Puts names to the ids of a page of the history: SKU, location, user. */
export async function withNames(
  container: MedusaContainer,
  rows: HistoryRow[]
): Promise<HistoryEntry[]> {
  const ids = (pick: (row: HistoryRow) => string | null) => [
    ...new Set(rows.flatMap((row) => pick(row) ?? [])),
  ]
  const [items, locations, users] = await Promise.all([
    read<{ id: string; sku: string | null; title: string | null }>(container, "inventory_item", {
      fields: ["id", "sku", "title"],
      ids: ids((row) => row.inventory_item_id),
    }),
    read<{ id: string; name: string }>(container, "stock_location", {
      fields: ["id", "name"],
      ids: ids((row) => row.location_id),
    }),
    read<{ id: string; first_name: string | null; last_name: string | null; email: string }>(
      container,
      "user",
      {
        fields: ["id", "first_name", "last_name", "email"],
        ids: ids((row) => (row.actor_type === "user" ? row.actor_id : null)),
      }
    ),
  ])
  const skus = new Map(items.map(({ id, sku, title }) => [id, sku ?? title]))
  const names = new Map(locations.map(({ id, name }) => [id, name]))
  const people = new Map(
    users.map(({ id, first_name, last_name, email }) => [
      id,
      [first_name, last_name].filter(Boolean).join(" ") || email,
    ])
  )
  return rows.map((row) => ({
    ...row,
    sku: skus.get(row.inventory_item_id) ?? null,
    location_name: names.get(row.location_id) ?? null,
    actor_name: people.get(row.actor_id ?? "") ?? null,
  }))
}

async function read<Row>(
  container: MedusaContainer,
  entity: string,
  { fields, ids }: { fields: string[]; ids: string[] }
): Promise<Row[]> {
  if (!ids.length) {
    return []
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity, fields, filters: { id: ids } })
  return data as Row[]
}

import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import type { HistoryFilters, HistoryRow } from "../../../../modules/inventory"
import type { HistoryEntry } from "../../../types/history"
import { readNames } from "../../../utils/names"

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
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "items.id"],
    filters: { id: filters.order_id },
  })
  const orders = data as { items?: ({ id: string } | null)[] }[]
  const lines = orders.flatMap(({ items }) => (items ?? []).flatMap((item) => item?.id ?? []))
  return { ...filters, line_item_id: lines }
}

/** Puts names to the ids of a page of the history: SKU, location, user. */
export async function withNames(
  container: MedusaContainer,
  rows: HistoryRow[]
): Promise<HistoryEntry[]> {
  const { items, locations, users } = await readNames(container, {
    items: rows.map((row) => row.inventory_item_id),
    locations: rows.map((row) => row.location_id),
    users: rows.map((row) => (row.actor_type === "user" ? row.actor_id : null)),
  })
  return rows.map((row) => ({
    ...row,
    sku: items[row.inventory_item_id]?.sku ?? items[row.inventory_item_id]?.title ?? null,
    location_name: locations[row.location_id] ?? null,
    actor_name: users[row.actor_id ?? ""] ?? null,
  }))
}

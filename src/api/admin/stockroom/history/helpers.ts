import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import type { HistoryFilters, HistoryRow } from "../../../../modules/inventory"
import type { HistoryEntry } from "../../../types/history"
import { personName, readByIds, readNames } from "../../../utils/names"

/** What no order has for an id. */
const NO_ORDER = "none"

/**
 * An order's history is also what Medusa did for its lines: checkout knows the line, but not yet
 * the order. People know an order by its number.
 */
export async function withOrderLines(
  container: MedusaContainer,
  { order_display_id, ...filters }: HistoryFilters & { order_display_id?: number }
): Promise<HistoryFilters> {
  if (!filters.order_id && order_display_id === undefined) {
    return filters
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "items.id"],
    filters: {
      ...(filters.order_id && { id: filters.order_id }),
      ...(order_display_id !== undefined && { display_id: order_display_id }),
    },
  })
  const orders = data as { id: string; items?: ({ id: string } | null)[] }[]
  const lines = orders.flatMap(({ items }) => (items ?? []).flatMap((item) => item?.id ?? []))
  const known = order_display_id === undefined ? filters.order_id : orders[0]?.id
  return { ...filters, order_id: known ?? NO_ORDER, line_item_id: lines }
}

/** Puts names to the ids of a page of the history: SKU, location, actor, and the order's number. */
export async function withNames(
  container: MedusaContainer,
  rows: HistoryRow[]
): Promise<HistoryEntry[]> {
  const actors = (type: string) =>
    rows.map((row) => (row.actor_type === type ? row.actor_id : null))
  const [{ items, locations, users }, orders, keys, customers] = await Promise.all([
    readNames(container, {
      items: rows.map((row) => row.inventory_item_id),
      locations: rows.map((row) => row.location_id),
      users: actors("user"),
    }),
    readByIds<{ id: string; display_id: number }>(container, "order", {
      fields: ["id", "display_id"],
      ids: rows.map((row) => row.order_id),
    }),
    readByIds<{ id: string; title: string }>(container, "api_key", {
      fields: ["id", "title"],
      ids: actors("api-key"),
    }),
    readByIds<{ id: string; first_name: string | null; last_name: string | null; email: string }>(
      container,
      "customer",
      { fields: ["id", "first_name", "last_name", "email"], ids: actors("customer") }
    ),
  ])
  const numbers = new Map(orders.map(({ id, display_id }) => [id, display_id]))
  const names = new Map([
    ...Object.entries(users),
    ...keys.map(({ id, title }) => [id, title] as const),
    ...customers.map((customer) => [customer.id, personName(customer)] as const),
  ])
  return rows.map((row) => ({
    ...row,
    sku: items[row.inventory_item_id]?.sku ?? items[row.inventory_item_id]?.title ?? null,
    location_name: locations[row.location_id] ?? null,
    actor_name: names.get(row.actor_id ?? "") ?? null,
    order_display_id: numbers.get(row.order_id ?? "") ?? null,
  }))
}

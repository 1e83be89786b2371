import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import type { HistoryFilters } from "../../../../modules/inventory"

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

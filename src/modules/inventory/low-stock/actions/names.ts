import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import type { LowStockAlert } from "../types"

/** What people call what has run low, and where. */
export async function namesOf(
  container: MedusaContainer,
  { inventory_item_id, place, location_id, sales_channel_id }: LowStockAlert
): Promise<{ item: string; sku: string | null; where: string }> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const find = async (entity: string, fields: string[], id: string) => {
    const { data } = await query.graph({ entity, fields, filters: { id } })
    return data[0] as Record<string, string | null> | undefined
  }
  const item = await find("inventory_item", ["id", "sku", "title"], inventory_item_id)
  const named = [item?.title, item?.sku && `(${item.sku})`].filter(Boolean).join(" ")
  const where = {
    location: async () => {
      const found = await find("stock_location", ["id", "name"], location_id as string)
      return `at ${found?.name ?? location_id}`
    },
    channel: async () => {
      const found = await find("sales_channel", ["id", "name"], sales_channel_id as string)
      return `for ${found?.name ?? sales_channel_id}`
    },
    together: async () => "at all locations together",
  }
  return { item: named || inventory_item_id, sku: item?.sku ?? null, where: await where[place]() }
}

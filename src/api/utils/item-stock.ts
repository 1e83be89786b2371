import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { makeable } from "../../core/makeable"
import { exact } from "../../core/quantity"
import { resolveStockroom, type StockLevel } from "../../modules/inventory"
import type { ItemStock, LocationInfo, MakeableUnits } from "../types/item-stock"

/** The levels of items by item, each in the order of the locations. */
export async function readLevels(
  container: MedusaContainer,
  itemIds: string[],
  locations: LocationInfo[]
): Promise<Map<string, StockLevel[]>> {
  const levels = itemIds.length ? await resolveStockroom(container).levelsOfItems(itemIds) : []
  const rank = new Map(locations.map(({ id }, index) => [id, index]))
  const last = locations.length
  levels.sort((a, b) => (rank.get(a.location_id) ?? last) - (rank.get(b.location_id) ?? last))
  return new Map(
    itemIds.map((id) => [id, levels.filter((level) => level.inventory_item_id === id)])
  )
}

/** How many of a variant the locations that are sold from can make. Null without items. */
export function makeableUnits(
  items: (Pick<ItemStock, "levels"> & { required_quantity: string })[],
  locations: LocationInfo[]
): MakeableUnits | null {
  if (!items.length) {
    return null
  }
  const sold = new Set(locations.filter((one) => one.active && one.attached).map(({ id }) => id))
  const { together, byLocation } = makeable(
    items.map(({ required_quantity, levels }) => ({
      required: exact(required_quantity),
      available: new Map(
        levels
          .filter(({ location_id }) => sold.has(location_id))
          .map(({ location_id, available }) => [location_id, exact(available)])
      ),
    }))
  )
  return {
    together: together.toFixed(),
    by_location: [...byLocation].map(([location_id, quantity]) => ({
      location_id,
      quantity: quantity.toFixed(),
    })),
  }
}

/**
 * The stock locations of the store by priority. Those that were deleted with stock in them are left out:
 * verify lists them.
 */
export async function readLocations(container: MedusaContainer): Promise<LocationInfo[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const [settings, { data }] = await Promise.all([
    resolveStockroom(container).listInventoryLocations(
      {},
      { order: { priority: "ASC", id: "ASC" } }
    ),
    query.graph({ entity: "stock_location", fields: ["id", "name"] }),
  ])
  const names = new Map(data.map(({ id, name }) => [id, name]))
  return settings.flatMap(({ id, active, priority, kind, sales_channel_ids }) => {
    const name = names.get(id)
    return name === undefined
      ? []
      : [{ id, name, active, attached: sales_channel_ids.length > 0, priority, kind }]
  })
}

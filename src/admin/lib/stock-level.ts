import type { Names } from "../../api/types/names"
import type { StockResponse } from "../../api/types/stock"
import { levelName } from "../../core/level"
import type { ItemUnits } from "./units"

/** A level as the API answers it; with its item's units where its quantities are typed or shown in them. */
export type StockLevel = StockResponse["stock"][number] & { units?: ItemUnits }

/** The levels of an answer, each with the units of its item. */
export function withUnits({ stock, units }: Pick<StockResponse, "stock" | "units">): StockLevel[] {
  return stock.map((level) => ({ ...level, units: units[level.inventory_item_id] }))
}

/** A string that names a level. */
export function levelKey({ inventory_item_id, location_id }: StockLevel): string {
  return levelName({ itemId: inventory_item_id, locationId: location_id })
}

/** What a level's item is called. */
export function levelItemName({ sku, title, inventory_item_id }: StockLevel): string {
  return sku || title || inventory_item_id
}

/** The names of what levels are of, to be put in the place of ids. */
export function levelNames(levels: StockLevel[], locations: { id: string; name: string }[]): Names {
  return {
    items: Object.fromEntries(
      levels.map(({ inventory_item_id, sku, title }) => [inventory_item_id, { sku, title }])
    ),
    locations: Object.fromEntries(locations.map(({ id, name }) => [id, name])),
    users: {},
  }
}

import type { ItemStock, LocationInfo } from "../../api/types/item-stock"
import type { Names } from "../../api/types/names"
import type { StockLevel } from "./figures"

/** A level and its location. */
export interface LocatedLevel {
  level: StockLevel
  location: LocationInfo
}

type NamedItem = Pick<ItemStock, "inventory_item_id" | "sku" | "title">

/** What an item is called: its SKU, else its title, else its id. */
export function itemTitle(item: NamedItem): string {
  return item.sku || item.title || item.inventory_item_id
}

/** An item's levels, each with its location. One whose location is gone goes by the location's id. */
export function levelsAt(item: ItemStock, locations: LocationInfo[]): LocatedLevel[] {
  const known = new Map(locations.map((location) => [location.id, location]))
  return item.levels.map((level) => ({
    level,
    location: known.get(level.location_id) ?? {
      id: level.location_id,
      name: level.location_id,
      active: level.active,
      attached: false,
      priority: 0,
      kind: "warehouse",
    },
  }))
}

/** The item's only level, where the store has but one location; else null. */
export function simpleLevel(item: ItemStock, locations: LocationInfo[]): LocatedLevel | null {
  const levels = levelsAt(item, locations)
  return locations.length === 1 && levels.length === 1 ? levels[0] : null
}

/** The names that a refusal about an item may need. */
export function namesOf(item: NamedItem, locations: LocationInfo[]): Names {
  return {
    items: { [item.inventory_item_id]: { sku: item.sku, title: item.title } },
    locations: Object.fromEntries(locations.map(({ id, name }) => [id, name])),
    users: {},
  }
}

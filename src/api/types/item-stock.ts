import type { StockLevel } from "../../modules/inventory/types"
import type { UnitsByItem } from "./units"

/** A stock location with what Stockroom keeps about it. */
export interface LocationInfo {
  id: string
  name: string
  /** Inactive locations are not sold from. */
  active: boolean
  /** Whether it serves a sales channel; a detached one is tracked, never sold from. */
  attached: boolean
  /** Lower goes first. */
  priority: number
  kind: "warehouse" | "store" | "supplier" | "virtual"
}

/** An item's stock at every location where it has a level. */
export interface ItemStock {
  inventory_item_id: string
  sku: string | null
  title: string | null
  /** By location priority. Quantities are exact decimals in base units. */
  levels: StockLevel[]
}

/** How many of a variant could be sold from each location, and at all: a kit takes its scarcest item. */
export interface MakeableUnits {
  /** What the locations can ship together, each item's total over them counted. */
  together: string
  /** Whole units that one location could ship alone. */
  by_location: { location_id: string; quantity: string }[]
}

/** The answer of `GET /admin/stockroom/variants/:id/stock`. */
export interface VariantStockResponse {
  variant_stock: {
    variant_id: string
    product_id: string | null
    title: string | null
    sku: string | null
    manage_inventory: boolean
    /** More than one item, or more than one unit of one, make it a kit. */
    items: (ItemStock & { required_quantity: string })[]
    /** Null for a variant without items. */
    makeable: MakeableUnits | null
  }
  locations: LocationInfo[]
  units: UnitsByItem
}

/** The answer of `GET /admin/stockroom/items/:id/stock`. */
export interface ItemStockResponse {
  item_stock: ItemStock & {
    variants: { id: string; product_id: string | null; title: string | null }[]
  }
  locations: LocationInfo[]
  units: UnitsByItem
}

/** The answer of `GET /admin/stockroom/commitments`: what is committed of an item, and for which orders. */
export interface CommitmentsResponse {
  commitments: Commitment[]
  count: number
  limit: number
  offset: number
}

export interface Commitment {
  reservation_id: string
  location_id: string
  line_item_id: string
  /** In base units of the item. */
  quantity: string
  created_at: string
  /** Null where no order has the line (any more). */
  order: { id: string; display_id: number | null; email: string | null } | null
}

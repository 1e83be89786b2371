import type { UnitRecord } from "../../core/units"

/** The units of the items that an answer is about, the base unit first; items without any are left out. */
export type UnitsByItem = Record<string, UnitRecord[]>

/** The answer of `GET` and `POST /admin/stockroom/items/:id/units`. */
export interface ItemUnitsResponse {
  /** None where the item takes quantities of every kind. */
  units: UnitRecord[]
}

/** The answer of `GET` and `POST /admin/stockroom/variants/:id/unit`. */
export interface VariantUnitResponse {
  variant_unit: {
    variant_id: string
    items: {
      inventory_item_id: string
      /** How many base units of the item one of the variant takes. */
      required_quantity: string
      /** The key of the unit that has this factor; null where none has. */
      unit: string | null
    }[]
  }
  units: UnitsByItem
}

import type { DispositionInput } from "../../modules/inventory/types"
import type { Names } from "./names"
import type { UnitsByItem } from "./units"

/** The answer of `GET /admin/stockroom/returns/:id`. */
export interface ReturnStockResponse {
  return_stock: { return_id: string; units: ReturnedUnits[] }
  names: Names
  units: UnitsByItem
}

/** Units of one item that a return brought and that are in one state now. */
export interface ReturnedUnits {
  inventory_item_id: string
  location_id: string
  state: string
  /** In base units of the item. */
  quantity: string
}

/** The body of `POST /admin/stockroom/returns/:id/dispositions`. */
export interface DispositionsRequest {
  dispositions: DispositionInput[]
  reason?: string | null
  note?: string | null
}

import type { OrderStock } from "../../modules/inventory/types"
import type { Names } from "./names"
import type { UnitsByItem } from "./units"

/** The answer of `GET /admin/stockroom/orders/:id`. */
export interface OrderStockResponse {
  order_stock: OrderStock
  names: Names
  units: UnitsByItem
}

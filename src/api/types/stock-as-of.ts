import type { LevelAsOf } from "../../modules/inventory/types"
import type { Names } from "./names"
import type { UnitsByItem } from "./units"

/** The answer of `GET /admin/stockroom/stock/as-of`. */
export interface StockAsOfResponse {
  stock: LevelAsOf[]
  /** What the levels' items and locations are called. */
  names: Names
  units: UnitsByItem
  at: string
  limit: number
  offset: number
}

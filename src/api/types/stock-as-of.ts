import type { LevelAsOf } from "../../modules/inventory/types"
import type { Names } from "./names"

/** The answer of `GET /admin/stockroom/stock/as-of`. */
export interface StockAsOfResponse {
  stock: LevelAsOf[]
  /** What the levels' items and locations are called. */
  names: Names
  at: string
  limit: number
  offset: number
}

import type { StockLevel } from "../../modules/inventory/types"

/** The answer of `GET /admin/stockroom/stock`. */
export interface StockResponse {
  stock: StockLevel[]
  count: number
  limit: number
  offset: number
}

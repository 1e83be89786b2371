import type { StockPage } from "../../modules/inventory/types"
import type { Names } from "./names"

/** The answer of `GET /admin/stockroom/stock`. */
export interface StockResponse extends StockPage {
  limit: number
  offset: number
  /** Of the locations; an item's SKU and title are with its levels. */
  names: Names
}

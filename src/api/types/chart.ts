import type { StockChart } from "../../modules/inventory/types"
import type { Names } from "./names"
import type { UnitsByItem } from "./units"

/** The answer of `GET /admin/stockroom/items/:id/chart`. */
export interface ChartResponse {
  chart: StockChart
  names: Names
  units: UnitsByItem
}

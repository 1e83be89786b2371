import type {
  LowStockActionInfo,
  LowStockReportRow,
  LowStockRun,
} from "../../modules/inventory/types"
import type { LowStockNames } from "./low-stock"
import type { UnitsByItem } from "./units"

/** The answer of `GET /admin/stockroom/low-stock/actions`. */
export interface LowStockActionsResponse {
  actions: LowStockActionInfo[]
}

/** The answer of `GET /admin/stockroom/low-stock/runs`. */
export interface LowStockRunsResponse {
  runs: LowStockRun[]
  count: number
  limit: number
  offset: number
  names: LowStockNames
  units: UnitsByItem
}

/** The answer of `POST /admin/stockroom/low-stock/runs/:id/retry`. */
export interface LowStockRunResponse {
  run: LowStockRun
}

/** The answer of `GET /admin/stockroom/low-stock/report`. */
export interface LowStockReportResponse {
  report: LowStockReportRow[]
  count: number
  limit: number
  offset: number
  /** For how many days what is ordered shall last, where the rule names no quantity. */
  cover_days: number
  names: LowStockNames
  units: UnitsByItem
}

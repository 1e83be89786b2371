import type { LowStockAlert, LowStockPool, LowStockRule } from "../../modules/inventory/types"
import type { Names } from "./names"
import type { UnitsByItem } from "./units"

/** Names, with those of sales channels. */
export interface LowStockNames extends Names {
  /** By sales channel id. */
  channels: Record<string, string>
}

interface Page {
  count: number
  limit: number
  offset: number
  names: LowStockNames
  units: UnitsByItem
}

/** The answer of `GET /admin/stockroom/low-stock/alerts`. */
export interface LowStockAlertsResponse extends Page {
  alerts: LowStockAlert[]
}

/** The answer of everything that is about one alert. */
export interface LowStockAlertResponse {
  alert: LowStockAlert
  names: LowStockNames
  units: UnitsByItem
}

/** The answer of `GET /admin/stockroom/low-stock/rules`. */
export interface LowStockRulesResponse extends Page {
  rules: LowStockRule[]
}

/** The answer of everything that is about one rule. */
export interface LowStockRuleResponse {
  rule: LowStockRule
  names: LowStockNames
  units: UnitsByItem
}

/** The answer of `POST /admin/stockroom/low-stock/rules/batch`. */
export interface LowStockRulesChangedResponse {
  created: LowStockRule[]
  updated: LowStockRule[]
  deleted: string[]
}

/** The answer of `POST /admin/stockroom/low-stock/rules/import`: how many rows do what. */
export interface LowStockRulesImportedResponse {
  created: number
  updated: number
  deleted: number
  unchanged: number
  /** With any, nothing was changed. */
  errors: { line: number; field: string; message: string }[]
}

/** The answer of `GET /admin/stockroom/low-stock/items/:id`. */
export interface LowStockOfItemResponse {
  pools: LowStockPool[]
  rules: LowStockRule[]
  names: LowStockNames
  units: UnitsByItem
}

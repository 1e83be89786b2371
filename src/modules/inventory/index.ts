import { Module, Modules } from "@medusajs/framework/utils"

import { checkOptions } from "./loaders/check-options"
import { loadProviders } from "./loaders/load-providers"
import StockroomModuleService from "./service"

export * from "./types"
export type { EstimateChange } from "./availability/estimates"
export type { RuleFile, RuleFileInput } from "./low-stock/rule-file"
export { RULE_COLUMNS } from "./low-stock/rule-rows"
export { forgetUnpublished } from "./low-stock/actions/unpublish"
export type { ClaimedRun } from "./low-stock/runs"
export type { RunClaim } from "./low-stock-action-service"
export { sentBefore } from "./sent-before"
export type { KeptWish } from "./back-in-stock/list"
export type {
  AllocationReason,
  AllocationRequest,
  AllocationStrategy,
  OrderToAllocate,
  Ranking,
} from "../../core/allocation"
export { currentWho, runAs, type Actor, type Flow, type Who } from "./request-context"
export { StockroomError, toMedusaError } from "./errors"
export { MISSING_MODULE, resolveStockroom } from "./resolve"
export { openLedger, type StandaloneLedger } from "./standalone"
export { STOCK_ORDERS } from "./stock-order"
export { optionsSchema, type StockroomOptions } from "./options"
export type { StockroomModuleService }

/** The store's Inventory Module: Medusa's own, replaced in place. */
export default Module(Modules.INVENTORY, {
  service: StockroomModuleService,
  loaders: [checkOptions, loadProviders],
})

import { Module, Modules } from "@medusajs/framework/utils"

import { checkOptions } from "./loaders/check-options"
import StockroomModuleService from "./service"

export * from "./types"
export { currentWho, runAs, type Actor, type Who } from "./request-context"
export { StockroomError } from "./errors"
export { MISSING_MODULE, resolveStockroom } from "./resolve"
export { openLedger, type StandaloneLedger } from "./standalone"
export { optionsSchema, type StockroomOptions } from "./options"
export type { StockroomModuleService }

/** The store's Inventory Module: Medusa's own, replaced in place. */
export default Module(Modules.INVENTORY, {
  service: StockroomModuleService,
  loaders: [checkOptions],
})

import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

import { resolveStockroom } from "../../../../modules/inventory"

/** The engine, of a store whose merchant wants shoppers to be told. */
export function requireEnabled(req: MedusaRequest): ReturnType<typeof resolveStockroom> {
  const stockroom = resolveStockroom(req.scope)
  if (!stockroom.options.back_in_stock.enabled) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      "This store does not tell when something is back in stock"
    )
  }
  return stockroom
}

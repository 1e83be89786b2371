import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../../modules/inventory"
import type { ReturnStockResponse } from "../../../../types/return-stock"
import { answering } from "../../../../utils/answer"
import { readNames } from "../../../../utils/names"

/** What a return has brought, and in which states it is, with names. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const units = await resolveStockroom(req.scope).retrieveReturnStock(req.params.id)
  const names = await readNames(req.scope, {
    items: units.map((one) => one.inventory_item_id),
    locations: units.map((one) => one.location_id),
  })
  res.json({
    return_stock: { return_id: req.params.id, units },
    names,
  } satisfies ReturnStockResponse)
})

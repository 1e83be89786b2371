import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../../modules/inventory"
import type { ReturnStockResponse } from "../../../../types/return-stock"
import { answering } from "../../../../utils/answer"
import { readNamesAndUnits } from "../../../../utils/units"

/** What a return has brought, and in which states it is, with names. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const returned = await resolveStockroom(req.scope).retrieveReturnStock(req.params.id)
  const about = await readNamesAndUnits(req.scope, {
    items: returned.map((one) => one.inventory_item_id),
    locations: returned.map((one) => one.location_id),
  })
  res.json({
    return_stock: { return_id: req.params.id, units: returned },
    ...about,
  } satisfies ReturnStockResponse)
})

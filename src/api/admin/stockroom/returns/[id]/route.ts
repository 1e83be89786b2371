import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../../modules/inventory"
import { answering } from "../../../../utils/answer"

/** What a return has brought, and in which states it is. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const units = await resolveStockroom(req.scope).retrieveReturnStock(req.params.id)
  res.json({ return_stock: { return_id: req.params.id, units } })
})

import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../../modules/inventory"
import { answering } from "../../../../utils/answer"

/** An order's stock: where it is committed and why, what is held, and its story. */
export const GET = answering(async (req: MedusaRequest, res) => {
  res.json({ order_stock: await resolveStockroom(req.scope).retrieveOrderStock(req.params.id) })
})

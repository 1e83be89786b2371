import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../../modules/inventory"
import { answering } from "../../../../utils/answer"
import type { StockAsOfQuery } from "../../validators"

/** Levels as they stood at a moment. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const query = req.validatedQuery as unknown as StockAsOfQuery
  const stock = await resolveStockroom(req.scope).listStockAsOf(query)
  res.json({ stock, at: query.at, offset: query.offset, limit: query.limit })
})

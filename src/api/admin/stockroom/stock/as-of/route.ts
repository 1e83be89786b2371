import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../../modules/inventory"
import type { StockAsOfResponse } from "../../../../types/stock-as-of"
import { answering } from "../../../../utils/answer"
import { readNamesAndUnits } from "../../../../utils/units"
import type { StockAsOfQuery } from "../../validators"

/** Levels as they stood at a moment. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const query = req.validatedQuery as unknown as StockAsOfQuery
  const stock = await resolveStockroom(req.scope).listStockAsOf(query)
  const about = await readNamesAndUnits(req.scope, {
    items: stock.map((level) => level.inventory_item_id),
    locations: stock.map((level) => level.location_id),
  })
  const { at, offset, limit } = query
  res.json({ stock, ...about, at, offset, limit } satisfies StockAsOfResponse)
})

import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../modules/inventory"
import { changeStockWorkflow } from "../../../../workflows"
import type { StockResponse } from "../../../types/stock"
import { answering } from "../../../utils/answer"
import { readNames } from "../../../utils/names"
import { readUnits } from "../../../utils/units"
import type { StockChangesBody, StockQuery } from "../validators"

/** Levels with their states, and the names of their locations. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const { limit, offset, cursor, order, ...filters } = req.validatedQuery as unknown as StockQuery
  const page = { limit, offset, cursor, order }
  const answer = await resolveStockroom(req.scope).listStockPage(filters, page)
  const [names, units] = await Promise.all([
    readNames(req.scope, {
      items: [],
      locations: answer.stock.map(({ location_id }) => location_id),
    }),
    readUnits(
      req.scope,
      answer.stock.map(({ inventory_item_id }) => inventory_item_id)
    ),
  ])
  res.json({ ...answer, names, units, offset, limit } satisfies StockResponse)
})

/** Changes stock by hand: all changes or none. */
export const POST = answering(async (req: MedusaRequest<StockChangesBody>, res) => {
  const { result } = await changeStockWorkflow(req.scope).run({ input: req.validatedBody })
  const movement = result.movementId
    ? await resolveStockroom(req.scope).retrieveMovement(result.movementId)
    : null
  res.json({ movement, repeated: result.repeated })
})

import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../modules/inventory"
import { changeStockWorkflow } from "../../../../workflows"
import { answering } from "../../../utils/answer"
import type { StockChangesBody, StockQuery } from "../validators"

/** Levels with their states. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const { limit, offset, ...filters } = req.validatedQuery as unknown as StockQuery
  const [stock, count] = await resolveStockroom(req.scope).listStock(filters, { limit, offset })
  res.json({ stock, count, offset, limit })
})

/** Changes stock by hand: all changes or none. */
export const POST = answering(async (req: MedusaRequest<StockChangesBody>, res) => {
  const { result } = await changeStockWorkflow(req.scope).run({ input: req.validatedBody })
  const movement = result.movementId
    ? await resolveStockroom(req.scope).retrieveMovement(result.movementId)
    : null
  res.json({ movement, repeated: result.repeated })
})

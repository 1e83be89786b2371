import type { MedusaRequest } from "@medusajs/framework/http"

import { verifyStockWorkflow } from "../../../../workflows"
import { answering } from "../../../utils/answer"
import type { VerifyQuery } from "../validators"

/** Whether levels, ledger, Medusa's columns and reservations agree. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const input = req.validatedQuery as unknown as VerifyQuery
  const { result } = await verifyStockWorkflow(req.scope).run({ input })
  res.json({ verification: result })
})

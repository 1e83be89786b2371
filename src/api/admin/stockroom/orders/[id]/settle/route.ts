import type { MedusaRequest } from "@medusajs/framework/http"

import { settleOrderWorkflow } from "../../../../../../workflows"
import { answering } from "../../../../../utils/answer"

/** Brings the ledger in line with the order now; it is done by itself on every event of an order. */
export const POST = answering(async (req: MedusaRequest, res) => {
  const { result } = await settleOrderWorkflow(req.scope).run({
    input: { order_id: req.params.id },
  })
  res.json({ settled: result })
})

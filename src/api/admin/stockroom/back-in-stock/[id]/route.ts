import type { MedusaRequest } from "@medusajs/framework/http"

import { deleteBackInStockWorkflow } from "../../../../../workflows"
import { answering } from "../../../../utils/answer"

/** Forgets somebody who waits, or has waited. */
export const DELETE = answering(async (req: MedusaRequest, res) => {
  const { id } = req.params
  await deleteBackInStockWorkflow(req.scope).run({ input: { id } })
  res.json({ id, object: "back_in_stock", deleted: true })
})

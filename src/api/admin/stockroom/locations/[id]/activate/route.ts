import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../../../modules/inventory"
import { activateLocationWorkflow } from "../../../../../../workflows"
import { answering } from "../../../../../utils/answer"

/** Puts the location back into use. */
export const POST = answering(async (req: MedusaRequest, res) => {
  const { id } = req.params
  await activateLocationWorkflow(req.scope).run({ input: { id } })
  res.json({ location: await resolveStockroom(req.scope).retrieveInventoryLocation(id) })
})

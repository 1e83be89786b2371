import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../../modules/inventory"
import { answering } from "../../../../utils/answer"

/** A movement with its ledger rows. */
export const GET = answering(async (req: MedusaRequest, res) => {
  res.json({ movement: await resolveStockroom(req.scope).retrieveMovement(req.params.id) })
})

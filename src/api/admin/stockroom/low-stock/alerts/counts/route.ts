import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../../../modules/inventory"
import { answering } from "../../../../../utils/answer"

/** How many alerts wait for somebody. */
export const GET = answering(async (req: MedusaRequest, res) => {
  res.json(await resolveStockroom(req.scope).countLowStockAlerts())
})

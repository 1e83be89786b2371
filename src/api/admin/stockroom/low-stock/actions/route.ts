import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../../modules/inventory"
import type { LowStockActionsResponse } from "../../../../types/low-stock-actions"
import { answering } from "../../../../utils/answer"

/** What can be done when stock runs low. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const actions = resolveStockroom(req.scope).listLowStockActions()
  res.json({ actions } satisfies LowStockActionsResponse)
})

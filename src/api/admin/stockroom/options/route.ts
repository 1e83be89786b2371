import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../modules/inventory"
import type { OptionsResponse } from "../../../types/options"
import { answering } from "../../../utils/answer"

/** What the dashboard has to know of the store's options. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const { reasons, transfers } = resolveStockroom(req.scope).options
  res.json({ options: { reasons: reasons ?? null, transfers } } satisfies OptionsResponse)
})

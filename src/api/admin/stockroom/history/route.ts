import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../modules/inventory"
import { answering } from "../../../utils/answer"
import type { HistoryQuery } from "../validators"
import { withNames, withOrderLines } from "./helpers"

/** The ledger, newest first; `next_cursor` leads on to older rows. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const { limit, cursor, ...filters } = req.validatedQuery as unknown as HistoryQuery
  const { rows, next_cursor } = await resolveStockroom(req.scope).listHistory(
    await withOrderLines(req.scope, filters),
    { limit, cursor }
  )
  res.json({ history: await withNames(req.scope, rows), next_cursor, limit })
})

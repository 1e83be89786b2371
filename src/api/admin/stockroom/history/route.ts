import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../modules/inventory"
import type { HistoryResponse } from "../../../types/history"
import { answering } from "../../../utils/answer"
import { readUnits } from "../../../utils/units"
import type { HistoryQuery } from "../validators"
import { withNames, withOrderLines } from "./helpers"

/** The ledger, newest first; `next_cursor` leads on to older rows. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const { limit, cursor, ...filters } = req.validatedQuery as unknown as HistoryQuery
  const { rows, next_cursor } = await resolveStockroom(req.scope).listHistory(
    await withOrderLines(req.scope, filters),
    { limit, cursor }
  )
  const [history, units] = await Promise.all([
    withNames(req.scope, rows),
    readUnits(
      req.scope,
      rows.map(({ inventory_item_id }) => inventory_item_id)
    ),
  ])
  res.json({ history, next_cursor, limit, units } satisfies HistoryResponse)
})

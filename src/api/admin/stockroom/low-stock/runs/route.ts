import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../../modules/inventory"
import type { LowStockRunsResponse } from "../../../../types/low-stock-actions"
import { answering } from "../../../../utils/answer"
import type { RunsQuery } from "../action-validators"
import { readWatched } from "../helpers"

/** What was done about low stock, and how it went: the latest first. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const { limit, offset, ...filters } = req.validatedQuery as unknown as RunsQuery
  const [runs, count] = await resolveStockroom(req.scope).listLowStockRuns(filters, {
    limit,
    offset,
  })
  const about = await readWatched(req.scope, runs)
  res.json({ runs, count, limit, offset, ...about } satisfies LowStockRunsResponse)
})

import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../../modules/inventory"
import type { LowStockReportResponse } from "../../../../types/low-stock-actions"
import { answering } from "../../../../utils/answer"
import type { ReportQuery } from "../action-validators"
import { readWatched } from "../helpers"

/** What is low, or will be before new stock could arrive, how long it lasts and how much to order. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const { limit, offset, ...filters } = req.validatedQuery as unknown as ReportQuery
  const [report, count] = await resolveStockroom(req.scope).listLowStockReport(filters, {
    limit,
    offset,
  })
  const about = await readWatched(req.scope, report)
  const { cover_days } = filters
  res.json({ report, count, limit, offset, cover_days, ...about } satisfies LowStockReportResponse)
})

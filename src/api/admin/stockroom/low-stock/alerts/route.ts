import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../../modules/inventory"
import type { LowStockAlertsResponse } from "../../../../types/low-stock"
import { answering } from "../../../../utils/answer"
import { readWatched } from "../helpers"
import type { AlertsQuery } from "../validators"

/** Alerts, newest first. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const { limit, offset, ...filters } = req.validatedQuery as unknown as AlertsQuery
  const [alerts, count] = await resolveStockroom(req.scope).listLowStockAlerts(filters, {
    limit,
    offset,
  })
  const about = await readWatched(req.scope, alerts)
  res.json({ alerts, count, limit, offset, ...about } satisfies LowStockAlertsResponse)
})

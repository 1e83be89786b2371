import type { MedusaRequest } from "@medusajs/framework/http"

import type { HistoryFiltersResponse } from "../../../../types/history"
import { answering } from "../../../../utils/answer"
import { readFilters } from "./helpers"

/** What there is to filter the history by. */
export const GET = answering(async (req: MedusaRequest, res) => {
  res.json({ filters: await readFilters(req.scope) } satisfies HistoryFiltersResponse)
})

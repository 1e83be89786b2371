import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../../../modules/inventory"
import { answering } from "../../../../../utils/answer"
import type { ImportRowsQuery } from "../../../validators"

/** An import's rows: what each would do, or what stands against it. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const query = req.validatedQuery as unknown as ImportRowsQuery
  const [rows, count] = await resolveStockroom(req.scope).listImportRows(req.params.id, query)
  res.json({ rows, count, limit: query.limit, offset: query.offset })
})

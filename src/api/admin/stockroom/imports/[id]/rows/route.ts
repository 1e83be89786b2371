import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../../../modules/inventory"
import type { ImportRowsResponse } from "../../../../../types/imports"
import { answering } from "../../../../../utils/answer"
import { readUnits } from "../../../../../utils/units"
import type { ImportRowsQuery } from "../../../validators"

/** An import's rows: what each would do, or what stands against it. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const query = req.validatedQuery as unknown as ImportRowsQuery
  const [rows, count] = await resolveStockroom(req.scope).listImportRows(req.params.id, query)
  const units = await readUnits(
    req.scope,
    rows.map(({ inventory_item_id }) => inventory_item_id)
  )
  const { limit, offset } = query
  res.json({ rows, count, limit, offset, units } satisfies ImportRowsResponse)
})

import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../../../modules/inventory"
import type { LowStockOfItemResponse } from "../../../../../types/low-stock"
import { answering } from "../../../../../utils/answer"
import { readWatched } from "../../helpers"

/** What is watched of an item, at each location and together, and by which rules. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const { pools, rules } = await resolveStockroom(req.scope).retrieveLowStockOfItem(req.params.id)
  const about = await readWatched(req.scope, [...pools, ...rules])
  res.json({ pools, rules, ...about } satisfies LowStockOfItemResponse)
})

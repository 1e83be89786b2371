import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../../modules/inventory"
import type { BackInStockDemandResponse } from "../../../../types/back-in-stock"
import { answering } from "../../../../utils/answer"
import type { DemandQuery } from "../validators"
import { variantNames } from "../variant-names"

/** How many wait for what: the variant that most wait for first. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const { limit, offset, ...filters } = req.validatedQuery as unknown as DemandQuery
  const stockroom = resolveStockroom(req.scope)
  const [demand, count] = await stockroom.listBackInStockDemand(filters, { limit, offset })
  res.json({
    enabled: stockroom.options.back_in_stock.enabled,
    demand,
    variants: await variantNames(
      req.scope,
      demand.map((row) => row.variant_id)
    ),
    ...{ count, limit, offset },
  } satisfies BackInStockDemandResponse)
})

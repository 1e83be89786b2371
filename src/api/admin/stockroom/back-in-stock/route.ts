import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../modules/inventory"
import type { BackInStockResponse } from "../../../types/back-in-stock"
import { answering } from "../../../utils/answer"
import type { BackInStockQuery } from "./validators"
import { variantNames } from "./variant-names"

/** Who waits for a variant, and who has been told: the latest first. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const { limit, offset, ...filters } = req.validatedQuery as unknown as BackInStockQuery
  const stockroom = resolveStockroom(req.scope)
  const [rows, count] = await stockroom.listBackInStock(filters, { limit, offset })
  res.json({
    enabled: stockroom.options.back_in_stock.enabled,
    back_in_stock: rows,
    variants: await variantNames(
      req.scope,
      rows.map((row) => row.variant_id)
    ),
    ...{ count, limit, offset },
  } satisfies BackInStockResponse)
})

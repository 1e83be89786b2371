import { z } from "@medusajs/framework/zod"

import { BACK_IN_STOCK_STATUSES } from "../../../../core/back-in-stock"
import { id, limit, offset, oneOrMore } from "../validators"

export const BackInStockQuery = z
  .object({
    variant_id: oneOrMore(id).optional(),
    status: oneOrMore(z.enum(BACK_IN_STOCK_STATUSES)).optional(),
    q: z.string().max(200).optional(),
    limit: limit(200, 50),
    offset,
  })
  .strict()
export type BackInStockQuery = z.infer<typeof BackInStockQuery>

export const DemandQuery = z
  .object({ variant_id: oneOrMore(id).optional(), limit: limit(200, 50), offset })
  .strict()
export type DemandQuery = z.infer<typeof DemandQuery>

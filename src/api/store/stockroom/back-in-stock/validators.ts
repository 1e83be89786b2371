import { z } from "@medusajs/framework/zod"

import { storeId } from "../validators"

export const BackInStockBody = z
  .object({
    variant_id: storeId,
    email: z
      .string()
      .trim()
      .max(254)
      .pipe(z.email({ message: "must be an address of e-mail" })),
    sales_channel_id: storeId.optional(),
  })
  .strict()
export type BackInStockBody = z.infer<typeof BackInStockBody>

export const TokenBody = z.object({ token: storeId }).strict()
export type TokenBody = z.infer<typeof TokenBody>

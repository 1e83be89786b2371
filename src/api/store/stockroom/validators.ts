import { z } from "@medusajs/framework/zod"

/** Postgres takes no text with this in it. */
const NUL = "\u0000"

/** An id, or whatever a shopper gives for one. */
export const storeId = z
  .string()
  .min(1)
  .max(200)
  .refine((value) => !value.includes(NUL), { message: "is no id" })

import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { z } from "@medusajs/framework/zod"

/** Postgres takes no text with this in it. */
const NUL = "\u0000"
const REFUSED = "has a character that is not allowed"

/** A text that the database can keep, and look for. */
export function withoutNul(text: z.ZodString) {
  return text.refine((value) => !value.includes(NUL), {
    // Medusa names the field of its own refusals only.
    error: ({ path }) => `Field '${path?.join(", ")}' ${REFUSED}`,
  })
}

/**
 * The `:id` of a path.
 *
 * @throws 400 where it can be the id of nothing
 */
export function idOfPath({ params: { id } }: Pick<MedusaRequest, "params">): string {
  if (id.includes(NUL)) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `id ${REFUSED}`)
  }
  return id
}

import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { z } from "@medusajs/framework/zod"

/** Reads a route's query parameters; a refused one is named. */
export function validateQuery(schema: z.ZodType) {
  return (req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): void => {
    const result = schema.safeParse(req.query)
    if (!result.success) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `Invalid request: ${result.error.issues
          .map(({ path, message }) => `${path.join(".") || "query"}: ${message}`)
          .join("; ")}`
      )
    }
    req.validatedQuery = result.data as Record<string, unknown>
    next()
  }
}

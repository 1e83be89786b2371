import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

import { StockroomError } from "../../modules/inventory"

type Handler<Req extends MedusaRequest> = (req: Req, res: MedusaResponse) => Promise<void>

const STATUS: Record<string, number> = {
  [MedusaError.Types.INVALID_DATA]: 400,
  [MedusaError.Types.NOT_ALLOWED]: 400,
  [MedusaError.Types.FORBIDDEN]: 403,
  [MedusaError.Types.NOT_FOUND]: 404,
  [MedusaError.Types.CONFLICT]: 409,
}

/**
 * Answers Stockroom's refusals in Medusa's shape with their particulars. Medusa's own handler
 * would replace the message of a conflict and drop the current quantity.
 */
export function answering<Req extends MedusaRequest>(handler: Handler<Req>): Handler<Req> {
  return async (req, res) => {
    try {
      await handler(req, res)
    } catch (error) {
      if (!isStockroomError(error)) {
        throw error
      }
      const { type, message, details } = error
      res.status(STATUS[type] ?? 500).json({ type, code: type, message, details })
    }
  }
}

/** By name too: a workflow engine may hand on a copy of the error. */
function isStockroomError(error: unknown): error is StockroomError {
  return (
    error instanceof StockroomError ||
    (typeof error === "object" &&
      error !== null &&
      "details" in error &&
      "type" in error &&
      String((error as StockroomError).type) in STATUS)
  )
}

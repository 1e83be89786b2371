import { MedusaError } from "@medusajs/framework/utils"

import { Refusal, type RefusalCode } from "../../core/refusal"

const TYPES: Record<RefusalCode, string> = {
  invalid_data: MedusaError.Types.INVALID_DATA,
  not_found: MedusaError.Types.NOT_FOUND,
  not_allowed: MedusaError.Types.NOT_ALLOWED,
  forbidden: MedusaError.Types.FORBIDDEN,
  conflict: MedusaError.Types.CONFLICT,
}

/** Medusa's error for a refusal; `details` holds its particulars, for Stockroom's own routes. */
export class StockroomError extends MedusaError {
  constructor(
    type: string,
    message: string,
    readonly details: Record<string, unknown>
  ) {
    super(type, message)
  }
}

/** Turns refusals, and what Postgres says of bad references, into Medusa's errors. */
export function toMedusaError(error: unknown): unknown {
  if (error instanceof Refusal) {
    return new StockroomError(TYPES[error.code], error.message, error.details)
  }
  const { code, detail } = error as { code?: string; detail?: string }
  if (code === "23503") {
    const [, column, value] = detail?.match(/\((.+?)\)=\((.+?)\)/) ?? []
    return new StockroomError(
      MedusaError.Types.NOT_FOUND,
      `You tried to set relationship ${column}: ${value}, but such entity does not exist`,
      { [column ?? "reference"]: value }
    )
  }
  return error
}

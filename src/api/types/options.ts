import type { CustomField } from "../../core/transfer"

/** The answer of `GET /admin/stockroom/options`: what the dashboard has to know of the store's options. */
export interface OptionsResponse {
  options: {
    /** Reason codes that a change by hand may carry; null where any text is allowed. */
    reasons: string[] | null
    transfers: {
      origin_deduction: "on_pending" | "on_receipt"
      /** Whether more may be received than was sent. */
      allow_over_receipt: boolean
      /** The merchant's own fields, for the form of a transfer. */
      custom_fields: CustomField[]
    }
  }
}

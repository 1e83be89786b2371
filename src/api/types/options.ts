/** The answer of `GET /admin/stockroom/options`: what the dashboard has to know of the store's options. */
export interface OptionsResponse {
  options: {
    /** Reason codes that a change by hand may carry; null where any text is allowed. */
    reasons: string[] | null
  }
}

/** Why a command was refused; each maps to one HTTP status. */
export type RefusalCode = "invalid_data" | "not_found" | "not_allowed" | "forbidden" | "conflict"

/**
 * A rule's own "no". A refused command has changed nothing. Everything else that is thrown is a
 * fault, not a refusal.
 *
 * @since 0.1.0
 */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    message: string,
    /** Machine-readable particulars, e.g. the current quantity of a conflict. */
    readonly details: Record<string, unknown> = {}
  ) {
    super(message)
    this.name = "Refusal"
  }

  static invalid(field: string, problem: string): Refusal {
    return new Refusal("invalid_data", `${field} ${problem}`, { field })
  }

  static notFound(message: string, details?: Record<string, unknown>): Refusal {
    return new Refusal("not_found", message, details)
  }

  static notAllowed(message: string, details?: Record<string, unknown>): Refusal {
    return new Refusal("not_allowed", message, details)
  }

  static forbidden(message: string, details?: Record<string, unknown>): Refusal {
    return new Refusal("forbidden", message, details)
  }

  static conflict(message: string, details?: Record<string, unknown>): Refusal {
    return new Refusal("conflict", message, details)
  }
}

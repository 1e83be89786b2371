/** Why a request came to nothing, as far as a person can do something about it. */
export type FailureKind = "offline" | "signed_out" | "forbidden" | "missing" | "server" | "refused"

export interface Failure {
  kind: FailureKind
  /** What the store said; empty when it said nothing. */
  message: string
}

/** Sorts what a request threw: no answer, not allowed, not there, a fault, or a rule's refusal. */
export function failureOf(error: unknown): Failure {
  const { status, message = "" } = error as { status?: number; message?: string }
  return { kind: kindOf(status), message }
}

function kindOf(status: number | undefined): FailureKind {
  switch (status) {
    case undefined:
      return "offline"
    case 401:
      return "signed_out"
    case 403:
      return "forbidden"
    case 404:
      return "missing"
    default:
      return status >= 500 ? "server" : "refused"
  }
}

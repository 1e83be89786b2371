import type { HandState } from "../state"

/**
 * What becomes of rejected units: they leave the books, stay at the destination in a state from which
 * nothing is sold, or go back to the origin.
 *
 * @since 0.1.0
 */
export const REJECT_DISPOSITIONS = [
  "discard",
  "damaged",
  "quality_control",
  "reserved",
  "safety",
  "return_to_origin",
] as const

export type RejectDisposition = (typeof REJECT_DISPOSITIONS)[number]

/** The state that rejected units come to at the destination; null where none gains them. */
export function keptAs(disposition: RejectDisposition): HandState | null {
  return disposition === "discard" || disposition === "return_to_origin" ? null : disposition
}

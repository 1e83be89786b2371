import type { Display } from "../../core/availability"
import { quantityText, readQuantity } from "./quantity-text"

/** When shoppers are told how many there are, as it is being chosen; `inherit`: as the store has it. */
export interface DisplayDraft {
  display: Display | "inherit"
  below: string
}

/** What stands against a field, by the field's path in the API. */
export type AvailabilityProblems = Record<string, AvailabilityProblem>
export type AvailabilityProblem =
  | "no_number"
  | "not_above_zero"
  | "no_title"
  | "no_days"
  | "no_locale"
  | "same_locale"
  | "below_minimum"
  | "none_allowed"
  | "no_multiple"

/** @param locale - of the language in which quantities are typed */
export function draftOfDisplay(
  { display, display_below }: { display: Display | null; display_below: string | null },
  locale: string
): DisplayDraft {
  return {
    display: display ?? "inherit",
    below: display_below === null ? "" : quantityText(display_below, locale),
  }
}

export function readDisplayDraft({ display, below }: DisplayDraft, locale: string) {
  const problems: AvailabilityProblems = {}
  const request = {
    display: display === "inherit" ? null : display,
    display_below:
      display === "below" ? readAboveZero(below, "display_below", locale, problems) : null,
  }
  return { request, problems }
}

/** A quantity above zero as it was typed; where it is none, that is a problem of its field. */
export function readAboveZero(
  text: string,
  path: string,
  locale: string,
  problems: AvailabilityProblems
): string | null {
  const read = readQuantity(text, locale)
  if (!read) {
    problems[path] = "no_number"
  } else if (!read.isGreaterThan(0)) {
    problems[path] = "not_above_zero"
  }
  return read?.toFixed() ?? null
}

import { type Display, DISPLAYS } from "../../../core/availability"
import { parseQuantity, type QuantityInput } from "../../../core/quantity"
import { Refusal } from "../../../core/refusal"

interface DisplayRow {
  display: Display | null
  display_below: string | null
}

interface DisplayInput {
  display?: Display | null
  display_below?: QuantityInput | null
}

/**
 * Reads a change of how a quantity is told; what is left out stays.
 *
 * @throws Refusal `invalid_data`: only `below` has a number, and needs it
 */
export function readDisplay(input: DisplayInput, before: DisplayRow): DisplayRow {
  const display = input.display === undefined ? before.display : input.display
  if (display !== null && !DISPLAYS.includes(display)) {
    throw Refusal.invalid("display", `must be one of ${DISPLAYS.join(", ")}`)
  }
  if (display !== "below") {
    if (input.display_below != null) {
      throw Refusal.invalid("display_below", 'is for the display "below"')
    }
    return { display, display_below: null }
  }
  const below = parseQuantity(input.display_below ?? before.display_below, "display_below")
  if (!below.isGreaterThan(0)) {
    throw Refusal.invalid("display_below", "must be above zero")
  }
  return { display, display_below: below.toFixed() }
}

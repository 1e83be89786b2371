import type { Quantity } from "../quantity"

/** When shoppers are told how many there are: always, never, or while there are fewer than a number. */
export const DISPLAYS = ["always", "never", "below"] as const

export type Display = (typeof DISPLAYS)[number]

export interface DisplayRule {
  show: Display
  /** For `below`; null otherwise. */
  below: Quantity | null
}

/** The quantity as it may be told; null where it is hidden. */
export function shownQuantity(quantity: Quantity, { show, below }: DisplayRule): Quantity | null {
  const shown =
    show === "always" || (show === "below" && below !== null && quantity.isLessThan(below))
  return shown ? quantity : null
}

import type { RightsResponse } from "../../api/types/grants"
import { type HandChange, proposeByHand } from "../../core/by-hand"
import type { Right } from "../../core/grants"
import { exact, type Quantity, ZERO } from "../../core/quantity"
import type { State } from "../../core/state"
import { levelOf } from "./change-preview"
import type { StockLevel } from "./figures"

/** What a person has been granted; null where everything is allowed. */
export type Granted = RightsResponse["rights"]["grants"]

/** A change that is larger than a person may make at its location. Exact decimals, for people. */
export interface Beyond {
  quantity: string
  most: string
}

/** Whether a person has a right at each of the locations, or anywhere at all when there are none. */
export function hasRight(granted: Granted, right: Right, locationIds: string[]): boolean {
  if (granted === null) {
    return true
  }
  const given = granted.filter((one) => one.right === right)
  return (
    given.length > 0 &&
    locationIds.every((id) => given.some((one) => one.location_ids?.includes(id) ?? true))
  )
}

/** Whether a person has a right at all locations, also at those that are opened later. */
export function hasRightEverywhere(granted: Granted, right: Right): boolean {
  return granted?.some((one) => one.right === right && one.location_ids === null) ?? true
}

/**
 * The most that a person may add to a state of a level, or take from it, at once; null where there is no
 * limit. Of several grants the most generous counts, as in the store.
 */
export function mostAt(granted: Granted, right: Right, locationId: string): Quantity | null {
  const limits = (granted ?? [])
    .filter((one) => one.right === right && (one.location_ids?.includes(locationId) ?? true))
    .map(({ max_quantity }) => (max_quantity === null ? null : exact(max_quantity)))
  return limits.reduce(
    (most, limit) => (most && limit ? (limit.isGreaterThan(most) ? limit : most) : null),
    limits[0] ?? null
  )
}

/** Whether a change by hand goes beyond a person's limit; null when it does not. */
export function beyondLimit(
  granted: Granted,
  change: HandChange,
  level: StockLevel
): Beyond | null {
  const most = mostAt(granted, "levels", change.locationId)
  const changed = new Map<State, Quantity>()
  for (const { state, quantity } of proposeByHand(change, levelOf(level))) {
    changed.set(state, (changed.get(state) ?? ZERO).plus(quantity))
  }
  const largest = [...changed.values()]
    .map((quantity) => quantity.abs())
    .reduce((one, other) => (one.isLessThan(other) ? other : one), ZERO)
  return most && largest.isGreaterThan(most)
    ? { quantity: largest.toFixed(), most: most.toFixed() }
    : null
}

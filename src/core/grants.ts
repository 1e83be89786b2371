import { Refusal } from "./refusal"
import type { Quantity } from "./quantity"

/**
 * What a person may be granted: to work on stock locations and their settings, to change stock levels,
 * to carry out inventory transfers.
 *
 * @since 0.1.0
 */
export const RIGHTS = ["locations", "levels", "transfers"] as const

export type Right = (typeof RIGHTS)[number]

/** A right, for all locations or for named ones, and up to how much at a time. */
export interface Grant {
  right: Right
  /** Null means all, also those that are opened later. */
  locationIds: readonly string[] | null
  /** In base units of the item: the most that one change may add to a state, or take from it. Null: no limit. */
  maxQuantity: Quantity | null
}

/** What a change does to one level. */
export interface Touch {
  itemId: string
  locationId: string
  /** By how much the state that changes most does so; above or equal to zero. */
  quantity: Quantity
}

/** The rights that a request has, of the kind that it needs. */
export interface Rights {
  right: Right
  grants: readonly Grant[]
}

/**
 * Refuses a change that goes beyond the rights of whoever asks for it. Each level that it touches must
 * be covered, by place and by quantity, by one of the grants.
 *
 * @throws Refusal `forbidden` naming every location and quantity that is not covered
 */
export function refuseBeyond({ right, grants }: Rights, touched: readonly Touch[]): void {
  const given = grants.filter((grant) => grant.right === right)
  const problems = touched.flatMap(({ itemId, locationId, quantity }) => {
    const here = given.filter(({ locationIds }) => locationIds?.includes(locationId) ?? true)
    if (!here.length) {
      return [`item ${itemId}: no right at location ${locationId}`]
    }
    if (here.some(({ maxQuantity }) => !maxQuantity || quantity.isLessThanOrEqualTo(maxQuantity))) {
      return []
    }
    const most = here.map(({ maxQuantity }) => maxQuantity as Quantity).reduce(larger)
    return [
      `item ${itemId}: a change of ${quantity.toFixed()} at location ${locationId} is more than the ${most.toFixed()} allowed`,
    ]
  })
  if (problems.length) {
    throw Refusal.forbidden(
      `The right to manage ${NAMES[right]} does not cover this: ${problems.slice(0, MOST).join("; ")}${
        problems.length > MOST ? `; and ${problems.length - MOST} more` : ""
      }`,
      { right }
    )
  }
}

/**
 * Refuses whoever has not been granted the right at all, or not at a location.
 *
 * @param locationId - the location that is worked on; `null` for what concerns all of them, which only
 *   a grant for all locations covers; `undefined` where the change itself will tell
 */
export function refuseWithout({ right, grants }: Rights, locationId?: string | null): void {
  const given = grants.filter((grant) => grant.right === right)
  const covers = ({ locationIds }: Grant) =>
    locationIds === null ||
    locationId === undefined ||
    (locationId !== null && locationIds.includes(locationId))
  if (!given.some(covers)) {
    const where = locationId
      ? ` at location ${locationId}`
      : locationId === null
        ? " everywhere"
        : ""
    throw Refusal.forbidden(`You need the right to manage ${NAMES[right]}${where}`, { right })
  }
}

const MOST = 20

const NAMES: Record<Right, string> = {
  locations: "inventory locations",
  levels: "stock levels",
  transfers: "inventory transfers",
}

function larger(a: Quantity, b: Quantity): Quantity {
  return a.isLessThan(b) ? b : a
}

import { type Level, levelName, type LevelKey } from "./level"
import type { Entry } from "./movement"
import { type Quantity, ZERO } from "./quantity"
import { refuseShort } from "./shortage"

/**
 * The part of a Medusa reservation that matters to stock. With a line item it is committed stock,
 * without one it is reserved stock.
 */
export interface ReservedStock extends LevelKey {
  id: string
  lineItemId: string | null
  quantity: Quantity
  allowBackorder: boolean
}

/** The state in which a reservation's units are. */
export function stateOf(reservation: Pick<ReservedStock, "lineItemId">): "committed" | "reserved" {
  return reservation.lineItemId ? "committed" : "reserved"
}

/** available → committed or reserved */
export function takeEntries(reservation: ReservedStock): Entry[] {
  const { itemId, locationId, quantity } = reservation
  return [
    { itemId, locationId, state: "available", quantity: quantity.negated() },
    { itemId, locationId, state: stateOf(reservation), quantity },
  ]
}

/** One reservation before and after a call; null where it does not (or no longer) live. */
export interface ReservationChange {
  before: ReservedStock | null
  after: ReservedStock | null
}

/**
 * Refuses changes that take more than there is, naming every short level with what it has and what
 * was asked. Lines of one call that share a level are checked together; a change that allows
 * backorders takes what it wants, after the others.
 *
 * @param levelBefore - the level as it was before the call
 */
export function refuseShortage(
  changes: ReservationChange[],
  levelBefore: (key: LevelKey) => Level,
  options?: { figures: boolean }
): void {
  const demands = new Map<string, { key: LevelKey; asked: Quantity; released: Quantity }>()
  const demand = (key: LevelKey) => {
    const name = levelName(key)
    const found = demands.get(name) ?? { key, asked: ZERO, released: ZERO }
    demands.set(name, found)
    return found
  }
  for (const { before, after } of changes) {
    const sameLevel = before && after && levelName(before) === levelName(after)
    const more = (after?.quantity ?? ZERO).minus(sameLevel ? before.quantity : ZERO)
    if (after && more.isGreaterThan(0) && !after.allowBackorder) {
      const at = demand(after)
      at.asked = at.asked.plus(more)
    }
    if (before && !sameLevel) {
      const at = demand(before)
      at.released = at.released.plus(before.quantity)
    } else if (before && more.isLessThan(0)) {
      const at = demand(before)
      at.released = at.released.minus(more)
    }
  }
  const short = [...demands.values()]
    .map(({ key, asked, released }) => ({
      ...{ itemId: key.itemId, locationId: key.locationId, asked },
      has: levelBefore(key).balances.available.plus(released),
    }))
    .filter(({ asked, has }) => asked.isGreaterThan(0) && asked.isGreaterThan(has))
  refuseShort(short, options)
}

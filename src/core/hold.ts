import type { LevelKey } from "./level"
import { between, type Entry } from "./movement"
import { atLeastZero, least, type Quantity, total } from "./quantity"

/**
 * Stock that one location keeps for an order line whose commitment at another location falls short.
 * It is a part of `reserved`; the order line owns it.
 */
export interface Hold extends LevelKey {
  id: string
  orderId: string
  lineItemId: string
  /** Where the line is committed, and where the units are wanted. */
  committedLocationId: string
  quantity: Quantity
}

/** available → reserved, where the hold is. */
export function holdEntries(hold: LevelKey, quantity: Quantity): Entry[] {
  return between(hold, "available", "reserved", quantity)
}

/** A part of a hold that is let go. */
export interface HoldCut<H extends Hold = Hold> {
  hold: H
  quantity: Quantity
}

/**
 * What a line's holds of one item must let go, so that they hold no more than the line still has
 * committed. The last one lets go first.
 *
 * @param committed - what the line has committed of the item, over all locations
 */
export function excessHolds<H extends Hold>(holds: H[], committed: Quantity): HoldCut<H>[] {
  let excess = atLeastZero(total(holds.map(({ quantity }) => quantity)).minus(committed))
  const cuts: HoldCut<H>[] = []
  for (const hold of [...holds].reverse()) {
    const quantity = least(excess, hold.quantity)
    if (quantity.isGreaterThan(0)) {
      cuts.push({ hold, quantity })
      excess = excess.minus(quantity)
    }
  }
  return cuts
}

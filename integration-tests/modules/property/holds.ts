import { type Books } from "./books"
import { type Decimal } from "./decimal"
import { type Entry, type Hold, type Key, negated } from "./terms"

/** What a line's commitment falls short of is kept at another location: available → reserved. */
export function placeHold(on: Books, hold: Omit<Hold, "releasedWith">): void {
  on.post({ kind: "hold", entries: holding(hold, hold.quantity), line: hold.line })
  on.holds.push({ ...hold, releasedWith: null })
}

/**
 * A line's holds keep no more than the line still has committed; the last lets go first.
 *
 * @param deleted - the reservation with which they go, and come back
 */
export function trimHolds(
  on: Books,
  { line, item }: { line: string | null; item: string },
  deleted: string | null = null
): void {
  const holds = on.holds.filter(
    (hold) => hold.releasedWith === null && hold.line === line && hold.item === item
  )
  let excess = line === null ? 0n : on.heldFor(line, item) - on.committed(line, item)
  for (const hold of holds.reverse()) {
    const quantity = excess < hold.quantity ? excess : hold.quantity
    if (quantity > 0n) {
      excess -= quantity
      on.post({ kind: "unhold", entries: holding(hold, quantity).map(negated), line: hold.line })
      shrinkHold(on, hold, quantity, deleted)
    }
  }
}

/** @param deleted - the reservation with which it would come back, if nothing is left of it */
export function shrinkHold(
  on: Books,
  hold: Hold,
  by: Decimal,
  deleted: string | null = null
): void {
  const left = hold.quantity - by
  replace(on, hold, {
    ...hold,
    ...(left > 0n ? { quantity: left } : { releasedWith: deleted ?? GONE }),
  })
}

/** What was let go with a reservation is kept again with it, where the item is still stocked. */
export function holdAgain(on: Books, { id, line, item }: { id: string } & Line): void {
  for (const hold of on.holds.filter(({ releasedWith }) => releasedWith === id)) {
    if (on.open(hold)) {
      on.post({ kind: "hold", entries: holding(hold, hold.quantity), line: hold.line })
      replace(on, hold, { ...hold, releasedWith: null })
    }
  }
  trimHolds(on, { line, item })
}

type Line = Parameters<typeof trimHolds>[1]

/** In the place of a reservation: it does not come back. */
const GONE = "nothing"

function replace(on: Books, hold: Hold, by: Hold): void {
  on.holds = on.holds
    .map((one) => (one === hold ? by : one))
    .filter(({ releasedWith }) => releasedWith !== GONE)
}

function holding({ item, location }: Key, quantity: Decimal): Entry[] {
  return [
    { item, location, state: "available", quantity: -quantity },
    { item, location, state: "reserved", quantity },
  ]
}

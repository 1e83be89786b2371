import { type Books } from "./books"
import { trimHolds } from "./holds"
import { byId } from "./reservations"
import type { Reservation } from "./terms"

/** In the place of an id that the engine gives, until it is known. */
export const UNKNOWN_ID = "?"

/**
 * The ledger is told of an order's fulfilments. It has recorded them when they shipped, so that nothing
 * moves; it only learns which they are.
 */
export function settle(on: Books, order: string): void {
  for (const fulfilment of on.fulfilments.values()) {
    if (fulfilment.order === order && on.open(fulfilment)) {
      on.fulfilments.set(fulfilment.id, { ...fulfilment, settled: true })
      trimHolds(on, fulfilment)
    }
  }
}

/** What has left comes back to where it shipped, committed again; once, whatever is available there. */
export function cancelFulfilment(on: Books, id: string): void {
  const fulfilment = on.fulfilments.get(id)!
  const { line, item, location, quantity, units } = fulfilment
  on.requireLevels([fulfilment])
  if (fulfilment.canceled) {
    return
  }
  const reservation = commitAgain(on, fulfilment)
  // Deleting a level has taken out what it had fulfilled; the level may have been made again since.
  const missing = quantity - on.balance(fulfilment).fulfilled
  if (missing > 0n) {
    on.post({
      kind: "restore",
      entries: [{ item, location, state: "fulfilled", quantity: missing }],
    })
  }
  on.post({
    kind: "unfulfil",
    entries: [
      { item, location, state: "fulfilled", quantity: -quantity },
      { item, location, state: "committed", quantity },
    ],
    line,
    reservation: reservation.id,
  })
  on.put(reservation)
  on.fulfilments.set(id, { ...fulfilment, canceled: true })
  const known = on.lines.get(line)!
  on.lines.set(line, { ...known, fulfilled: known.fulfilled - units })
}

/** Added to what the line still has there, or a reservation of its own, like the one that was used up. */
function commitAgain(
  on: Books,
  { line, item, location, quantity, id }: Parameters<typeof shippedFrom>[1]
): Reservation {
  const [live] = byId(
    on.live().filter((one) => one.line === line && one.item === item && one.location === location)
  )
  const [before] = shippedFrom(on, { line, item, location, quantity, id })
  return live
    ? { ...live, quantity: live.quantity + quantity }
    : {
        ...{ id: UNKNOWN_ID, line, item, location, quantity, deletedAt: null },
        backorder: before?.line === line && before.backorder,
      }
}

/** The first of the reservations that its movements took from, if there still is one. */
function shippedFrom(
  on: Books,
  { id }: { id: string; line: string; item: string; location: string; quantity: bigint }
): Reservation[] {
  const [first] = on.movements
    .filter(({ fulfilment }) => fulfilment === id)
    .flatMap(({ reservation }) => reservation ?? [])
    .sort()
  return [on.reservations.get(first)].flatMap((one) => one ?? [])
}

import { excessHolds, type Hold, holdEntries } from "../../../core/hold"
import { reverse } from "../../../core/movement"
import { type Quantity, total } from "../../../core/quantity"
import { newId } from "../ids"
import type { World } from "../posting/world"
import type { Who } from "../request-context"

/** Keeps stock of one location for an order line that is committed at another. */
export function placeHold(world: World, who: Who, hold: Omit<Hold, "id">): Hold {
  const placed = { ...hold, id: newId("ihold") }
  world.move(who, {
    kind: "hold",
    entries: holdEntries(placed, placed.quantity),
    references: referencesOf(placed),
  })
  world.putHold(placed, "created")
  return placed
}

/**
 * Lets go of what a line's holds keep beyond what the line still has committed: a cut in quantity, a
 * fulfilment or a cancellation shrinks them. Called after every change of a line's reservations.
 *
 * @param deletedId - the reservation that was deleted: restoring it restores what goes with it
 * @param reason - why it was deleted
 */
export function trimHolds(
  world: World,
  who: Who,
  line: { lineItemId: string | null; itemId: string },
  { deletedId = null, reason = null }: { deletedId?: string | null; reason?: string | null } = {}
): void {
  const { lineItemId, itemId } = line
  const holds = lineItemId === null ? [] : world.holdsOf(lineItemId, itemId)
  if (!holds.length) {
    return
  }
  const committed = committedOf(world, lineItemId as string, itemId)
  for (const { hold, quantity } of excessHolds(holds, committed)) {
    world.move(who, {
      kind: "unhold",
      reason,
      entries: reverse(holdEntries(hold, quantity)),
      references: referencesOf(hold),
    })
    const left = hold.quantity.minus(quantity)
    if (left.isZero()) {
      world.putHold(hold, "released", deletedId)
    } else {
      world.putHold({ ...hold, quantity: left }, "updated")
    }
  }
}

/**
 * Keeps again what was let go when a reservation was deleted that is now restored, whatever is
 * available there: it only puts back. Where the item is stocked no longer, nothing can be held; the
 * shortfall shows as available stock below zero.
 */
export function holdAgain(
  world: World,
  who: Who,
  reservation: { id: string; lineItemId: string | null; itemId: string }
): void {
  for (const hold of world.holdsReleasedWith(reservation.id)) {
    if (world.openLevel(hold)) {
      world.move(who, {
        kind: "hold",
        reason: "restored",
        entries: holdEntries(hold, hold.quantity),
        references: referencesOf(hold),
      })
      world.putHold(hold, "restored")
    }
  }
  trimHolds(world, who, reservation)
}

/** What a line has committed of an item, over all locations; its reservations are locked. */
export function committedOf(world: World, lineItemId: string, itemId: string): Quantity {
  return total(
    world
      .allReservations()
      .filter((one) => !one.deletedAt && one.lineItemId === lineItemId && one.itemId === itemId)
      .map(({ quantity }) => quantity)
  )
}

function referencesOf({ orderId, lineItemId }: Omit<Hold, "id">) {
  return { order_id: orderId, line_item_id: lineItemId }
}

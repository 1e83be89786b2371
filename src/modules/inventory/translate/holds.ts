import { excessHolds, type Hold, holdEntries } from "../../../core/hold"
import { reverse } from "../../../core/movement"
import { total } from "../../../core/quantity"
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
 */
export function trimHolds(
  world: World,
  who: Who,
  line: { lineItemId: string | null; itemId: string },
  deletedId: string | null = null
): void {
  const { lineItemId, itemId } = line
  const holds = lineItemId === null ? [] : world.holdsOf(lineItemId, itemId)
  if (!holds.length) {
    return
  }
  const committed = total(
    world
      .allReservations()
      .filter((one) => !one.deletedAt && one.lineItemId === lineItemId && one.itemId === itemId)
      .map(({ quantity }) => quantity)
  )
  for (const { hold, quantity } of excessHolds(holds, committed)) {
    world.move(who, {
      kind: "unhold",
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

/** Keeps again what was kept before, whatever is available there: it only puts back. */
export function holdAgain(world: World, who: Who, hold: Hold): void {
  world.move(who, {
    kind: "hold",
    reason: "restored",
    entries: holdEntries(hold, hold.quantity),
    references: referencesOf(hold),
  })
  world.putHold(hold, "restored")
}

function referencesOf({ orderId, lineItemId }: Omit<Hold, "id">) {
  return { order_id: orderId, line_item_id: lineItemId }
}

import type { Hold } from "../../../../core/hold"
import { atLeastZero, least, type Quantity, ZERO } from "../../../../core/quantity"
import { newId } from "../../ids"
import type { StoredLine, StoredTransfer } from "../../posting/transfer-columns"
import type { World } from "../../posting/world"
import { unheldOf } from "../cover"

/** The live hold that a line covers; undefined where there is none, or it has been let go. */
function holdOf(world: World, line: StoredLine): Hold | undefined {
  return line.lineItemId === null
    ? undefined
    : world.holdsOf(line.lineItemId, line.itemId).find(({ id }) => id === line.holdId)
}

/** Whether a line moves just what is held for the order it is for. */
export function isAsHeld(world: World, line: StoredLine): boolean {
  return holdOf(world, line)?.quantity.isEqualTo(line.quantity) ?? false
}

/** How much of what a line moves is held for the order it is for. */
export function heldFor(world: World, line: StoredLine, quantity: Quantity): Quantity {
  return least(holdOf(world, line)?.quantity ?? ZERO, quantity)
}

/** The hold shrinks by what leaves; whoever calls moves the units out of `reserved`. */
export function takeHeld(world: World, line: StoredLine, quantity: Quantity): void {
  const hold = holdOf(world, line)
  if (!hold || quantity.isZero()) {
    return
  }
  const left = hold.quantity.minus(quantity)
  if (left.isZero()) {
    world.putHold(hold, "released")
  } else {
    world.putHold({ ...hold, quantity: left }, "updated")
  }
}

/**
 * How much of what comes back to the origin is to be held again: what was held when it was sent and has
 * not arrived, as far as the order's line is still committed and holds no more than that elsewhere.
 */
export function heldAgain(world: World, line: StoredLine, quantity: Quantity): Quantity {
  if (line.lineItemId === null) {
    return ZERO
  }
  const underway = atLeastZero(line.held.minus(line.accepted))
  return least(least(quantity, underway), unheldOf(world, line.lineItemId, line.itemId))
}

/** Holds what has come back; whoever calls moves the units into `reserved`. */
export function holdBack(
  world: World,
  { originId, destinationId }: StoredTransfer,
  line: StoredLine,
  quantity: Quantity
): StoredLine {
  if (quantity.isZero()) {
    return line
  }
  const hold = holdOf(world, line)
  if (hold) {
    world.putHold({ ...hold, quantity: hold.quantity.plus(quantity) }, "updated")
    return line
  }
  const placed: Hold = {
    id: newId("ihold"),
    orderId: line.orderId as string,
    lineItemId: line.lineItemId as string,
    itemId: line.itemId,
    locationId: originId,
    committedLocationId: destinationId,
    quantity,
  }
  world.putHold(placed, "created")
  return { ...line, holdId: placed.id }
}

import { least, type Quantity, ZERO } from "../quantity"
import type { HeldPart, ItemAllocation } from "./allocate"

/** One line of an order and what it wants of the item. */
export interface LineDemand {
  quantity: Quantity
  allowBackorder: boolean
}

/**
 * Shares what is held for an item among the order's lines of it: the first lines have what the
 * committing location has, the later ones what the others hold. A line that may be backordered
 * stands behind those that may not.
 *
 * @returns for each line, in their order, what is held for it and where
 */
export function shareHolds(lines: LineDemand[], allocation: ItemAllocation): HeldPart[][] {
  let covered = allocation.covered
  const left = allocation.holds.map((hold) => ({ ...hold }))
  const shares: HeldPart[][] = lines.map(() => [])
  const inTurn = lines
    .map((line, index) => ({ ...line, index }))
    .sort((a, b) => Number(a.allowBackorder) - Number(b.allowBackorder))
  for (const { quantity, index } of inTurn) {
    const here = least(covered, quantity)
    covered = covered.minus(here)
    let missing = quantity.minus(here)
    for (const hold of left) {
      const part = least(missing, hold.quantity)
      if (part.isGreaterThan(ZERO)) {
        shares[index].push({ locationId: hold.locationId, quantity: part })
        hold.quantity = hold.quantity.minus(part)
        missing = missing.minus(part)
      }
    }
  }
  return shares
}

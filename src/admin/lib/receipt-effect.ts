import { exact, type Quantity, ZERO } from "../../core/quantity"
import type { State } from "../../core/state"
import { receive, receiptEntries, type TransferLine as CoreLine } from "../../core/transfer"
import type { ReceivedLine } from "./receipt-draft"
import type { StockLevel } from "./stock-level"
import type { TransferLine } from "./transfer-lines"
import type { Transfer } from "./transfer-names"

/** What a receipt does to an item's level at one end. */
export interface EndChange {
  locationId: string
  figures: { state: State; before: string; after: string; short: boolean }[]
}

/**
 * What receiving some of an item would do at the destination, and at the origin where it does anything there,
 * by the same rules as the store.
 *
 * @param arrived - lines of this item, as {@link readReceipt} gives them
 * @param levelOf - the item's level at a location; undefined where it is not stocked there
 */
export function receiptEffect(
  transfer: Transfer,
  line: TransferLine,
  arrived: ReceivedLine[],
  levelOf: (locationId: string) => StockLevel | undefined
): EndChange[] {
  const { origin_id: originId, destination_id: destinationId } = transfer
  const deduction = transfer.origin_deduction ?? "on_pending"
  const arrivals = arrived.map(({ accepted, rejected, disposition }) => ({
    itemId: line.inventory_item_id,
    accepted: exact(accepted ?? 0),
    rejected: exact(rejected ?? 0),
    disposition: disposition ?? "discard",
  }))
  const { received } = receive([coreLine(line)], arrivals)
  let waiting = exact(line.hold_quantity ?? 0)
  const entries = received.flatMap((one) =>
    receiptEntries({ originId, destinationId, deduction }, { ...one, held: heldOf(one) })
  )
  // What waits at the origin for an order's shortfall leaves `reserved` there, before anything is available.
  function heldOf(one: { accepted: Quantity; rejected: Quantity; disposition: string }): Quantity {
    const leaves =
      one.disposition === "return_to_origin" ? one.accepted : one.accepted.plus(one.rejected)
    if (deduction !== "on_receipt") return ZERO
    const held = leaves.isLessThan(waiting) ? leaves : waiting
    waiting = waiting.minus(held)
    return held
  }
  return [destinationId, originId].flatMap((locationId) => {
    const here = entries.filter((entry) => entry.locationId === locationId)
    const level = levelOf(locationId)
    const figures = [...new Set(here.map(({ state }) => state))].flatMap((state) => {
      const before = exact(level?.[state] ?? 0)
      const after = here
        .filter((entry) => entry.state === state)
        .reduce((sum, { quantity }) => sum.plus(quantity), before)
      const short = state === "available" && after.isLessThan(0) && after.isLessThan(before)
      return after.isEqualTo(before)
        ? []
        : [{ state, before: before.toFixed(), after: after.toFixed(), short }]
    })
    return figures.length ? [{ locationId, figures }] : []
  })
}

function coreLine(line: TransferLine): CoreLine {
  return {
    itemId: line.inventory_item_id,
    quantity: exact(line.quantity),
    accepted: exact(line.accepted),
    rejected: exact(line.rejected),
    ended: exact(line.ended),
  }
}

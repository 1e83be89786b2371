import { least, type Quantity, ZERO } from "../../../../core/quantity"
import { Refusal } from "../../../../core/refusal"
import {
  progressOf,
  receive,
  receiptEntries,
  type Received,
  theRest,
} from "../../../../core/transfer"
import { newId } from "../../ids"
import type { StockCall } from "../../posting/poster"
import type { Receipt, StoredLine, StoredTransfer } from "../../posting/transfer-columns"
import type { World } from "../../posting/world"
import type { Who } from "../../request-context"
import type { ReceiveTransferInput } from "../../types"
import { heldFor, takeHeld } from "./held"
import { arrivalsInBaseUnits, type AskedArrival, parseArrivals } from "./input"
import { type LineEntries, moveLines, openLevels } from "./move"
import {
  eventOf,
  needsOf,
  onTransfer,
  requireStatus,
  routeOf,
  stepKey,
  type StepOutcome,
} from "./step"

export interface ReceiveRules {
  allowOverReceipt: boolean
  reasons: readonly string[] | null
}

/** Receives a part of a transfer, or all of it. */
export function receiveTransfer(
  who: Who,
  id: string,
  input: ReceiveTransferInput,
  rules: ReceiveRules
): StockCall<StepOutcome, unknown> {
  const entered = parseArrivals(input.lines ?? [], rules.reasons)
  return onTransfer(who, id, {
    key: stepKey("receive", id, input),
    needs: needsOf,
    decide(world, transfer) {
      requireStatus(transfer, ["pending", "partial"], "received")
      const asked = arrivalsInBaseUnits(world, entered)
      const rest = input.accept_rest ? theRest(transfer.lines, asked) : []
      const arrivals = [...asked, ...rest.map((one) => ({ ...one, reason: null, note: null }))]
      if (!arrivals.length) {
        throw Refusal.invalid("lines", "must say what was accepted or rejected")
      }
      const { after, receipt } = arrive(world, who, transfer, arrivals, {
        ...rules,
        note: input.note ?? null,
      })
      const before = new Set(transfer.lines)
      return {
        transfer: after,
        fate: "updated",
        changedLines: after.lines.filter((line) => !before.has(line)),
        receipt,
        event: eventOf("received", { note: input.note }),
      }
    },
  })
}

/**
 * Posts what arrivals do.
 *
 * @throws Refusal for items that the transfer does not carry, or for more than is outstanding
 */
export function arrive(
  world: World,
  who: Who,
  transfer: StoredTransfer,
  arrivals: AskedArrival[],
  rules: { allowOverReceipt: boolean; note: string | null }
): { after: StoredTransfer; receipt: Receipt } {
  const { lines, received, excess, strangers } = receive(transfer.lines, arrivals)
  if (strangers.length) {
    throw Refusal.invalid(
      "lines",
      `name items that the transfer does not carry: ${strangers.join(", ")}`
    )
  }
  if (excess.length && !rules.allowOverReceipt) {
    throw overReceipt(excess)
  }
  const before = new Map(transfer.lines.map((line) => [line.itemId, line]))
  const receipt: Receipt = { id: newId("itrec"), lines: [] }
  const parts = received.map((arrival) => {
    const line = before.get(arrival.itemId) as StoredLine
    const { part, held } = arriveLine(world, transfer, line, arrival)
    receipt.lines.push({ ...arrival, held })
    return part
  })
  moveLines(world, who, "transfer_in", transfer.id, parts, {
    note: rules.note,
    reason: onlyReason(arrivals),
  })
  return { after: { ...transfer, lines, status: progressOf(lines) }, receipt }
}

function arriveLine(
  world: World,
  transfer: StoredTransfer,
  line: StoredLine,
  arrival: Received<AskedArrival>
): { part: LineEntries; held: Quantity } {
  const returned = arrival.disposition === "return_to_origin" ? arrival.rejected : ZERO
  const leaving = arrival.accepted.plus(arrival.rejected).minus(returned)
  const held =
    transfer.deduction === "on_receipt" ? least(heldFor(world, line, leaving), leaving) : ZERO
  takeHeld(world, line, held)
  const entries = receiptEntries(routeOf(transfer), { ...arrival, held })
  openLevels(world, entries)
  return { part: { line, entries }, held }
}

/** A movement has one reason: that of the rejected units, where they have one in common. */
function onlyReason(arrivals: AskedArrival[]): string | null {
  const reasons = new Set(arrivals.flatMap(({ reason }) => reason ?? []))
  return reasons.size === 1 ? [...reasons][0] : null
}

function overReceipt(
  excess: { itemId: string; outstanding: Quantity; arrived: Quantity }[]
): Refusal {
  return Refusal.notAllowed(
    `More would be received than is outstanding: ${excess
      .map(
        ({ itemId, outstanding, arrived }) =>
          `item ${itemId} (outstanding ${outstanding.toFixed()}, arrived ${arrived.toFixed()})`
      )
      .join(", ")}`,
    {
      excess: excess.map(({ itemId, outstanding, arrived }) => ({
        inventory_item_id: itemId,
        outstanding: outstanding.toFixed(),
        arrived: arrived.toFixed(),
      })),
    }
  )
}

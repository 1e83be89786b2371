import { reverse } from "../../../../core/movement"
import { least, type Quantity, ZERO } from "../../../../core/quantity"
import {
  endEntries,
  keptAs,
  progressOf,
  receiptEntries,
  sendEntries,
  unreceive,
} from "../../../../core/transfer"
import { freeReserved } from "../../../../core/level"
import type { StockCall } from "../../posting/poster"
import type { ReceiptLine, StoredLine, StoredTransfer } from "../../posting/transfer-columns"
import { receiptLines, wasWrittenOff } from "../../posting/transfer-store"
import type { World } from "../../posting/world"
import type { Who } from "../../request-context"
import { unheldOf } from "../cover"
import { type Ending, endOutstanding } from "./end"
import { heldFor, holdBack, takeHeld } from "./held"
import { type LineEntries, moveLines, possible } from "./move"
import { eventOf, needsOf, onTransfer, routeOf, type StepOutcome } from "./step"

/*
 * What workflows do when a later step of theirs fails. Somebody else may have gone on with the transfer
 * meanwhile: what he did stands, and the books stay right.
 */

const TAKEN_BACK = { reason: "taken_back" }

/** Takes back that a transfer was sent: it is a draft again, or, where something has arrived, cancelled. */
export function takeBackPending(who: Who, id: string): StockCall<StepOutcome, unknown> {
  return onTransfer(who, id, {
    needs: needsOf,
    decide(world, transfer) {
      if (transfer.status !== "pending" && transfer.status !== "partial") {
        return null
      }
      const ended = endOutstanding(world, who, transfer, "canceled", {
        ...{ writeOff: false, note: null },
        ...TAKEN_BACK,
      })
      const untouched = transfer.status === "pending"
      const after: StoredTransfer = untouched
        ? {
            ...ended,
            ...{ status: "draft", deduction: null },
            lines: ended.lines.map((line) => ({ ...line, ended: ZERO, held: ZERO })),
          }
        : ended
      return {
        transfer: after,
        fate: "updated",
        changedLines: after.lines,
        event: eventOf("taken_back", TAKEN_BACK),
      }
    },
  })
}

/** Takes a receipt back. What is outstanding by that of a transfer that has ended, ends as the rest did. */
export function takeBackReceipt(
  who: Who,
  id: string,
  receiptId: string
): StockCall<StepOutcome, unknown> {
  return onTransfer(who, id, {
    needs: needsOf,
    load: async (run) => ({
      arrived: await receiptLines(run, receiptId, id),
      writeOff: await wasWrittenOff(run, id),
    }),
    decide(world, transfer, { arrived, writeOff }) {
      if (!arrived.length) {
        return null
      }
      const ending = endingOf(transfer)
      const lines = new Map(transfer.lines.map((line) => [line.itemId, line]))
      const parts = arrived.map((arrival) => {
        const line = lines.get(arrival.itemId) as StoredLine
        const { part, before } = unarrive(world, transfer, line, arrival)
        lines.set(line.itemId, before)
        return part
      })
      moveLines(world, who, "transfer_in", id, parts, TAKEN_BACK)
      const now = transfer.lines.map((line) => lines.get(line.itemId) as StoredLine)
      const open: StoredTransfer = { ...transfer, lines: now, status: progressOf(now) }
      const about = { ...TAKEN_BACK, writeOff }
      const after = ending
        ? endOutstanding(world, who, open, ending, { ...about, note: null })
        : open
      return {
        transfer: after,
        fate: "updated",
        changedLines: after.lines,
        takenBackId: receiptId,
        event: eventOf("taken_back", ending ? about : TAKEN_BACK),
      }
    },
  })
}

/** How a transfer has ended; null while it is on its way, or when everything has arrived. */
function endingOf({ status, lines }: StoredTransfer): Ending | null {
  if (!lines.some(({ ended }) => ended.isGreaterThan(0))) {
    return null
  }
  return status === "canceled" ? "canceled" : "closed"
}

function unarrive(
  world: World,
  transfer: StoredTransfer,
  line: StoredLine,
  arrival: ReceiptLine
): { part: LineEntries; before: StoredLine } {
  const { line: before, counted } = unreceive(line, arrival)
  const held = line.lineItemId
    ? least(arrival.held, unheldOf(world, line.lineItemId, line.itemId))
    : ZERO
  const entries = possible(
    world,
    reverse(receiptEntries(routeOf(transfer), { ...arrival, counted, held }))
  )
  // What was kept as damaged and has left since is taken from what is available.
  const kept = keptAs(arrival.disposition)
  const at = { itemId: line.itemId, locationId: transfer.destinationId }
  const level = world.openLevel(at)
  if (kept && level) {
    const has = kept === "reserved" ? freeReserved(level) : level.balances[kept]
    const missing = arrival.rejected.minus(least(arrival.rejected, has))
    entries.push(
      { ...at, state: kept, quantity: missing },
      { ...at, state: "available", quantity: missing.negated() }
    )
  }
  return { part: { line, entries }, before: holdBack(world, transfer, before, held) }
}

/** Takes back that a transfer was cancelled or closed: it is on its way again. */
export function reopenTransfer(who: Who, id: string): StockCall<StepOutcome, unknown> {
  return onTransfer(who, id, {
    needs: needsOf,
    load: (run) => wasWrittenOff(run, id),
    decide(world, transfer, writeOff) {
      const ended = transfer.lines.filter((line) => line.ended.isGreaterThan(0))
      if (!ended.length) {
        return null
      }
      const parts = ended.map((line) => sendAgain(world, transfer, line, writeOff))
      moveLines(world, who, "transfer_out", id, parts, TAKEN_BACK)
      const lines = transfer.lines.map((line) => ({ ...line, ended: ZERO }))
      return {
        transfer: { ...transfer, lines, status: progressOf(lines) },
        fate: "updated",
        changedLines: lines,
        event: eventOf("taken_back", TAKEN_BACK),
      }
    },
  })
}

function sendAgain(
  world: World,
  transfer: StoredTransfer,
  line: StoredLine,
  wasWrittenOff: boolean
): LineEntries {
  const route = routeOf(transfer)
  const units = (held: Quantity) => ({ itemId: line.itemId, quantity: line.ended, held })
  if (wasWrittenOff) {
    const entries = reverse(endEntries(route, units(ZERO), { writeOff: true }))
    return { line, entries: possible(world, entries) }
  }
  const held =
    route.deduction === "on_pending" ? heldFor(world, line, least(line.held, line.ended)) : ZERO
  takeHeld(world, line, held)
  return { line, entries: possible(world, sendEntries(route, units(held))) }
}

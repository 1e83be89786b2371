import { ZERO } from "../../../../core/quantity"
import { endEntries, outstanding } from "../../../../core/transfer"
import type { StockCall } from "../../posting/poster"
import type { StoredLine, StoredTransfer } from "../../posting/transfer-columns"
import type { World } from "../../posting/world"
import type { Who } from "../../request-context"
import type { EndTransferInput } from "../../types"
import { refuseReason } from "../by-hand"
import { heldAgain, heldFor, holdBack, takeHeld } from "./held"
import { moveLines, possible } from "./move"
import {
  eventOf,
  needsOf,
  onTransfer,
  requireStatus,
  routeOf,
  stepKey,
  type StepOutcome,
} from "./step"

/** How a transfer ends before everything has arrived. */
export type Ending = "canceled" | "closed"

/** Cancels a transfer, or closes it short: what is outstanding goes back, or is written off. */
export function endTransfer(
  who: Who,
  id: string,
  ending: Ending,
  input: EndTransferInput,
  rules: { reasons: readonly string[] | null }
): StockCall<StepOutcome, unknown> {
  refuseReason(input.reason, rules.reasons)
  return onTransfer(who, id, {
    key: stepKey(ending, id, input),
    needs: needsOf,
    decide(world, transfer) {
      requireStatus(
        transfer,
        ["pending", "partial"],
        ending === "canceled" ? "cancelled" : "closed short"
      )
      const writeOff = input.write_off ?? false
      const ended = endOutstanding(world, who, transfer, ending, {
        writeOff,
        reason: input.reason ?? null,
        note: input.note ?? null,
      })
      const before = new Set(transfer.lines)
      return {
        transfer: ended,
        fate: "updated",
        changedLines: ended.lines.filter((line) => !before.has(line)),
        event: eventOf(ending, { reason: input.reason, note: input.note, writeOff }),
      }
    },
  })
}

/** Posts that what is outstanding will not arrive. It only puts back, so it is never refused. */
export function endOutstanding(
  world: World,
  who: Who,
  transfer: StoredTransfer,
  ending: Ending,
  about: { writeOff: boolean; reason: string | null; note: string | null }
): StoredTransfer {
  const open = transfer.lines.filter((line) => outstanding(line).isGreaterThan(0))
  const ended = open.map((line) => endLine(world, transfer, line, about.writeOff))
  moveLines(
    world,
    who,
    ending === "canceled" ? "transfer_cancel" : "transfer_close",
    transfer.id,
    ended,
    { reason: about.reason, note: about.note }
  )
  const after = new Map(ended.map(({ line, hold }) => [line.id, hold()]))
  return {
    ...transfer,
    status: ending === "canceled" ? "canceled" : "received",
    lines: transfer.lines.map((line) => after.get(line.id) ?? line),
  }
}

function endLine(world: World, transfer: StoredTransfer, line: StoredLine, writeOff: boolean) {
  const route = routeOf(transfer)
  const quantity = outstanding(line)
  const now = route.deduction === "on_pending"
  const back = now && !writeOff ? heldAgain(world, line, quantity) : ZERO
  const taken = !now && writeOff ? heldFor(world, line, quantity) : ZERO
  const entries = possible(
    world,
    endEntries(route, { ...line, quantity, held: back.plus(taken) }, { writeOff })
  )
  takeHeld(world, line, taken)
  const origin = { itemId: line.itemId, locationId: transfer.originId }
  const ended = { ...line, ended: line.ended.plus(quantity) }
  return {
    line,
    entries,
    /** Once the units are back in `reserved`. */
    hold: () => (world.openLevel(origin) ? holdBack(world, transfer, ended, back) : ended),
  }
}

import { ZERO } from "../../../../core/quantity"
import { endEntries } from "../../../../core/transfer"
import type { MissedEnd } from "../../posting/transfer-store"
import type { World } from "../../posting/world"
import type { Who } from "../../request-context"
import { moveLines, possible } from "./move"

/**
 * Posts the end of a transfer for an item that was deleted then, and is back: it is expected no more, and
 * goes back to the origin unless it was written off.
 */
export function catchUp(world: World, who: Who, end: MissedEnd): void {
  const { route, writeOff, transferId, status } = end
  const kind = status === "canceled" ? "transfer_cancel" : "transfer_close"
  const entries = endEntries(route, { ...end, held: ZERO }, { writeOff })
  moveLines(world, who, kind, transferId, [{ line: end, entries: possible(world, entries) }])
}

import { least, type Quantity, ZERO } from "../quantity"
import type { RejectDisposition } from "./disposition"
import { outstanding, type TransferLine } from "./transfer"

/** What somebody says has arrived of an item. */
export interface Arrival {
  itemId: string
  accepted: Quantity
  rejected: Quantity
  disposition: RejectDisposition
}

/** An arrival, and by how much it has made less outstanding. */
export type Received<A extends Arrival> = A & { counted: Quantity }

/** What receiving comes to, for the caller to refuse or apply. */
export interface Receiving<L extends TransferLine, A extends Arrival> {
  /** All lines of the transfer, as they are afterwards. */
  lines: L[]
  received: Received<A>[]
  /** Where more arrived than was outstanding. */
  excess: { itemId: string; outstanding: Quantity; arrived: Quantity }[]
  /** Items that the transfer does not carry. */
  strangers: string[]
}

/** Counts arrivals, one after the other, against what is outstanding of each line. */
export function receive<L extends TransferLine, A extends Arrival>(
  lines: L[],
  arrivals: A[]
): Receiving<L, A> {
  const after = new Map(lines.map((line) => [line.itemId, line]))
  const result: Receiving<L, A> = { lines, received: [], excess: [], strangers: [] }
  for (const arrival of arrivals) {
    const line = after.get(arrival.itemId)
    if (!line) {
      result.strangers.push(arrival.itemId)
      continue
    }
    const open = outstanding(line)
    const arrived = arrival.accepted.plus(arrival.rejected)
    if (arrived.isGreaterThan(open)) {
      result.excess.push({ itemId: line.itemId, outstanding: open, arrived })
    }
    result.received.push({ ...arrival, counted: least(arrived, open) })
    after.set(line.itemId, {
      ...line,
      accepted: line.accepted.plus(arrival.accepted),
      rejected: line.rejected.plus(arrival.rejected),
    })
  }
  result.lines = lines.map(({ itemId }) => after.get(itemId) as L)
  return result
}

/** Everything that is outstanding once the arrivals have been counted, accepted. */
export function theRest(lines: TransferLine[], arrivals: Arrival[]): Arrival[] {
  return receive(lines, arrivals)
    .lines.map((line) => ({ itemId: line.itemId, accepted: outstanding(line) }))
    .filter(({ accepted }) => accepted.isGreaterThan(0))
    .map((one) => ({ ...one, rejected: ZERO, disposition: "discard" }))
}

/**
 * Takes an arrival back from a line, for a workflow that fails later.
 *
 * @returns the line, and by how much more is outstanding of it
 */
export function unreceive<L extends TransferLine>(
  line: L,
  { accepted, rejected }: Pick<Arrival, "accepted" | "rejected">
): { line: L; counted: Quantity } {
  const before = {
    ...line,
    accepted: line.accepted.minus(accepted),
    rejected: line.rejected.minus(rejected),
  }
  return { line: before, counted: outstanding(before).minus(outstanding(line)) }
}

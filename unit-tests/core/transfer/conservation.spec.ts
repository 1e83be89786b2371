import fc from "fast-check"

import { type Entry, reverse } from "../../../src/core/movement"
import { exact, least, type Quantity, total, ZERO } from "../../../src/core/quantity"
import type { State } from "../../../src/core/state"
import {
  endEntries,
  ORIGIN_DEDUCTIONS,
  type OriginDeduction,
  outstanding,
  progressOf,
  receive,
  receiptEntries,
  REJECT_DISPOSITIONS,
  type RejectDisposition,
  sendEntries,
  type TransferLine,
  unreceive,
} from "../../../src/core/transfer"
import { lineOf, routeOf } from "./world"

type Op =
  | { op: "receive"; accepted: number; rejected: number; disposition: RejectDisposition }
  | { op: "take back" }
  | { op: "end"; writeOff: boolean }

const ops: fc.Arbitrary<Op> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      op: fc.constant("receive" as const),
      accepted: fc.nat(8),
      rejected: fc.nat(4),
      disposition: fc.constantFrom(...REJECT_DISPOSITIONS),
    }),
  },
  { weight: 1, arbitrary: fc.record({ op: fc.constant("take back" as const) }) },
  { weight: 1, arbitrary: fc.record({ op: fc.constant("end" as const), writeOff: fc.boolean() }) }
)

interface Arrived {
  accepted: Quantity
  rejected: Quantity
  disposition: RejectDisposition
}

/** A transfer of one line and the ledger that it leaves, checked after every step. */
class Voyage {
  line: TransferLine
  readonly entries: Entry[] = []
  private lost = ZERO
  private readonly arrived: Arrived[] = []
  private over = false

  constructor(
    private readonly deduction: OriginDeduction,
    quantity: number,
    private held: Quantity
  ) {
    this.line = lineOf(quantity)
    const sent = deduction === "on_pending" ? least(this.line.quantity, held) : ZERO
    this.post(sendEntries(this.route, { itemId: "TEA", quantity: this.line.quantity, held: sent }))
    this.check()
  }

  do(op: Op): void {
    if (this.over && op.op !== "take back") return
    if (op.op === "receive") this.receive(op)
    else if (op.op === "take back") this.takeBack()
    else this.end(op.writeOff)
    this.check()
  }

  private receive({ accepted, rejected, disposition }: Op & { op: "receive" }): void {
    const arrival = { accepted: exact(accepted), rejected: exact(rejected), disposition }
    const { lines, received } = receive([this.line], [{ itemId: "TEA", ...arrival }])
    const leaving = accepted + (disposition === "return_to_origin" ? 0 : rejected)
    const held = this.deduction === "on_receipt" ? least(exact(leaving), this.held) : ZERO
    this.held = this.held.minus(held)
    this.post(receiptEntries(this.route, { ...received[0], held }))
    if (disposition === "discard") this.lost = this.lost.plus(rejected)
    this.line = lines[0]
    this.arrived.push(arrival)
  }

  private takeBack(): void {
    const arrival = this.arrived.pop()
    if (!arrival) return
    const { line, counted } = unreceive(this.line, arrival)
    const back = { ...arrival, itemId: "TEA", counted, held: ZERO }
    this.post(reverse(receiptEntries(this.route, back)))
    if (arrival.disposition === "discard") this.lost = this.lost.minus(arrival.rejected)
    this.line = line
  }

  private end(writeOff: boolean): void {
    const quantity = outstanding(this.line)
    this.post(endEntries(this.route, { itemId: "TEA", quantity, held: ZERO }, { writeOff }))
    if (writeOff) this.lost = this.lost.plus(quantity)
    this.line = { ...this.line, ended: this.line.ended.plus(quantity) }
    this.over = true
  }

  private get route() {
    return routeOf(this.deduction)
  }

  private post(entries: Entry[]): void {
    this.entries.push(...entries)
  }

  sum(filter: (entry: Entry) => boolean): number {
    return total(this.entries.filter(filter).map(({ quantity }) => quantity)).toNumber()
  }

  private check(): void {
    const at = (place: string, state: State) =>
      this.sum(({ locationId, state: its }) => locationId === place && its === state)
    const open = outstanding(this.line).toNumber()
    expect(this.sum(() => true)).toBe(0 - this.lost.toNumber())
    expect(at("Lyon", "incoming")).toBe(open)
    expect(at("Berlin", "incoming")).toBe(this.deduction === "on_receipt" ? 0 - open : 0)
    expect(at("Lyon", "available")).toBe(this.line.accepted.toNumber())
    if (!this.over) {
      const { accepted, rejected, quantity } = this.line
      const arrived = accepted.plus(rejected)
      expect(progressOf([this.line])).toBe(
        arrived.isGreaterThanOrEqualTo(quantity)
          ? "received"
          : arrived.isZero()
            ? "pending"
            : "partial"
      )
    }
  }
}

describe.each(ORIGIN_DEDUCTIONS)("any sequence of steps, %s,", (deduction) => {
  it("loses only what was discarded or written off, and expects what is outstanding", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.nat(25),
        fc.array(ops, { maxLength: 12 }),
        (quantity, held, sequence) => {
          const voyage = new Voyage(deduction, quantity, exact(held))
          sequence.forEach((op) => voyage.do(op))
        }
      ),
      { numRuns: 500 }
    )
  })
})

it("receives no unit twice, however the arrivals are cut, unless more arrived than was sent", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 50 }),
      fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { maxLength: 10 }),
      (quantity, pairs) => {
        const { received, excess, lines } = receive(
          [lineOf(quantity)],
          pairs.map(([accepted, rejected]) => ({
            itemId: "TEA",
            accepted: exact(accepted),
            rejected: exact(rejected),
            disposition: "discard" as const,
          }))
        )
        const counted = total(received.map((one) => one.counted)).toNumber()
        const arrived = pairs.reduce((sum, [accepted, rejected]) => sum + accepted + rejected, 0)
        expect(counted).toBe(Math.min(quantity, arrived))
        expect(excess.length > 0).toBe(arrived > quantity)
        expect(lines[0].accepted.plus(lines[0].rejected).toNumber()).toBe(arrived)
      }
    )
  )
})

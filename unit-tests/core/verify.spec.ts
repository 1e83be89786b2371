import { ZERO, exact } from "../../src/core/quantity"
import { inspect, inspectCore, type LevelEvidence } from "../../src/core/verify"
import { BERLIN, level } from "./world"

/** TEA in Berlin, in line: available 5.5, committed 2, reserved 1 (by a reservation), damaged 0.5 */
const inLine = (): LevelEvidence => {
  const { balances } = level(BERLIN, { available: 5.5, committed: 2, reserved: 1, damaged: 0.5 })
  return {
    ...BERLIN,
    stored: { balances, reservedByReservations: exact(1), sequence: 6 },
    ledger: { sums: balances, rows: 6, lastSequence: 6 },
    medusa: {
      stocked: exact(9),
      reserved: exact(3.5),
      incoming: ZERO,
      rawStocked: exact("9.0"),
      rawReserved: exact(3.5),
      rawIncoming: ZERO,
    },
    reservations: { committed: exact(2), reserved: exact(1) },
  }
}

describe("verifying a level", () => {
  it("finds nothing where all agree", () => {
    expect(inspect(inLine(), ZERO)).toEqual([])
  })

  it.each<[string, (evidence: LevelEvidence) => void, string, string]>([
    [
      "a state that was edited",
      (one) => (one.ledger.sums = { ...one.ledger.sums, damaged: exact(0) }),
      "state_differs_from_ledger",
      "damaged",
    ],
    ["a hole in the ledger", (one) => (one.ledger.rows = 5), "ledger_incomplete", "sequence"],
    [
      "Medusa's stocked quantity",
      (one) => (one.medusa.stocked = one.medusa.rawStocked = exact(8)),
      "medusa_column_differs",
      "stocked_quantity",
    ],
    [
      "Medusa's reserved quantity",
      (one) => (one.medusa.reserved = one.medusa.rawReserved = exact(2)),
      "medusa_column_differs",
      "reserved_quantity",
    ],
    [
      "a raw column",
      (one) => (one.medusa.rawIncoming = exact(1)),
      "raw_column_differs",
      "incoming_quantity",
    ],
    [
      "a reservation that is gone",
      (one) => (one.reservations.committed = exact(1)),
      "reservations_differ",
      "committed",
    ],
    ["a level that the ledger lacks", (one) => (one.stored = null), "not_in_ledger", "level"],
  ])("finds %s", (_, spoil, cause, subject) => {
    const evidence = inLine()
    spoil(evidence)
    expect(inspect(evidence, ZERO)).toEqual([
      expect.objectContaining({ cause, subject, inventory_item_id: "TEA", location_id: "Berlin" }),
    ])
  })

  it("on Medusa's tables alone, finds a counter that is not its reservations", () => {
    expect(inspectCore(inLine())).toEqual([
      expect.objectContaining({ cause: "reservations_differ", expected: "3", actual: "3.5" }),
    ])
  })
})

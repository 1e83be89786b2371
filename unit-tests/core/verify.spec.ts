import fc from "fast-check"

import { type Level, medusaColumns } from "../../src/core/level"
import { exact, type Quantity, ZERO } from "../../src/core/quantity"
import { type State, STATES } from "../../src/core/state"
import { type Drift, inspect, inspectCore, type LevelEvidence } from "../../src/core/verify"
import { decimals, levelOf, levels } from "./world"

/** What every place says of a level that is in line. */
function inLine(level: Level): LevelEvidence {
  const { stocked, reserved, incoming } = medusaColumns(level.balances)
  const { itemId, locationId, balances, reservedByReservations, heldForOrders, sequence } = level
  return {
    ...{
      itemId,
      locationId,
      stored: { balances, reservedByReservations, heldForOrders, sequence },
    },
    ledger: { sums: { ...balances }, rows: sequence, lastSequence: sequence },
    medusa: {
      ...{ stocked, reserved, incoming },
      ...{ rawStocked: stocked, rawReserved: reserved, rawIncoming: incoming },
    },
    reservations: { committed: balances.committed, reserved: reservedByReservations },
    holds: heldForOrders,
  }
}

/** 12 on hand at Berlin; reservations hold 3 committed and 2 reserved. */
const BOLT = inLine(
  levelOf(
    { available: 6, committed: 3, reserved: 2, damaged: 1, incoming: 4 },
    { reservedByReservations: exact(2), sequence: 7 }
  )
)

const told = (drifts: Drift[]) =>
  drifts.map(({ cause, subject, expected, actual }) => [cause, subject, expected, actual].join(" "))

type Tamper = (evidence: LevelEvidence) => LevelEvidence
const stored =
  (more: Partial<NonNullable<LevelEvidence["stored"]>>): Tamper =>
  (evidence) => ({
    ...evidence,
    stored: { ...(evidence.stored as NonNullable<LevelEvidence["stored"]>), ...more },
  })
const balance =
  (state: State, quantity: number): Tamper =>
  (evidence) =>
    stored({
      balances: {
        ...(evidence.stored as NonNullable<LevelEvidence["stored"]>).balances,
        [state]: exact(quantity),
      },
    })(evidence)
const medusa =
  (more: Partial<LevelEvidence["medusa"]>): Tamper =>
  (evidence) => ({
    ...evidence,
    medusa: { ...evidence.medusa, ...more },
  })
const ledger =
  (more: Partial<LevelEvidence["ledger"]>): Tamper =>
  (evidence) => ({
    ...evidence,
    ledger: { ...evidence.ledger, ...more },
  })
const reservations =
  (more: Partial<LevelEvidence["reservations"]>): Tamper =>
  (evidence) => ({
    ...evidence,
    reservations: { ...evidence.reservations, ...more },
  })

describe("inspecting a level", () => {
  it("that is in line finds nothing", () => {
    expect(inspect(BOLT, ZERO)).toEqual([])
    fc.assert(fc.property(levels, (level) => expect(inspect(inLine(level), ZERO)).toEqual([])))
  })

  it("says which level it is", () => {
    const [drift] = inspect(balance("fulfilled", 1)(BOLT), ZERO)
    expect(drift).toMatchObject({ inventory_item_id: "BOLT", location_id: "Berlin" })
  })

  it.each<[string, Tamper, string[]]>([
    [
      "without a state",
      (evidence) => ({ ...evidence, stored: null }),
      ["not_in_ledger level an opening movement none"],
    ],
    [
      "available changed by hand",
      balance("available", 9),
      ["state_differs_from_ledger available 6 9", "medusa_column_differs stocked_quantity 15 12"],
    ],
    [
      "fulfilled changed by hand",
      balance("fulfilled", 9),
      ["state_differs_from_ledger fulfilled 0 9"],
    ],
    [
      "committed changed by hand",
      balance("committed", 4),
      [
        "state_differs_from_ledger committed 3 4",
        "medusa_column_differs stocked_quantity 13 12",
        "medusa_column_differs reserved_quantity 7 6",
        "reservations_differ committed 3 4",
      ],
    ],
    [
      "what is held changed by hand",
      stored({ reservedByReservations: exact(1) }),
      ["reservations_differ reserved 2 1"],
    ],
    [
      "a ledger sum that is missing",
      ledger({
        sums: { available: exact(6), committed: exact(3), reserved: exact(2), incoming: exact(4) },
      }),
      ["state_differs_from_ledger damaged 0 1"],
    ],
    ["a row missing", ledger({ rows: 6 }), ["ledger_incomplete sequence 7 6 rows, last 7"]],
    [
      "the last row missing",
      ledger({ rows: 6, lastSequence: 6 }),
      ["ledger_incomplete sequence 7 6 rows, last 6"],
    ],
    [
      "stocked_quantity overwritten",
      medusa({ stocked: exact(20), rawStocked: exact(20) }),
      ["medusa_column_differs stocked_quantity 12 20"],
    ],
    [
      "reserved_quantity overwritten",
      medusa({ reserved: exact(0), rawReserved: exact(0) }),
      ["medusa_column_differs reserved_quantity 6 0"],
    ],
    [
      "incoming_quantity overwritten",
      medusa({ incoming: exact(1), rawIncoming: exact(1) }),
      ["medusa_column_differs incoming_quantity 4 1"],
    ],
    [
      "only a raw column overwritten",
      medusa({ rawIncoming: exact("4.5") }),
      ["raw_column_differs incoming_quantity 4.5 4"],
    ],
    [
      "a reservation of a line more",
      reservations({ committed: exact(5) }),
      ["reservations_differ committed 5 3"],
    ],
    [
      "a bare reservation less",
      reservations({ reserved: exact(0) }),
      ["reservations_differ reserved 0 2"],
    ],
  ])("finds %s", (_, tamper, drifts) => {
    expect(told(inspect(tamper(BOLT), ZERO))).toEqual(drifts)
  })

  it("finds any single figure that is off, by however little", () => {
    const figures: ((evidence: LevelEvidence, off: Quantity) => LevelEvidence)[] = [
      ...STATES.map((state) => (evidence: LevelEvidence, off: Quantity) => {
        const { balances } = evidence.stored as NonNullable<LevelEvidence["stored"]>
        return stored({ balances: { ...balances, [state]: balances[state].plus(off) } })(evidence)
      }),
      ...STATES.map((state) => (evidence: LevelEvidence, off: Quantity) => {
        const sums = { ...evidence.ledger.sums, [state]: evidence.ledger.sums[state]?.plus(off) }
        return ledger({ sums })(evidence)
      }),
      ...(
        ["stocked", "rawStocked", "reserved", "rawReserved", "incoming", "rawIncoming"] as const
      ).map(
        (name) => (evidence: LevelEvidence, off: Quantity) =>
          medusa({ [name]: evidence.medusa[name].plus(off) })(evidence)
      ),
      ...(["committed", "reserved"] as const).map(
        (name) => (evidence: LevelEvidence, off: Quantity) =>
          reservations({ [name]: evidence.reservations[name].plus(off) })(evidence)
      ),
    ]
    fc.assert(
      fc.property(levels, fc.constantFrom(...figures), decimals, (level, tamper, off) => {
        fc.pre(!off.isZero())
        expect(inspect(tamper(inLine(level), off), ZERO)).not.toEqual([])
      })
    )
  })
})

describe("inspecting a level of Medusa's own module", () => {
  it.each<[string, Tamper, string[]]>([
    [
      "a counter that equals its reservations",
      medusa({ reserved: exact(5), rawReserved: exact(5) }),
      [],
    ],
    ["a counter above them", (evidence) => evidence, ["reservations_differ reserved_quantity 5 6"]],
    [
      "a counter below them",
      medusa({ reserved: exact(-1), rawReserved: exact(-1) }),
      ["reservations_differ reserved_quantity 5 -1"],
    ],
    [
      "columns that disagree",
      medusa({ reserved: exact(5), rawReserved: exact(4), rawStocked: exact(0) }),
      ["raw_column_differs stocked_quantity 0 12", "raw_column_differs reserved_quantity 4 5"],
    ],
  ])("%s", (_, tamper, drifts) => {
    expect(told(inspectCore(tamper(BOLT)))).toEqual(drifts)
  })
})

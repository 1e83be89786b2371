import { medusaColumns, type Balances } from "./level"
import type { Quantity } from "./quantity"
import { type State, STATES } from "./state"

/**
 * What can be wrong with a level.
 *
 * - `not_in_ledger` Medusa has the level, the ledger does not
 * - `state_differs_from_ledger` a state was changed without a ledger row
 * - `ledger_incomplete` ledger rows are missing: the sequence has holes
 * - `medusa_column_differs` something wrote Medusa's own columns behind Stockroom's back
 * - `raw_column_differs` Medusa's numeric column and its exact companion disagree
 * - `reservations_differ` live reservations do not add up to what the level has set aside
 * - `holds_differ` what is held for orders does not add up to what the level has set aside for them
 * - `transfers_differ` what is expected of transfers is not what is outstanding of them
 * - `orphan_reservation` a live reservation where there is no level
 * - `not_in_medusa` the ledger has the level open, Medusa has none
 */
export type DriftCause =
  | "not_in_ledger"
  | "state_differs_from_ledger"
  | "ledger_incomplete"
  | "medusa_column_differs"
  | "raw_column_differs"
  | "reservations_differ"
  | "holds_differ"
  | "transfers_differ"
  | "orphan_reservation"
  | "not_in_medusa"

/** One figure that is not what it should be. */
export interface Drift {
  inventory_item_id: string
  location_id: string
  cause: DriftCause
  /** The state, column or reservation that is off. */
  subject: string
  expected: string
  actual: string
}

/** Everything that is known of a level, from every place that knows it. */
export interface LevelEvidence {
  itemId: string
  locationId: string
  stored: {
    balances: Balances
    reservedByReservations: Quantity
    heldForOrders: Quantity
    sequence: number
  } | null
  ledger: { sums: Partial<Record<State, Quantity>>; rows: number; lastSequence: number }
  medusa: {
    stocked: Quantity
    reserved: Quantity
    incoming: Quantity
    rawStocked: Quantity
    rawReserved: Quantity
    rawIncoming: Quantity
  }
  reservations: { committed: Quantity; reserved: Quantity }
  /** The sum of the live holds there. */
  holds: Quantity
}

/** Compares level, ledger, Medusa's columns and reservations; empty when all agree. */
export function inspect(evidence: LevelEvidence, zero: Quantity): Drift[] {
  const { stored, ledger, medusa, reservations } = evidence
  const drifts: Drift[] = []
  const compare = (cause: DriftCause, subject: string, expected: Quantity, actual: Quantity) => {
    if (!expected.isEqualTo(actual)) {
      drifts.push({
        inventory_item_id: evidence.itemId,
        location_id: evidence.locationId,
        cause,
        subject,
        expected: expected.toFixed(),
        actual: actual.toFixed(),
      })
    }
  }
  compare("raw_column_differs", "stocked_quantity", medusa.rawStocked, medusa.stocked)
  compare("raw_column_differs", "reserved_quantity", medusa.rawReserved, medusa.reserved)
  compare("raw_column_differs", "incoming_quantity", medusa.rawIncoming, medusa.incoming)
  if (!stored) {
    drifts.push({
      inventory_item_id: evidence.itemId,
      location_id: evidence.locationId,
      cause: "not_in_ledger",
      subject: "level",
      expected: "an opening movement",
      actual: "none",
    })
    return drifts
  }
  for (const state of STATES) {
    const sum = ledger.sums[state] ?? zero
    compare("state_differs_from_ledger", state, sum, stored.balances[state])
  }
  if (ledger.rows !== ledger.lastSequence || ledger.lastSequence !== stored.sequence) {
    drifts.push({
      inventory_item_id: evidence.itemId,
      location_id: evidence.locationId,
      cause: "ledger_incomplete",
      subject: "sequence",
      expected: String(stored.sequence),
      actual: `${ledger.rows} rows, last ${ledger.lastSequence}`,
    })
  }
  const columns = medusaColumns(stored.balances)
  compare("medusa_column_differs", "stocked_quantity", columns.stocked, medusa.stocked)
  compare("medusa_column_differs", "reserved_quantity", columns.reserved, medusa.reserved)
  compare("medusa_column_differs", "incoming_quantity", columns.incoming, medusa.incoming)
  compare("reservations_differ", "committed", reservations.committed, stored.balances.committed)
  compare("reservations_differ", "reserved", reservations.reserved, stored.reservedByReservations)
  compare("holds_differ", "reserved", evidence.holds, stored.heldForOrders)
  return drifts
}

/**
 * The check that can be made before Stockroom takes over, on Medusa's own tables: does the counter
 * equal its reservations?
 */
export function inspectCore(evidence: LevelEvidence): Drift[] {
  const { medusa, reservations } = evidence
  const sum = reservations.committed.plus(reservations.reserved)
  const key = { inventory_item_id: evidence.itemId, location_id: evidence.locationId }
  const drifts: Drift[] = []
  if (!sum.isEqualTo(medusa.reserved)) {
    drifts.push({
      ...key,
      cause: "reservations_differ",
      subject: "reserved_quantity",
      expected: sum.toFixed(),
      actual: medusa.reserved.toFixed(),
    })
  }
  for (const [subject, numeric, raw] of [
    ["stocked_quantity", medusa.stocked, medusa.rawStocked],
    ["reserved_quantity", medusa.reserved, medusa.rawReserved],
    ["incoming_quantity", medusa.incoming, medusa.rawIncoming],
  ] as const) {
    if (!numeric.isEqualTo(raw)) {
      drifts.push({
        ...key,
        cause: "raw_column_differs",
        subject,
        expected: raw.toFixed(),
        actual: numeric.toFixed(),
      })
    }
  }
  return drifts
}

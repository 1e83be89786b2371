import { EMPTY_BALANCES, freeReserved, type Level } from "./level"
import type { Entry } from "./movement"
import { atLeastZero, type Quantity } from "./quantity"
import { STATES } from "./state"

/** What Medusa's own columns and live reservations say of a level. */
export interface MedusaFigures {
  stocked: Quantity
  reserved: Quantity
  incoming: Quantity
  /** Sum of the live reservations with a line item. */
  committedByReservations: Quantity
  /** Sum of the live reservations without one. */
  reservedByReservations: Quantity
}

/** How a level is brought in line with Medusa's figures. */
export interface Reconciliation {
  entries: Entry[]
  reservedByReservations: Quantity
  /** `unexplained`: the counter was above what explains it; `counter_raised`: it was below. */
  finding: "unexplained" | "counter_raised" | null
  /** By how much the counter was off. */
  difference: Quantity
}

/**
 * Takes over a level as Medusa's module left it. What is stocked is kept, and live reservations are
 * the truth: a counter above what they explain puts the difference into `reserved`, a counter below
 * it is raised, and `available` falls.
 *
 * @param level - what the ledger has so far; an empty level on a first install
 */
export function reconcile(level: Level, medusa: MedusaFigures): Reconciliation {
  const { balances } = level
  const committed = atLeastZero(medusa.committedByReservations)
  const held = atLeastZero(medusa.reservedByReservations).plus(level.heldForOrders)
  const free = atLeastZero(freeReserved(level))
  const [damaged, safety, qualityControl] = [
    balances.damaged,
    balances.safety,
    balances.quality_control,
  ].map(atLeastZero)
  const explained = committed.plus(held).plus(free).plus(damaged).plus(safety).plus(qualityControl)
  const difference = medusa.reserved.minus(explained)
  const unexplained = atLeastZero(difference)
  const target = {
    ...balances,
    committed,
    reserved: held.plus(free).plus(unexplained),
    damaged,
    safety,
    quality_control: qualityControl,
    incoming: medusa.incoming,
    available: medusa.stocked.minus(explained).minus(unexplained),
  }
  return {
    entries: STATES.map((state) => ({
      itemId: level.itemId,
      locationId: level.locationId,
      state,
      quantity: target[state].minus(balances[state]),
    })).filter(({ quantity }) => !quantity.isZero()),
    reservedByReservations: atLeastZero(medusa.reservedByReservations),
    finding: difference.isZero()
      ? null
      : difference.isGreaterThan(0)
        ? "unexplained"
        : "counter_raised",
    difference: difference.abs(),
  }
}

/** What the movement that brings a level in line says of the counter; null where it was right. */
export function findingNote({ finding, difference }: Reconciliation): string | null {
  return (
    finding &&
    `Medusa's reserved counter was ${difference.toFixed()} ${finding === "unexplained" ? "above" : "below"} what explains it`
  )
}

/** What closing a level takes out of it. */
export function emptying(level: Level): Entry[] {
  return STATES.map((state) => ({
    itemId: level.itemId,
    locationId: level.locationId,
    state,
    quantity: EMPTY_BALANCES[state].minus(level.balances[state]),
  }))
}

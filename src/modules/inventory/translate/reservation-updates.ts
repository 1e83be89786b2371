import type { LevelKey } from "../../../core/level"
import type { Entry } from "../../../core/movement"
import { parseNonNegative } from "../../../core/quantity"
import { Refusal } from "../../../core/refusal"
import {
  refuseShortage,
  type ReservationChange,
  stateOf,
  takeEntries,
} from "../../../core/reservation"
import type { StockCall } from "../posting/poster"
import type { World } from "../posting/world"
import type { Who } from "../request-context"
import type { Reservation } from "../types"
import { trimHolds } from "./holds"
import { findRemainders, type Remainders } from "./remainders"
import {
  heldEntries,
  quantityField,
  referencesOf,
  refuseInactive,
  type UpdateReservationInput,
} from "./reservations"

/**
 * Medusa's `updateReservationItems`; the last of several updates of one reservation wins.
 *
 * @param settled - order lines whose quantities and places have been set together with the stock
 */
export function updateReservations(
  who: Who,
  inputs: UpdateReservationInput[],
  settled: ReadonlySet<string> = new Set()
): StockCall<Reservation[], Remainders> {
  const quantities = inputs.map((input, index) =>
    input.quantity === undefined
      ? undefined
      : parseNonNegative(input.quantity, quantityField(inputs.length, index))
  )
  return {
    needs: {
      reservationIds: inputs.map(({ id }) => id),
      levelsFor: (reservations) => levelsOfUpdates(inputs, reservations),
    },
    load: who.flow ? undefined : (run) => findRemainders(run, inputs, quantities),
    decide(world, remainders) {
      // Of a settled line, others may have used up what was there when Medusa read it.
      const isGone = ({ id }: UpdateReservationInput) => {
        const found = world.reservation(id)
        return Boolean(found?.deletedAt && settled.has(found.lineItemId ?? ""))
      }
      refuseUnknown(
        world,
        inputs.filter((input) => !isGone(input))
      )
      const changes = new Map<string, ReservationChange & { after: Reservation }>()
      inputs.forEach((input, index) => {
        if (isGone(input)) {
          return
        }
        const stored = world.reservation(input.id) as Reservation
        const before = changes.get(input.id)?.after ?? stored
        const isSettled = settled.has(before.lineItemId ?? "")
        const stays = isSettled || (before === stored && remainders?.has(index))
        const after: Reservation = {
          ...before,
          itemId: input.inventory_item_id ?? before.itemId,
          locationId: stays ? before.locationId : (input.location_id ?? before.locationId),
          quantity: (isSettled ? undefined : quantities[index]) ?? before.quantity,
          lineItemId: input.line_item_id === undefined ? before.lineItemId : input.line_item_id,
          allowBackorder: input.allow_backorder ?? before.allowBackorder,
          description: input.description === undefined ? before.description : input.description,
          externalId: input.external_id === undefined ? before.externalId : input.external_id,
          createdBy: input.created_by === undefined ? before.createdBy : input.created_by,
          metadata: mergeMetadata(before.metadata, input.metadata),
        }
        if (!after.quantity.isEqualTo(before.quantity)) {
          const field = quantityField(inputs.length, index)
          world.inBaseUnits(after.quantity, { itemId: after.itemId, field })
        }
        changes.set(input.id, {
          before: stored,
          after,
        })
      })
      const all = [...changes.values()]
      world.requireLevels(all.map(({ after }) => after))
      refuseInactive(
        world,
        all.flatMap(({ before, after }) => (before?.locationId === after.locationId ? [] : [after]))
      )
      if (who.flow?.kind !== "cancel_fulfilment") {
        refuseShortage(all, (key) => world.levelBefore(key))
      }
      for (const { before, after } of all) {
        replace(world, who, before as Reservation, after)
        world.putReservation(after, "updated")
        trimHolds(world, who, before as Reservation)
      }
      return inputs.map(
        ({ id }) => changes.get(id)?.after ?? (world.reservation(id) as Reservation)
      )
    },
  }
}

/**
 * Every level that a reservation may come to: each item that it has or is given, at each location that
 * it has or is given, because of several updates one may leave it where it is.
 */
function levelsOfUpdates(
  inputs: UpdateReservationInput[],
  reservations: Map<string, Reservation>
): LevelKey[] {
  const reach = new Map<string, { items: Set<string>; locations: Set<string> }>()
  for (const { id, inventory_item_id: itemId, location_id: locationId } of inputs) {
    const reservation = reservations.get(id)
    if (reservation) {
      const { items, locations } = reach.get(id) ?? { items: new Set(), locations: new Set() }
      items.add(reservation.itemId).add(itemId ?? reservation.itemId)
      locations.add(reservation.locationId).add(locationId ?? reservation.locationId)
      reach.set(id, { items, locations })
    }
  }
  return [...reach.values()].flatMap(({ items, locations }) =>
    [...items].flatMap((itemId) => [...locations].map((locationId) => ({ itemId, locationId })))
  )
}

/** Exchanges a live reservation for another, as one movement where both are of one kind. */
function replace(world: World, who: Who, before: Reservation, after: Reservation): void {
  const entries: Entry[] = [...heldEntries(world, before), ...takeEntries(after)]
  const grows = after.quantity.isGreaterThanOrEqualTo(before.quantity)
  const [take_, release] =
    stateOf(after) === "committed"
      ? (["commit", "release"] as const)
      : (["reserve", "unreserve"] as const)
  world.move(who, {
    kind: grows ? take_ : release,
    entries,
    references: referencesOf(after),
  })
}

function refuseUnknown(world: World, inputs: UpdateReservationInput[]): void {
  const unknown = inputs
    .map(({ id }) => id)
    .filter((id) => {
      const reservation = world.reservation(id)
      return !reservation || reservation.deletedAt
    })
  if (unknown.length) {
    throw new Refusal("invalid_data", `Reservation item with id ${unknown.join(", ")} not found`, {
      ids: unknown,
    })
  }
}

function mergeMetadata(
  before: Record<string, unknown> | null,
  update: Record<string, unknown> | null | undefined
): Record<string, unknown> | null {
  return update === undefined ? before : update === null ? null : { ...before, ...update }
}

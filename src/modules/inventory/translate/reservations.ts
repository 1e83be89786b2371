import type { InventoryTypes } from "@medusajs/framework/types"

import { levelName, type LevelKey } from "../../../core/level"
import { type Entry, reverse } from "../../../core/movement"
import { parseNonNegative, ZERO } from "../../../core/quantity"
import { Refusal } from "../../../core/refusal"
import { refuseShortage, takeEntries } from "../../../core/reservation"
import { newId } from "../ids"
import type { StockCall } from "../posting/poster"
import type { World } from "../posting/world"
import { isShopper, type Who } from "../request-context"
import type { Reservation } from "../types"
import { holdAgain, trimHolds } from "./holds"

export type CreateReservationInput = InventoryTypes.CreateReservationItemInput & { id?: string }
export type UpdateReservationInput = InventoryTypes.UpdateReservationItemInput & {
  inventory_item_id?: string
  line_item_id?: string | null
  external_id?: string | null
  created_by?: string | null
}

/** Reads what Medusa's `createReservationItems` is given. */
export function parseReservations(inputs: CreateReservationInput[]): Reservation[] {
  return inputs.map((input, index): Reservation => {
    const at = inputs.length > 1 ? `[${index}].` : ""
    requireText(input.inventory_item_id, `${at}inventory_item_id`)
    requireText(input.location_id, `${at}location_id`)
    return {
      id: newId("resitem", input.id),
      itemId: input.inventory_item_id,
      locationId: input.location_id,
      lineItemId: input.line_item_id ?? null,
      quantity: parseNonNegative(input.quantity, quantityField(inputs.length, index)),
      allowBackorder: input.allow_backorder ?? false,
      externalId: input.external_id ?? null,
      description: input.description ?? null,
      createdBy: input.created_by ?? null,
      metadata: input.metadata ?? null,
      createdAt: null,
      updatedAt: null,
      deletedAt: null,
    }
  })
}

/** How a refusal names a reservation's quantity. */
export function quantityField(count: number, index: number): string {
  return count > 1 ? `[${index}].quantity` : "quantity"
}

/** Medusa's `createReservationItems`: available → committed, or → reserved without a line item. */
export function createReservations(
  who: Who,
  inputs: CreateReservationInput[]
): StockCall<Reservation[]> {
  const wanted = parseReservations(inputs)
  return {
    needs: { levels: wanted.map(levelOf) },
    decide(world) {
      world.requireLevels(wanted)
      refuseInactive(world, wanted)
      wanted.forEach(({ itemId, quantity }, index) =>
        world.inBaseUnits(quantity, { itemId, field: quantityField(wanted.length, index) })
      )
      refuseShortage(
        wanted.map((after) => ({ before: null, after })),
        (key) => world.levelBefore(key),
        { figures: !isShopper(who) }
      )
      for (const reservation of wanted) {
        take(world, who, reservation)
        world.putReservation(reservation, "created")
      }
      return wanted
    },
  }
}

/**
 * `createReservationItems` when a fulfilment is cancelled: the reservations of its lines have been made
 * together with the stock that came back, and are found; what is of other lines is made where it is
 * named.
 */
export function createReservationsOnce(
  who: Who,
  inputs: CreateReservationInput[],
  settled: ReadonlySet<string>
): StockCall<Reservation[]> {
  const wanted = parseReservations(inputs)
  const others = wanted.filter(({ lineItemId }) => !settled.has(lineItemId ?? ""))
  return {
    needs: { levels: wanted.map(levelOf), reservationsOfLineItems: [...settled] },
    decide(world) {
      world.requireLevels(others)
      for (const reservation of others) {
        // The units have just come back there; it only puts back.
        take(world, who, reservation)
        world.putReservation(reservation, "created")
      }
      return wanted.map((reservation) =>
        others.includes(reservation)
          ? reservation
          : (world
              .allReservations()
              .find(
                (one) =>
                  !one.deletedAt &&
                  one.lineItemId === reservation.lineItemId &&
                  levelName(one) === levelName(reservation)
              ) ?? { ...reservation, quantity: ZERO, deletedAt: new Date() })
      )
    },
  }
}

/** Which live reservations a deletion is about. */
export type ReservationSelector =
  { ids: string[] } | { lineItemIds: string[] } | { locationIds: string[] }

/**
 * Deletes live reservations and gives their units back; those that are gone already are passed
 * over, so that no unit is given back twice. Deleting by line item leaves a mark even where there
 * was nothing to delete: restoring by line item goes back to the latest mark and no further.
 */
export function deleteReservations(
  who: Who,
  selector: ReservationSelector,
  mode: "soft" | "hard",
  settled: ReadonlySet<string> = new Set()
): StockCall<string[]> {
  return {
    needs:
      "ids" in selector
        ? { reservationIds: selector.ids }
        : "lineItemIds" in selector
          ? { reservationsOfLineItems: selector.lineItemIds }
          : { reservationsOfLocations: selector.locationIds },
    decide(world) {
      const selected = world
        .allReservations()
        .filter((reservation) => matches(reservation, selector))
        // A settled line's reservation goes when nothing is left of it.
        .filter(
          ({ lineItemId, quantity }) =>
            !("ids" in selector) || !settled.has(lineItemId ?? "") || quantity.isZero()
        )
      const live = selected.filter(({ deletedAt }) => !deletedAt)
      const reason = "lineItemIds" in selector ? BY_LINE_ITEM : null
      for (const reservation of live) {
        giveBack(world, who, reservation, { reason })
        world.putReservation(
          { ...reservation, deletedAt: new Date() },
          mode === "hard" ? "deleted" : "updated"
        )
        const deletedId = mode === "soft" ? reservation.id : null
        trimHolds(world, who, reservation, { deletedId, reason })
      }
      if (mode === "hard") {
        selected
          .filter(({ deletedAt }) => deletedAt)
          .forEach((reservation) => world.putReservation(reservation, "deleted"))
      }
      if ("lineItemIds" in selector) {
        const cleared = new Set(live.map(({ lineItemId }) => lineItemId))
        selector.lineItemIds
          .filter((lineItemId) => !cleared.has(lineItemId))
          .forEach((lineItemId) =>
            world.move(
              who,
              {
                kind: "release",
                reason: BY_LINE_ITEM,
                entries: [],
                references: { line_item_id: lineItemId },
              },
              { keepEmpty: true }
            )
          )
      }
      return live.map(({ id }) => id)
    },
  }
}

/** Restores deleted reservations by id; those that are live are passed over. Never refused for lack of stock. */
export function restoreReservations(who: Who, ids: string[]): StockCall<string[]> {
  return {
    needs: { reservationIds: ids },
    decide: (world) =>
      restore(
        world,
        who,
        world.allReservations().filter(({ id, deletedAt }) => deletedAt && ids.includes(id))
      ),
  }
}

/**
 * Takes back the latest deletion by line item, if nothing has happened to the line's reservations
 * since: that is what a failing workflow means by restoring. Reservations that were used up or
 * deleted earlier stay gone.
 */
export function restoreReservationsByLineItem(
  who: Who,
  lineItemIds: string[]
): StockCall<string[], Set<string>> {
  return {
    needs: { deletedReservationsOfLineItems: lineItemIds },
    load: async (run) =>
      new Set(
        (await run<{ reservation_id: string }>(LATEST_DELETION, [lineItemIds])).map(
          ({ reservation_id }) => reservation_id
        )
      ),
    decide: (world, deletedLast) =>
      restore(
        world,
        who,
        world.allReservations().filter(({ id, deletedAt }) => deletedAt && deletedLast.has(id))
      ),
  }
}

/** Gives a reservation's units back to `available`. */
export function giveBack(
  world: World,
  who: Who,
  reservation: Reservation,
  { reason = null }: { reason?: string | null } = {}
): void {
  world.move(
    who,
    {
      kind: reservation.lineItemId ? "release" : "unreserve",
      reason,
      entries: heldEntries(world, reservation),
      references: referencesOf(reservation),
    },
    markOf(reservation)
  )
}

/**
 * Puts a deleted reservation's units back where they were set aside, whatever is available there; none
 * where there is no level, as when it was deleted.
 */
export function takeAgain(world: World, who: Who, reservation: Reservation): void {
  world.move(
    who,
    {
      kind: "restore",
      entries: reverse(heldEntries(world, reservation)),
      references: referencesOf(reservation),
    },
    markOf(reservation)
  )
}

/**
 * What a reservation gives back. Nothing where its level is gone: Medusa's own module leaves
 * reservations behind when it deletes one, and a reservation of nothing does not keep its level.
 */
export function heldEntries(world: World, reservation: Reservation): Entry[] {
  return world.openLevel(reservation) ? reverse(takeEntries(reservation)) : []
}

/** Sets a reservation's units aside: committed for an order line, else reserved. */
export function take(
  world: World,
  who: Who,
  reservation: Reservation,
  orderId: string | null = null
): void {
  world.move(
    who,
    {
      kind: reservation.lineItemId ? "commit" : "reserve",
      entries: takeEntries(reservation),
      references: { ...referencesOf(reservation), order_id: orderId },
    },
    markOf(reservation)
  )
}

/** What happens to an order line's reservation is kept even if it is of nothing: see restoring by line. */
function markOf({ lineItemId }: Reservation): { keepEmpty: boolean } {
  return { keepEmpty: lineItemId !== null }
}

function restore(world: World, who: Who, reservations: Reservation[]): string[] {
  for (const reservation of reservations) {
    const level = world.openLevel(reservation)
    if (!level) {
      throw Refusal.notFound(
        `Reservation ${reservation.id} cannot be restored: item ${reservation.itemId} is not stocked at location ${reservation.locationId}`,
        { reservation_id: reservation.id }
      )
    }
    takeAgain(world, who, reservation)
    world.putReservation({ ...reservation, deletedAt: null }, "updated")
    // What was let go with it is kept again with it.
    holdAgain(world, who, reservation)
  }
  return reservations.map(({ id }) => id)
}

/** The reason on releases that Medusa asked for by line item, and on the holds that they let go. */
const BY_LINE_ITEM = "line_item"

/** $1: line items. The reservations that each line's latest movement, if a deletion by line item, deleted. */
const LATEST_DELETION = {
  name: "stockroom_latest_deletion",
  text: `
    with latest as (
      select distinct on (line_item_id) line_item_id, created_at, kind, reason
      from inventory_movement
      where line_item_id = any($1::text[])
      order by line_item_id, created_at desc, ordinal desc
    )
    select m.reservation_id
    from latest
    join inventory_movement m on m.line_item_id = latest.line_item_id
      and m.created_at = latest.created_at and m.kind = 'release' and m.reason = '${BY_LINE_ITEM}'
    where latest.kind in ('release', 'unhold') and latest.reason = '${BY_LINE_ITEM}'
      and m.reservation_id is not null`,
}

export function referencesOf({ id, lineItemId }: Reservation) {
  return { reservation_id: id, line_item_id: lineItemId }
}

function levelOf({ itemId, locationId }: Reservation): LevelKey {
  return { itemId, locationId }
}

function matches(reservation: Reservation, selector: ReservationSelector): boolean {
  if ("ids" in selector) {
    return selector.ids.includes(reservation.id)
  }
  if ("lineItemIds" in selector) {
    return reservation.lineItemId !== null && selector.lineItemIds.includes(reservation.lineItemId)
  }
  return selector.locationIds.includes(reservation.locationId)
}

/** Nothing is sold from an inactive location; setting aside by hand stays possible. */
export function refuseInactive(world: World, reservations: Reservation[]): void {
  const inactive = reservations.filter(
    (reservation) => reservation.lineItemId && !world.requireLevel(reservation).active
  )
  if (inactive.length) {
    throw Refusal.notAllowed(
      `Nothing is sold from location ${[...new Set(inactive.map(({ locationId }) => locationId))].join(", ")}: it is inactive`
    )
  }
}

function requireText(value: unknown, field: string): void {
  if (typeof value !== "string" || !value) {
    throw Refusal.invalid(field, "is required")
  }
}

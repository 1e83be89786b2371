import { levelName } from "../../../core/level"
import { type Entry, type MovementKind, reverse } from "../../../core/movement"
import { exact, type Quantity, total } from "../../../core/quantity"
import type { State } from "../../../core/state"
import type { Run } from "../posting/connection"
import type { World } from "../posting/world"
import type { Who } from "../request-context"
import type { Adjustment } from "./adjustment"

/** A movement that the present request has made, to be taken back when the request fails. */
export interface Moved {
  id: string
  orderId: string | null
  lineItemId: string | null
  fulfillmentId: string | null
  reservationId: string | null
  entries: Entry[]
}

/**
 * Takes back what a failing request has done by the adjustment that is undone: the movements that
 * changed `fulfilled` there, and their reservations with them.
 *
 * @returns false where there are no such movements
 */
export function takeBack(
  world: World,
  who: Who,
  { key }: Adjustment,
  moved: Moved[],
  kind: MovementKind
): boolean {
  const mine = moved.filter(({ entries }) =>
    entries.some((entry) => entry.state === "fulfilled" && levelName(entry) === levelName(key))
  )
  for (const movement of mine) {
    world.move(who, {
      kind,
      reason: "taken_back",
      entries: reverse(movement.entries),
      reversesId: movement.id,
      references: {
        order_id: movement.orderId,
        line_item_id: movement.lineItemId,
        fulfillment_id: movement.fulfillmentId,
        reservation_id: movement.reservationId,
      },
    })
    const reservation = world.reservation(movement.reservationId ?? "")
    if (reservation) {
      const quantity = reservation.quantity.minus(committedBy(movement))
      world.putReservation(
        {
          ...reservation,
          quantity,
          deletedAt: quantity.isZero() ? (reservation.deletedAt ?? new Date()) : null,
        },
        "updated"
      )
    }
  }
  return mine.length > 0
}

/** How much a movement has added to what is committed. */
function committedBy({ entries }: Moved): Quantity {
  return total(entries.filter(({ state }) => state === "committed").map(({ quantity }) => quantity))
}

/** The movements of a kind that the present request has made and nobody has taken back. */
export async function loadMoved(run: Run, who: Who, kind: MovementKind): Promise<Moved[]> {
  if (!who.correlationId) {
    return []
  }
  const rows = await run<{
    id: string
    order_id: string | null
    line_item_id: string | null
    fulfillment_id: string | null
    reservation_id: string | null
    inventory_item_id: string
    location_id: string
    state: State
    quantity: string
  }>(MOVED, [who.correlationId, kind])
  const movements = new Map<string, Moved>()
  for (const row of rows) {
    const movement = movements.get(row.id) ?? {
      id: row.id,
      orderId: row.order_id,
      lineItemId: row.line_item_id,
      fulfillmentId: row.fulfillment_id,
      reservationId: row.reservation_id,
      entries: [],
    }
    movements.set(row.id, movement)
    movement.entries.push({
      itemId: row.inventory_item_id,
      locationId: row.location_id,
      state: row.state,
      quantity: exact(row.quantity),
    })
  }
  return [...movements.values()]
}

const MOVED = {
  name: "stockroom_moved",
  text: `
    select m.id, m.order_id, m.line_item_id, m.fulfillment_id, m.reservation_id,
      t.inventory_item_id, t.location_id, t.state, t.quantity::text
    from inventory_movement m
    join inventory_transaction t on t.movement_id = m.id
    where m.correlation_id = $1 and m.kind = $2
      and not exists (select 1 from inventory_movement u where u.reverses_id = m.id)
    order by m.created_at, m.ordinal, t.id`,
}

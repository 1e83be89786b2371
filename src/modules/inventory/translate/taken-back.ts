import { levelName, type LevelKey } from "../../../core/level"
import { type Entry, type MovementKind, reverse } from "../../../core/movement"
import { exact, type Quantity, total } from "../../../core/quantity"
import type { State } from "../../../core/state"
import type { Run } from "../posting/connection"
import type { World } from "../posting/world"
import type { Who } from "../request-context"

/** A movement that the present request has made, to be taken back when the request fails. */
export interface Moved {
  id: string
  orderId: string | null
  lineItemId: string | null
  fulfillmentId: string | null
  reservationId: string | null
  entries: Entry[]
}

/** Those of the movements that changed what is `fulfilled` at one of the levels. */
export function movedAt(moved: Moved[], keys: LevelKey[]): Moved[] {
  const names = new Set(keys.map(levelName))
  return moved.filter(({ entries }) =>
    entries.some((entry) => entry.state === "fulfilled" && names.has(levelName(entry)))
  )
}

/** Takes back movements of a failing request, and what they did to reservations with them. */
export function takeBack(world: World, who: Who, moved: Moved[], kind: MovementKind): void {
  for (const movement of moved) {
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

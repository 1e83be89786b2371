import type { Quantity } from "../../../core/quantity"
import type { Run } from "../posting/connection"
import type { UpdateReservationInput } from "./reservations"

/** Which of several updates of reservations are about the remainder of a fulfilment, by their places. */
export type Remainders = ReadonlySet<number>

/**
 * Outside a request that says what it does, an order line's reservation that shrinks and is to move at
 * once may be the remainder of a fulfilment from another location, which stays committed where it was:
 * Medusa has then just taken from that location what the reservation loses. Where nothing has been taken,
 * somebody moves the reservation.
 */
export async function findRemainders(
  run: Run,
  inputs: UpdateReservationInput[],
  quantities: (Quantity | undefined)[]
): Promise<Remainders> {
  const likely = inputs.flatMap((input, place) =>
    input.location_id !== undefined && quantities[place] !== undefined ? place : []
  )
  if (!likely.length) {
    return new Set()
  }
  const rows = await run<{ place: number }>(TAKEN_BEFORE, [
    likely,
    likely.map((place) => inputs[place].id),
    likely.map((place) => inputs[place].inventory_item_id ?? null),
    likely.map((place) => inputs[place].location_id),
    likely.map((place) => quantities[place]?.toFixed()),
  ])
  return new Set(rows.map(({ place }) => place))
}

/**
 * $1: places of updates, $2: reservations, $3: items, $4: locations, $5: quantities. Those of which
 * just the difference has been taken at the location by an adjustment since the reservation was changed
 * last.
 */
const TAKEN_BEFORE = {
  name: "stockroom_taken_before",
  text: `
    select k.place
    from unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::numeric[])
      as k (place, id, item, location, quantity)
    join reservation_item r on r.id = k.id and r.line_item_id is not null
      and r.quantity > k.quantity and r.location_id <> k.location
      and coalesce(k.item, r.inventory_item_id) = r.inventory_item_id
    where exists (
      select 1 from inventory_transaction t
      join inventory_movement m on m.id = t.movement_id and m.kind = 'adjust' and m.reason is null
      where t.inventory_item_id = r.inventory_item_id and t.location_id = k.location
        and t.created_at > greatest(r.updated_at, now() - interval '10 minutes')
        and t.state = 'available' and t.quantity = k.quantity - r.quantity)`,
}

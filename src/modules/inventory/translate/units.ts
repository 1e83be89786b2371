import type { Quantity } from "../../../core/quantity"
import { Refusal } from "../../../core/refusal"
import { STATES } from "../../../core/state"
import { isInSteps, type Unit } from "../../../core/units"
import type { Run } from "../posting/connection"
import type { World } from "../posting/world"

/** Stock that is no whole number of steps, and where it is. */
export interface OffSteps {
  what: string
  quantity: string
  location_id: string | null
  transfer_id: string | null
}

/** How many a refusal names. */
const NAMED = 20

/** What is on its way of an item and is no whole number of steps. */
export async function offStepLines(
  run: Run,
  itemId: string,
  increment: Quantity
): Promise<OffSteps[]> {
  return await run<OffSteps>(OFF_STEP_LINES, [itemId, increment.toFixed()])
}

/**
 * Refuses a base unit whose steps the item's stock is not in: levels, what reservations keep of them, and
 * what is on its way. What has left does not count.
 *
 * @throws Refusal `not_allowed` naming where
 */
export function refuseOffSteps(world: World, itemId: string, base: Unit, lines: OffSteps[]): void {
  const off = [...levelsOff(world, base), ...reservationsOff(world, base), ...lines]
  if (off.length) {
    throw Refusal.notAllowed(
      `Stock of item ${itemId} is not in multiples of ${base.increment.toFixed()}, the increment of the base unit "${base.name}": ${off
        .slice(0, NAMED)
        .map(({ what, quantity }) => `${what} is ${quantity}`)
        .join(", ")}`,
      { inventory_item_id: itemId, count: off.length, off: off.slice(0, NAMED) }
    )
  }
}

function levelsOff(world: World, base: Unit): OffSteps[] {
  return world.openLevels().flatMap(({ locationId, balances }) =>
    STATES.filter((state) => state !== "fulfilled" && !isInSteps(balances[state], base)).map(
      (state) => ({
        what: `${state} at location ${locationId}`,
        quantity: balances[state].toFixed(),
        location_id: locationId,
        transfer_id: null,
      })
    )
  )
}

function reservationsOff(world: World, base: Unit): OffSteps[] {
  return world
    .allReservations()
    .filter(({ deletedAt, quantity }) => !deletedAt && !isInSteps(quantity, base))
    .map(({ id, quantity, locationId }) => ({
      what: `reservation ${id}`,
      quantity: quantity.toFixed(),
      location_id: locationId,
      transfer_id: null,
    }))
}

/** $1: item, $2: increment. */
const OFF_STEP_LINES = {
  name: "stockroom_units_off_step_lines",
  text: `
    select 'transfer ' || t.number as what, trim_scale(o.quantity)::text as quantity,
      null as location_id, t.id as transfer_id
    from inventory_transfer_line l
    join inventory_transfer t on t.id = l.transfer_id and t.deleted_at is null
      and t.status in ('pending', 'partial')
    cross join lateral (select l.quantity - l.accepted - l.rejected - l.ended as quantity) o
    where l.inventory_item_id = $1 and mod(o.quantity, $2::numeric) <> 0
    order by t.number`,
}

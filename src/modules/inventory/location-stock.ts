import { Refusal } from "../../core/refusal"
import type { Run } from "./posting/connection"
import { COUNTED } from "./stock-order"
import { traitsOf } from "./traits"
import type { DeactivationPreview, LocationFigures } from "./types"

/** More obstacles than these are counted, not listed. */
const LISTED = 200

/** How many levels a location has, counted as far as the list of levels counts. */
export async function locationFigures(read: Run, id: string): Promise<LocationFigures> {
  const [row] = await read<LocationFigures>(FIGURES, [id, COUNTED, traitsOf({ onHand: true })])
  return row
}

/**
 * What stands against taking a location out of use, and what would have to be moved; changes nothing.
 *
 * @throws Refusal `not_found`
 */
export async function previewDeactivation(read: Run, id: string): Promise<DeactivationPreview> {
  const [location] = await read<{ levels: number }>(FREE, [id])
  if (!location) {
    throw Refusal.notFound(`Stock location ${id} was not found`, { location_id: id })
  }
  const obstacles = await read<DeactivationPreview["obstacles"][number] & { all: number }>(
    OBSTACLES,
    [id, LISTED]
  )
  const { length } = obstacles
  return {
    location_id: id,
    obstacles: obstacles.map(({ all: _, ...obstacle }) => obstacle),
    more_obstacles: length ? obstacles[0].all - length : 0,
    to_move: location,
  }
}

const FIGURES = {
  name: "stockroom_location_figures",
  text: `
    select
      (select count(*)::int from (
        select from inventory_level_state
        where location_id = $1 and level_id is not null limit $2) l) as levels,
      (select count(*)::int from (
        select from inventory_level_state
        where location_id = $1 and level_id is not null and traits = any($3::smallint[])
        limit $2) l) as stocked_levels,
      (select count(*)::int from (
        select from inventory_level_state
        where location_id = $1 and level_id is not null and below_zero limit $2) l
      ) as levels_below_zero`,
}

/** What people may move, as the deactivation itself takes it out. */
const FREE = {
  name: "stockroom_location_free",
  text: `
    select count(s.id)::int as levels
    from inventory_location o
    left join inventory_level_state s on s.location_id = o.id and s.level_id is not null
      and (available <> 0 or reserved <> 0 or damaged <> 0 or safety <> 0 or quality_control <> 0)
    where o.id = $1
    group by o.id`,
}

/** The reasons of the deactivation's own refusal; a reservation counts once, where its level shows it. */
const OBSTACLES = {
  name: "stockroom_location_obstacles",
  text: `
    select *, (count(*) over ())::int as all from (
      select s.inventory_item_id, o.obstacle, trim_scale(o.quantity)::text as quantity
      from inventory_level_state s
      cross join lateral (values
        ('committed', s.committed),
        ('incoming', s.incoming),
        ('below_zero', least(s.available, 0)),
        ('reserved', s.reserved_by_reservations),
        ('held', s.held_for_orders)
      ) as o (obstacle, quantity)
      where s.location_id = $1 and s.level_id is not null and o.quantity <> 0
      union all
      select r.inventory_item_id, 'reserved', trim_scale(r.quantity)::text
      from reservation_item r
      where r.location_id = $1 and r.deleted_at is null and not exists (
        select from inventory_level_state s
        where s.inventory_item_id = r.inventory_item_id and s.location_id = r.location_id
          and s.level_id is not null)
    ) obstacles
    order by obstacle, inventory_item_id
    limit $2`,
}

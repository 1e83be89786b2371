import { isEmpty, type LevelKey } from "../../core/level"
import { HAND_STATES } from "../../core/state"
import { type KnownLocation, reasonsAgainst, refusal } from "./locations"
import type { Run } from "./posting/connection"
import type { StockCall } from "./posting/poster"
import type { Who } from "./request-context"
import { closeLevel } from "./translate/levels"

/** Levels that are closed by one transaction. */
const BATCH = 500

/**
 * Refuses, with every reason, that a location is deleted while anything is left there. What stands
 * against deactivating it does, and so does free stock.
 */
export function requireEmptyLocation(locationId: string): StockCall<void> {
  return {
    needs: { levelsOfLocations: [locationId], reservationsOfLocations: [locationId] },
    decide(world) {
      const levels = world.openLevels().filter((level) => level.locationId === locationId)
      const reasons = reasonsAgainst(world, locationId, levels)
      const stocked = levels.filter(({ balances }) =>
        HAND_STATES.some((state) => balances[state].isGreaterThan(0))
      )
      if (stocked.length) {
        reasons.push(
          `it still has stock of ${stocked.length} items: deactivate it first with a destination to move it to (POST /admin/stockroom/locations/${locationId}/deactivate)`
        )
      }
      if (reasons.length) {
        throw refusal(locationId, "deleted", reasons)
      }
    },
  }
}

/**
 * Finds out which locations have been deleted although levels are open there, also before Stockroom
 * knew of them, and marks them.
 *
 * @param known - reads those of some locations that the store has
 */
export async function markDeleted(
  run: Run,
  known: (ids: string[]) => Promise<KnownLocation[] | null>
): Promise<string[]> {
  const missing = (await run<{ id: string }>(MISSING)).map(({ id }) => id)
  // Asked again, so that a location that was made while the list was read is not taken for gone.
  const there = missing.length ? await known(missing) : []
  if (!there) {
    return []
  }
  const gone = missing.filter((id) => !there.some((one) => one.id === id))
  if (gone.length) {
    await run(MARK, [gone])
  }
  return gone
}

/** Open levels at a location with nothing in them, as many as are closed at once. */
export async function emptyLevelsAt(run: Run, locationId: string): Promise<LevelKey[]> {
  const rows = await run<{ inventory_item_id: string }>(EMPTY_AT, [locationId, BATCH])
  return rows.map((row) => ({ itemId: row.inventory_item_id, locationId }))
}

/** Closes those of the levels that are open and have nothing in them. */
export function closeEmptyLevels(who: Who, keys: LevelKey[]): StockCall<void> {
  return {
    alone: true,
    needs: { levels: keys },
    decide(world) {
      keys
        .flatMap((key) => world.openLevel(key) ?? [])
        .filter(isEmpty)
        .forEach((level) => closeLevel(world, who, level, "soft"))
    },
  }
}

/**
 * Locations of open levels that the store does not have, as far as Stockroom knows. There are few
 * locations and many levels: each step goes to the next location in the index.
 */
const MISSING = {
  name: "",
  text: `
    with recursive place as (
      (select min(location_id) as id from inventory_level_state)
      union all
      select (select min(s.location_id) from inventory_level_state s where s.location_id > place.id)
      from place where place.id is not null
    )
    select place.id from place
    left join inventory_location o on o.id = place.id and o.deleted_at is null
    where place.id is not null and o.id is null and exists (
      select 1 from inventory_level_state s
      where s.location_id = place.id and s.level_id is not null)
    order by place.id`,
}

const MARK = {
  name: "",
  text: `
    insert into inventory_location (id, deleted_at) select id, now() from unnest($1::text[]) as x (id)
    on conflict (id) do nothing`,
}

/** $1: the location, $2: how many. A reservation that a level does not count keeps it open. */
const EMPTY_AT = {
  name: "",
  text: `
    select s.inventory_item_id from inventory_level_state s
    where s.location_id = $1 and s.level_id is not null
      and s.available = 0 and s.committed = 0 and s.reserved = 0 and s.damaged = 0 and s.safety = 0
      and s.quality_control = 0 and s.incoming = 0
      and not exists (
        select 1 from reservation_item r where r.inventory_item_id = s.inventory_item_id
          and r.location_id = s.location_id and r.deleted_at is null)
    order by s.inventory_item_id limit $2`,
}

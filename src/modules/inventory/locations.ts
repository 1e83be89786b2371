import type { Level, LevelKey } from "../../core/level"
import type { Entry } from "../../core/movement"
import { Refusal } from "../../core/refusal"
import { HAND_STATES } from "../../core/state"
import { newId } from "./ids"
import type { Run } from "./posting/connection"
import type { StockCall } from "./posting/poster"
import type { World } from "./posting/world"
import type { Who } from "./request-context"
import type { DeactivateInput } from "./types"

/** A stock location as the Stock Location Module and its channel links have it. */
export interface KnownLocation {
  id: string
  sales_channel_ids: string[]
}

/**
 * Takes over which locations there are and which channels each serves; settings that are there
 * stay as they are. Locations that are gone are removed where they hold nothing.
 *
 * @returns whether anything was new
 */
export async function syncLocations(run: Run, locations: KnownLocation[]): Promise<boolean> {
  const [{ changed }] = await run<{ changed: boolean }>(SYNC, [JSON.stringify(locations)])
  return changed
}

/** The levels at a location that are open, to be locked for emptying it. */
export async function levelsAt(run: Run, locationId: string): Promise<LevelKey[]> {
  const rows = await run<{ inventory_item_id: string }>(LEVELS_AT, [locationId])
  return rows.map((row) => ({ itemId: row.inventory_item_id, locationId }))
}

/**
 * Takes a location out of use. Refused, with every reason, while anything stands against it; what
 * is left that people may move goes to the destination, all or nothing.
 */
export function deactivateLocation(
  who: Who,
  locationId: string,
  keys: LevelKey[],
  input: DeactivateInput
): StockCall<{ moved: number; movement_id: string | null }, LevelKey[]> {
  const { destination_id: destinationId = null } = input
  if (destinationId === locationId) {
    throw Refusal.invalid("destination_id", "must be another location")
  }
  return {
    alone: true,
    needs: {
      levels: [
        ...keys,
        ...(destinationId ? keys.map(({ itemId }) => ({ itemId, locationId: destinationId })) : []),
      ],
      reservationsOfLocations: [locationId],
    },
    load: async (run) => {
      if (destinationId) {
        await requireActive(run, destinationId)
      }
      await run(DEACTIVATE, [locationId])
      await run(DEACTIVATE_LEVELS, [locationId])
      return await levelsAt(run, locationId)
    },
    decide(world, now) {
      const known = new Set(keys.map(({ itemId }) => itemId))
      if (now.some(({ itemId }) => !known.has(itemId))) {
        throw Refusal.conflict(`Levels were opened at location ${locationId} meanwhile; try again`)
      }
      const levels = keys.flatMap((key) => world.openLevel(key) ?? [])
      const reasons = reasonsAgainst(world, locationId, levels)
      if (reasons.length) {
        throw refusal(locationId, "deactivated", reasons)
      }
      const entries = levels.flatMap((level) => takeOut(level))
      if (!entries.length) {
        return { moved: 0, movement_id: null }
      }
      if (!destinationId) {
        throw Refusal.notAllowed(
          `Location ${locationId} still has stock of ${new Set(entries.map(({ itemId }) => itemId)).size} items: name a destination_id to move it to`,
          { location_id: locationId, needs_destination: true }
        )
      }
      const arriving = entries.map((entry) => ({
        ...entry,
        locationId: destinationId,
        quantity: entry.quantity.negated(),
      }))
      for (const { itemId } of arriving) {
        const key = { itemId, locationId: destinationId }
        if (!world.openLevel(key)) {
          world.open(key, newId("ilev"), "opened")
        }
      }
      const movement = world.move(who, {
        kind: "relocate",
        reason: input.reason,
        note: input.note,
        entries: [...entries, ...arriving],
      })
      return { moved: entries.length, movement_id: movement?.id ?? null }
    },
  }
}

/** Puts a location back into use. */
export async function activateLocation(run: Run, locationId: string): Promise<void> {
  await run(ACTIVATE, [locationId])
  await run(ACTIVATE_LEVELS, [locationId])
}

function takeOut(level: Level): Entry[] {
  return HAND_STATES.map((state) => ({
    itemId: level.itemId,
    locationId: level.locationId,
    state,
    quantity: level.balances[state].negated(),
  })).filter(({ quantity }) => !quantity.isZero())
}

/** What stands against giving a location up, whose levels and reservations were locked. */
export function reasonsAgainst(world: World, locationId: string, levels: Level[]): string[] {
  const reservations = world
    .allReservations()
    .filter((one) => !one.deletedAt && one.locationId === locationId)
  return [
    ...levels.flatMap((level) => {
      const { itemId, balances } = level
      return [
        ...(balances.committed.isZero()
          ? []
          : [`item ${itemId}: ${balances.committed.toFixed()} committed to orders`]),
        ...(balances.incoming.isZero()
          ? []
          : [`item ${itemId}: ${balances.incoming.toFixed()} incoming`]),
        ...(balances.available.isLessThan(0)
          ? [`item ${itemId}: available is ${balances.available.toFixed()}`]
          : []),
        ...(level.reservedByReservations.isZero()
          ? []
          : [`item ${itemId}: ${level.reservedByReservations.toFixed()} reserved by reservations`]),
        ...(level.heldForOrders.isZero()
          ? []
          : [`item ${itemId}: ${level.heldForOrders.toFixed()} held for orders' shortfalls`]),
      ]
    }),
    ...reservations.map(({ id, itemId }) => `reservation ${id} of item ${itemId}`),
  ]
}

/** Names every reason, as far as a person would read them. */
export function refusal(
  locationId: string,
  what: "deactivated" | "deleted",
  reasons: string[]
): Refusal {
  return Refusal.notAllowed(
    `Location ${locationId} cannot be ${what}: ${reasons.slice(0, 50).join("; ")}${reasons.length > 50 ? `; and ${reasons.length - 50} more` : ""}`,
    { location_id: locationId, reasons }
  )
}

async function requireActive(run: Run, id: string): Promise<void> {
  const [location] = await run<{ active: boolean }>(
    { name: "stockroom_location", text: "select active from inventory_location where id = $1" },
    [id]
  )
  if (!location) {
    throw Refusal.notFound(`Stock location ${id} was not found`, { location_id: id })
  }
  if (!location.active) {
    throw Refusal.invalid("destination_id", `must be an active location; ${id} is not`)
  }
}

const LEVELS_AT = {
  name: "stockroom_levels_at",
  text: `
    select inventory_item_id from inventory_level_state
    where location_id = $1 and level_id is not null order by inventory_item_id`,
}

const SYNC = {
  name: "",
  text: `
    with known as (
      select * from jsonb_to_recordset($1::jsonb) as x (id text, sales_channel_ids text[])
    ),
    gone as (
      update inventory_location o set deleted_at = now(), updated_at = now()
      where o.deleted_at is null and not exists (select 1 from known where known.id = o.id)
      returning 1
    ),
    came as (
      insert into inventory_location (id, sales_channel_ids)
      select id, coalesce(sales_channel_ids, '{}') from known
      on conflict (id) do update
        set sales_channel_ids = excluded.sales_channel_ids, deleted_at = null, updated_at = now()
        where inventory_location.sales_channel_ids is distinct from excluded.sales_channel_ids
          or inventory_location.deleted_at is not null
      returning 1
    )
    select exists (select 1 from gone) or exists (select 1 from came) as changed`,
}

const DEACTIVATE = {
  name: "",
  text: "update inventory_location set active = false, updated_at = now() where id = $1",
}
const DEACTIVATE_LEVELS = {
  name: "",
  text: "update inventory_level_state set active = false where location_id = $1",
}
const ACTIVATE = {
  name: "",
  text: "update inventory_location set active = true, updated_at = now() where id = $1",
}
const ACTIVATE_LEVELS = {
  name: "",
  text: "update inventory_level_state set active = true where location_id = $1",
}

import { Refusal } from "../../core/refusal"
import {
  fromRecords,
  readUnits,
  toRecords,
  type UnitInput,
  type UnitRecord,
  type Units,
} from "../../core/units"
import { newId } from "./ids"
import { type Column, recordset, textArray, toArrays } from "./posting/columns"
import type { Run } from "./posting/connection"
import type { StockCall } from "./posting/poster"
import { unitsOfItem } from "./posting/unit-sql"
import type { UnitsSet } from "./types"
import { offStepLines, type OffSteps, refuseOffSteps } from "./translate/units"

/** The units of some items; items without any are left out. */
export async function unitsOfItems(
  read: Run,
  itemIds: string[]
): Promise<Map<string, UnitRecord[]>> {
  const ids = [...new Set(itemIds)]
  const rows = ids.length
    ? await read<{ id: string; units: UnitRecord[] }>(UNITS_OF, [textArray(ids)])
    : []
  return new Map(rows.map(({ id, units }) => [id, units]))
}

/** As {@link unitsOfItems}, ready to convert with. */
export async function conversions(
  read: Run,
  itemIds: string[]
): Promise<(itemId: string) => Units | null> {
  const records = await unitsOfItems(read, itemIds)
  return (itemId) => fromRecords(records.get(itemId) ?? null)
}

/**
 * Sets all units of an item, in the place of those that it had. The item and all of its levels are
 * locked: what is changed meanwhile is measured by the new ones.
 *
 * @throws Refusal `invalid_data` naming the field, `not_found`, `not_allowed` naming the stock that is not
 *   in steps of the new base unit
 */
export function setUnits(itemId: string, inputs: UnitInput[]): StockCall<UnitsSet, Known> {
  const units = readUnits(inputs)
  return {
    ...writing(itemId),
    load: async (run) => ({
      before: (await unitsOfItems(run, [itemId])).get(itemId) ?? [],
      lines: units ? await offStepLines(run, itemId, units.base.increment) : [],
    }),
    decide(world, { before, lines }) {
      requireItem(itemId, world.hasItem(itemId))
      if (units) {
        refuseOffSteps(world, itemId, units.base, lines)
      }
      return { units: toRecords(units), before }
    },
  }
}

interface Known {
  before: UnitRecord[]
  lines: OffSteps[]
}

/** Puts units back to what they were, for a workflow that fails later; whatever has been stocked meanwhile. */
export function putBackUnits(itemId: string, before: UnitRecord[]): StockCall<UnitsSet> {
  return {
    ...writing(itemId),
    decide(world) {
      requireItem(itemId, world.hasItem(itemId))
      return { units: before, before }
    },
  }
}

function writing(itemId: string) {
  return {
    alone: true,
    needs: { itemsToChange: [itemId], levelsOfItems: [itemId], reservationsOfItems: [itemId] },
    // No stock is changed: whoever calls has checked the right to change it everywhere.
    touched: () => [],
    async complete(run: Run, { units }: UnitsSet) {
      await run(FORGET, [itemId])
      if (units.length) {
        await run(WRITE_UNITS, [itemId, ...toArrays(UNIT_COLUMNS, units)])
      }
      await run(TELL_LEVELS, [itemId])
    },
  } satisfies Partial<StockCall<UnitsSet>>
}

function requireItem(itemId: string, isThere: boolean): void {
  if (!isThere) {
    throw Refusal.notFound(`Inventory item ${itemId} was not found`, { inventory_item_id: itemId })
  }
}

const UNIT_COLUMNS: Column<UnitRecord>[] = [
  { name: "id", type: "text", of: () => newId("iunit") },
  { name: "key", type: "text", of: ({ key }) => key },
  { name: "name", type: "text", of: ({ name }) => name },
  { name: "factor", type: "numeric", of: ({ factor }) => factor },
  { name: "base", type: "boolean", of: ({ base }) => base },
  { name: "precision", type: "bigint", of: ({ precision }) => precision },
  { name: "increment", type: "numeric", of: ({ increment }) => increment },
  { name: "priority", type: "bigint", of: ({ priority }) => priority },
]
const NAMES = UNIT_COLUMNS.map(({ name }) => name).join(", ")

/** $1: item ids. */
const UNITS_OF = {
  name: "stockroom_units_of",
  text: `
    select k.id, u.units
    from unnest($1::text[]) as k (id) cross join lateral (select ${unitsOfItem("k.id")} as units) u
    where u.units is not null`,
}

const FORGET = {
  name: "stockroom_units_forget",
  text: "delete from inventory_item_unit where inventory_item_id = $1",
}

const WRITE_UNITS = {
  name: "stockroom_units_write",
  text: `
    insert into inventory_item_unit (inventory_item_id, ${NAMES})
    select $1, x.* from ${recordset(UNIT_COLUMNS as Column<never>[], 2, "x")}`,
}

const TELL_LEVELS = {
  name: "stockroom_units_tell_levels",
  text: `
    update inventory_level_state set units = ${unitsOfItem("$1")}
    where inventory_item_id = $1`,
}

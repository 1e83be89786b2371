import { STATES } from "../../core/state"
import type { Run } from "./posting/connection"
import type { StockFilters, StockLevel } from "./types"

/** Levels with their eight states and what follows from them, by item and location. */
export async function listStock(
  read: Run,
  filters: StockFilters,
  page: { limit: number; offset: number }
): Promise<[StockLevel[], number]> {
  const values: unknown[] = []
  const bind = (value: unknown) => `$${values.push(value)}`
  const conditions = ["s.level_id is not null", "i.deleted_at is null"]
  const oneOf = (column: string, value: string | string[] | undefined) => {
    if (value !== undefined) {
      conditions.push(`${column} = any(${bind([value].flat())}::text[])`)
    }
  }
  oneOf("s.inventory_item_id", filters.inventory_item_id)
  oneOf("s.location_id", filters.location_id)
  oneOf("i.sku", filters.sku)
  if (filters.q) {
    const pattern = bind(`%${filters.q.replace(/[\\%_]/g, "\\$&")}%`)
    conditions.push(`(i.sku ilike ${pattern} or i.title ilike ${pattern})`)
  }
  if (filters.negative) {
    conditions.push("s.below_zero")
  }
  const from = `
    from inventory_level_state s join inventory_item i on i.id = s.inventory_item_id
    where ${conditions.join(" and ")}`
  const [{ count }] = await read<{ count: string }>(
    { name: "", text: `select count(*) as count ${from}` },
    [...values]
  )
  const rows = await read<StockLevel>(
    {
      name: "",
      text: `
        select ${LEVEL}
        ${from}
        order by s.inventory_item_id, s.location_id
        limit ${bind(page.limit)} offset ${bind(page.offset)}`,
    },
    values
  )
  return [rows, Number(count)]
}

/** The levels of some items at every location. */
export async function levelsOfItems(read: Run, itemIds: string[]): Promise<StockLevel[]> {
  return await read<StockLevel>(
    {
      name: "stockroom_levels_of_items",
      text: `
        select ${LEVEL}
        from inventory_level_state s join inventory_item i on i.id = s.inventory_item_id
        where s.inventory_item_id = any($1::text[]) and s.level_id is not null
          and i.deleted_at is null`,
    },
    [itemIds]
  )
}

/** A `StockLevel` of a level `s` and its item `i`. */
const LEVEL = `
  s.inventory_item_id, s.location_id, s.level_id, i.sku, i.title,
  ${STATES.map((state) => `trim_scale(s.${state})::text as ${state}`).join(", ")},
  trim_scale(s.reserved + s.damaged + s.safety + s.quality_control)::text as unavailable,
  trim_scale(s.available + s.committed + s.reserved + s.damaged + s.safety
    + s.quality_control)::text as on_hand,
  trim_scale(s.reserved - s.reserved_by_reservations - s.held_for_orders)::text as reserved_free,
  s.active, s.updated_at`

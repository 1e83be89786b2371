import type { IInventoryService } from "@medusajs/framework/types"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"

import type StockroomModuleService from "../src/modules/inventory/service"

/**
 * The one world that integration tests speak of: what is stocked where, in base units (pieces, and
 * metres of ribbon). Nails are not stocked in Oslo.
 */
// prettier-ignore
const STOCK = {
  //          Berlin     Lyon     Oslo
  CANDLE:  [ "10",      "3",     "0"   ],
  NAIL:    [ "10000",   "500",   null  ],
  RIBBON:  [ "5.5",     "3.25",  "0.3" ],
  CUP:     [ "100",     "100",   "100" ],
  PLATE:   [ "100",     "100",   "100" ],
  BOWL:    [ "100",     "100",   "100" ],
  SPOON:   [ "100",     "100",   "100" ],
} as const

/** On its way already: 2.25 metres of ribbon to Lyon. */
const INCOMING: Record<string, string> = { "RIBBON sloc_lyon": "2.25" }

export const BERLIN = "sloc_berlin"
export const LYON = "sloc_lyon"
export const OSLO = "sloc_oslo"

export const CANDLE = "iitem_candle"
export const NAIL = "iitem_nail"
export const RIBBON = "iitem_ribbon"
export const CUP = "iitem_cup"
export const PLATE = "iitem_plate"
export const BOWL = "iitem_bowl"
export const SPOON = "iitem_spoon"

/** Creates the world's items and levels through an Inventory Module's own methods. */
export async function createWorld(inventory: IInventoryService): Promise<void> {
  const skus = Object.keys(STOCK) as (keyof typeof STOCK)[]
  const idOf = (sku: string) => `iitem_${sku.toLowerCase()}`
  await inventory.createInventoryItems(
    skus.map((sku) => ({ id: idOf(sku), sku, title: sku.toLowerCase() }))
  )
  await inventory.createInventoryLevels(
    skus.flatMap((sku) =>
      [BERLIN, LYON, OSLO].flatMap((location, index) =>
        STOCK[sku][index] === null
          ? []
          : {
              inventory_item_id: idOf(sku),
              location_id: location,
              stocked_quantity: decimal(STOCK[sku][index]),
              incoming_quantity: decimal(INCOMING[`${sku} ${location}`] ?? "0"),
            }
      )
    )
  )
}

/** Medusa's types say number; its modules take decimals as text too, which is exact. */
export function decimal(text: string | null): number {
  return text as unknown as number
}

/**
 * Asserts that level, ledger, Medusa's columns and reservations say the same: by Stockroom's own
 * `verify`, and by SQL that shares nothing with it. Of core's module only its own tables can be
 * asked.
 */
export async function expectConsistent(
  inventory: IInventoryService | StockroomModuleService,
  knex: Knex
): Promise<void> {
  expect(await problems(knex, MEDUSA_TABLES)).toEqual([])
  if (!("verify" in inventory)) {
    expect(await problems(knex, COUNTERS)).toEqual([])
    return
  }
  expect(await problems(knex, LEDGER)).toEqual([])
  const { consistent, drifts } = await inventory.verify()
  expect({ consistent, drifts }).toEqual({ consistent: true, drifts: [] })
}

async function problems(knex: Knex, sql: string): Promise<unknown[]> {
  const { rows } = await knex.raw<{ rows: unknown[] }>(sql)
  return rows
}

/** What must hold on Medusa's three tables whichever module writes them. */
const MEDUSA_TABLES = `
  with live_level as (
    select l.* from inventory_level l where l.deleted_at is null
  ), live_reservation as (
    select r.* from reservation_item r where r.deleted_at is null
  ), figure as (
    select l.inventory_item_id as item, l.location_id as location, f.*
    from live_level l, lateral (values
      ('stocked_quantity', l.stocked_quantity, l.raw_stocked_quantity),
      ('reserved_quantity', l.reserved_quantity, l.raw_reserved_quantity),
      ('incoming_quantity', l.incoming_quantity, l.raw_incoming_quantity)
    ) as f (what, numeric_value, raw)
    union all
    select r.inventory_item_id, r.location_id, 'reservation ' || r.id, r.quantity, r.raw_quantity
    from live_reservation r
  )
  select what || ' differs from its raw column' as problem, item, location,
    raw ->> 'value' as expected, numeric_value::text as actual
  from figure where (raw ->> 'value')::numeric <> numeric_value
  union all
  select 'reserved_quantity is below zero', inventory_item_id, location_id, '0',
    reserved_quantity::text
  from live_level where reserved_quantity < 0
  union all
  select 'a reservation is below zero', inventory_item_id, location_id, '0', quantity::text
  from live_reservation where quantity < 0
  union all
  select 'a reservation lives where there is no level', r.inventory_item_id, r.location_id,
    'none', r.id
  from live_reservation r
  where not exists (
    select 1 from live_level l
    where l.inventory_item_id = r.inventory_item_id and l.location_id = r.location_id
  )
  union all
  select 'a level lives although its item is deleted', i.id, l.location_id, 'none', l.id
  from live_level l join inventory_item i on i.id = l.inventory_item_id
  where i.deleted_at is not null`

const RESERVED = `
  reserved as (
    select inventory_item_id, location_id, sum(quantity) as total,
      coalesce(sum(quantity) filter (where line_item_id is not null), 0) as of_lines,
      coalesce(sum(quantity) filter (where line_item_id is null), 0) as by_hand
    from reservation_item where deleted_at is null group by 1, 2
  )`

/** Where nothing but reservations takes stock, as in core: the counter is their sum. */
const COUNTERS = `
  with ${RESERVED}
  select 'reserved_quantity is not the sum of the live reservations' as problem,
    l.inventory_item_id as item, l.location_id as location,
    coalesce(r.total, 0)::text as expected, l.reserved_quantity::text as actual
  from inventory_level l left join reserved r using (inventory_item_id, location_id)
  where l.deleted_at is null and l.reserved_quantity <> coalesce(r.total, 0)`

/** What must hold between Stockroom's tables, and between them and Medusa's. */
const LEDGER = `
  with ${RESERVED}, state as (
    select s.inventory_item_id as item, s.location_id as location, v.name, v.balance
    from inventory_level_state s, lateral (values
      ('available', s.available), ('committed', s.committed), ('reserved', s.reserved),
      ('damaged', s.damaged), ('safety', s.safety), ('quality_control', s.quality_control),
      ('incoming', s.incoming), ('fulfilled', s.fulfilled)
    ) as v (name, balance)
  ), ledger as (
    select inventory_item_id as item, location_id as location, state as name,
      sum(quantity) as balance
    from inventory_transaction group by 1, 2, 3
  ), chain as (
    select inventory_item_id as item, location_id as location, state, sequence, balance_before,
      coalesce(lag(balance_after) over (
        partition by inventory_item_id, location_id, state order by sequence), 0) as left_before
    from inventory_transaction
  ), numbered as (
    select inventory_item_id as item, location_id as location, count(*) as rows,
      max(sequence) as last
    from inventory_transaction group by 1, 2
  ), level as (
    select l.inventory_item_id, l.location_id, f.*
    from inventory_level l
    join inventory_level_state s on s.level_id = l.id,
    lateral (values
      ('stocked_quantity', l.stocked_quantity, s.available + s.committed + s.reserved + s.damaged
        + s.safety + s.quality_control),
      ('reserved_quantity', l.reserved_quantity, s.committed + s.reserved + s.damaged + s.safety
        + s.quality_control),
      ('incoming_quantity', l.incoming_quantity, s.incoming)
    ) as f (what, medusa, stockroom)
    where l.deleted_at is null
  ), held as (
    select s.inventory_item_id as item, s.location_id as location, f.*
    from inventory_level_state s left join reserved r using (inventory_item_id, location_id),
    lateral (values
      ('committed', s.committed, coalesce(r.of_lines, 0)),
      ('reserved_by_reservations', s.reserved_by_reservations, coalesce(r.by_hand, 0))
    ) as f (what, level, reservations)
    where s.level_id is not null
  )
  select 'a level is not in the ledger' as problem, l.inventory_item_id as item,
    l.location_id as location, 'a state' as expected, 'none' as actual
  from inventory_level l
  where l.deleted_at is null
    and not exists (select 1 from inventory_level_state s where s.level_id = l.id)
  union all
  select 'the ledger has a level open that is not', s.inventory_item_id, s.location_id, 'closed',
    s.level_id
  from inventory_level_state s
  where s.level_id is not null
    and not exists (
      select 1 from inventory_level l where l.id = s.level_id and l.deleted_at is null
    )
  union all
  select s.name || ' is not the sum of its ledger rows', s.item, s.location,
    coalesce(t.balance, 0)::text, s.balance::text
  from state s left join ledger t using (item, location, name)
  where s.balance <> coalesce(t.balance, 0)
  union all
  select 'ledger rows are missing', s.inventory_item_id, s.location_id, s.sequence::text,
    coalesce(n.rows, 0) || ' rows, the last is ' || coalesce(n.last, 0)
  from inventory_level_state s
  left join numbered n on n.item = s.inventory_item_id and n.location = s.location_id
  where s.sequence <> coalesce(n.rows, 0) or s.sequence <> coalesce(n.last, 0)
  union all
  select 'ledger row ' || sequence || ' of ' || state || ' does not go on from the one before',
    item, location, left_before::text, balance_before::text
  from chain where balance_before <> left_before
  union all
  select what || ' is not what the states say', inventory_item_id, location_id, stockroom::text,
    medusa::text
  from level where medusa <> stockroom
  union all
  select what || ' is not the sum of the live reservations', item, location, reservations::text,
    level::text
  from held where level <> reservations`

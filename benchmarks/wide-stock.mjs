/** Fills levels with SQL, as a large merchant would have them: for reading only. */

const padded = (expression) => `lpad((${expression})::text, 24, '0')`

/** Which part of all levels is in each situation; the rarest are what a filter has to find. */
const NEGATIVE = "n % 1009 = 7"
const EMPTY = "n % 5 in (1, 3)"
const COMMITTED = "n % 20 = 4"
const RESERVED = "n % 97 = 5"
const DAMAGED = "n % 5003 = 11"

/** Words for titles: one that a tenth of all items has, one that a thousandth has. */
export const WORDS = { frequent: "Lamp", rare: "Astrolabe" }

/**
 * Items at every location, with their levels in Stockroom's table and Medusa's, and a live
 * reservation behind every level that has something committed. SKUs are in no order of the ids.
 *
 * @returns {Promise<void>} when Postgres knows the tables' statistics, too
 */
export async function fillStock(client, items, locations) {
  await client.query(`
    insert into inventory_location (id, priority, sales_channel_ids)
    select 'sloc_01' || ${padded("l")}, l, '{sc_1}' from generate_series(1, ${locations}) l;

    insert into inventory_item (id, sku, title)
    select 'iitem_01' || ${padded("i")}, 'SKU-' || lpad((i * 7919 % ${items})::text, 6, '0'),
      case when i % 1000 = 1 then '${WORDS.rare}' when i % 10 = 2 then '${WORDS.frequent}'
        else 'Thing' end || ' no. ' || i
    from generate_series(1, ${items}) i;

    create temp table wide as
    select n, 'iitem_01' || ${padded("1 + (n - 1) / " + locations)} as item,
      'sloc_01' || ${padded("1 + (n - 1) % " + locations)} as location,
      case when ${NEGATIVE} then -3 when ${EMPTY} then 0 else 10 + n % 90 end as available,
      case when ${COMMITTED} then 2 else 0 end as committed,
      case when ${RESERVED} then 1 else 0 end as reserved,
      case when ${DAMAGED} then 1 else 0 end as damaged
    from generate_series(1, ${items * locations}) n;

    insert into inventory_level (id, inventory_item_id, location_id,
      stocked_quantity, raw_stocked_quantity, reserved_quantity, raw_reserved_quantity,
      incoming_quantity, raw_incoming_quantity)
    select 'ilev_01' || ${padded("n")}, item, location, available + committed + reserved + damaged,
      jsonb_build_object('value', (available + committed + reserved + damaged)::text, 'precision', 20),
      committed + reserved + damaged,
      jsonb_build_object('value', (committed + reserved + damaged)::text, 'precision', 20),
      0, '{"value": "0", "precision": 20}'
    from wide;

    insert into inventory_level_state (id, inventory_item_id, location_id, level_id, sequence,
      available, committed, reserved, damaged)
    select 'istate_ilev_01' || ${padded("n")}, item, location, 'ilev_01' || ${padded("n")}, 1,
      available, committed, reserved, damaged
    from wide;

    insert into reservation_item (id, inventory_item_id, location_id, line_item_id, quantity,
      raw_quantity)
    select 'resitem_01' || ${padded("n")}, item, location, 'ordli_01' || ${padded("n")}, committed,
      jsonb_build_object('value', committed::text, 'precision', 20)
    from wide where committed > 0;

    drop table wide;`)
  for (const table of ["inventory_item", "inventory_level", "inventory_level_state"]) {
    await client.query(`vacuum analyze ${table}`)
  }
  await client.query("vacuum analyze reservation_item")
}

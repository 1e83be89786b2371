/** The stock that every contestant begins with, and what must be true of it afterwards. */

export const ITEMS = 1_000
export const LOCATIONS = 3
export const STOCKED = 1_000_000_000

/** Ids as long as Medusa's own, so that the indexes are as large. */
const padded = (n) => `01${String(n).padStart(24, "0")}`
export const itemId = (n) => `iitem_${padded(n)}`
export const locationId = (n) => `sloc_${padded(n)}`
export const LOCATION = locationId(1)

let made = 0

/** An id of Medusa's length that costs nothing to make. */
export const uniqueId = (prefix) => `${prefix}_${padded(++made)}`

const pad = (column) => `lpad(${column}::text, 24, '0')`

/** Items at every location, straight into Medusa's tables: the same rows for everybody. */
export function seedSql(items, locations, stocked) {
  return `
    insert into inventory_item (id, sku, title)
    select 'iitem_01' || ${pad("i")}, 'SKU-' || i, 'Item ' || i
    from generate_series(1, ${items}) i;

    insert into inventory_level (id, inventory_item_id, location_id,
      stocked_quantity, raw_stocked_quantity, reserved_quantity, raw_reserved_quantity,
      incoming_quantity, raw_incoming_quantity)
    select 'ilev_01' || ${pad(`((i - 1) * ${locations} + l)`)}, 'iitem_01' || ${pad("i")},
      'sloc_01' || ${pad("l")},
      ${stocked}, '{"value": "${stocked}", "precision": 20}',
      0, '{"value": "0", "precision": 20}', 0, '{"value": "0", "precision": 20}'
    from generate_series(1, ${items}) i, generate_series(1, ${locations}) l;`
}

/**
 * 10,000 low-stock rules, and one for every item. Each item is watched at each of its locations, or all
 * of them together as well; the other rules are of items that nobody asks for.
 */
export function rulesSql(place) {
  const location = `'sloc_01' || ${pad("(1 + n % 3)")}`
  return `
    insert into inventory_location (id, sales_channel_ids)
    select 'sloc_01' || ${pad("l")}, '{channel}' from generate_series(1, ${LOCATIONS}) l
    on conflict (id) do update set sales_channel_ids = excluded.sales_channel_ids;

    insert into inventory_low_stock_rule (id, inventory_item_id, place, location_id, threshold,
      actions, evaluated_at)
    select 'ilrule_' || n, 'iitem_01' || ${pad("(n / 3 + 1)")}, 'location', ${location}, 10,
      '[{"identifier": "notify", "options": {}}]', now()
    from generate_series(0, 9998) n;

    insert into inventory_low_stock_rule (id, place, threshold, evaluated_at)
    values ('ilrule_default', 'each_location', 5, now());
    ${
      place === "together"
        ? `insert into inventory_low_stock_rule (id, place, threshold, evaluated_at)
           values ('ilrule_together', 'together', 20, now());`
        : ""
    }`
}

/** A live reservation at every fifth level, every fourth of them without an order line. */
export function reservationsSql() {
  return `
    insert into reservation_item (id, inventory_item_id, location_id, line_item_id, quantity,
      raw_quantity)
    select 'resitem_01' || ${pad("n")}, inventory_item_id, location_id,
      case when n % 4 > 0 then 'ordli_01' || ${pad("n")} end, 2, '{"value": "2", "precision": 20}'
    from (
      select row_number() over (order by id) as n, inventory_item_id, location_id
      from inventory_level
    ) l where n % 5 = 0;

    update inventory_level l set
      reserved_quantity = 2, raw_reserved_quantity = '{"value": "2", "precision": 20}'
    from reservation_item r
    where r.inventory_item_id = l.inventory_item_id and r.location_id = l.location_id;`
}

/**
 * Units that a level counts as reserved and that no reservation holds, or the other way round: lost
 * or sold twice.
 */
export const UNITS_LOST = `
  select coalesce(sum(abs(l.reserved_quantity - coalesce(r.held, 0))), 0)::float8 as units
  from inventory_level l
  left join (
    select inventory_item_id, location_id, sum(quantity) as held
    from reservation_item where deleted_at is null group by 1, 2
  ) r on r.inventory_item_id = l.inventory_item_id and r.location_id = l.location_id
  where l.deleted_at is null`

/** Levels whose ledger does not add up to what Stockroom and Medusa say they hold. */
export const LEDGER_DRIFT = `
  select count(*)::int as levels
  from inventory_level_state s
  join inventory_level l on l.id = s.level_id
  left join (
    select inventory_item_id, location_id,
      coalesce(sum(quantity) filter (where state = 'available'), 0) as available,
      coalesce(sum(quantity) filter (where state = 'committed'), 0) as committed,
      max(sequence) as sequence, count(*) as rows
    from inventory_transaction group by 1, 2
  ) t on t.inventory_item_id = s.inventory_item_id and t.location_id = s.location_id
  where s.available <> coalesce(t.available, 0) or s.committed <> coalesce(t.committed, 0)
    or s.sequence <> coalesce(t.rows, 0) or s.sequence <> coalesce(t.sequence, 0)
    or l.stocked_quantity <> s.available + s.committed or l.reserved_quantity <> s.committed`

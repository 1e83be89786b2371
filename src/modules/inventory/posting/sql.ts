import { recordset } from "./columns"
import { exactly, RESERVED } from "./medusa-figures"
import {
  ALLOCATION_COLUMNS,
  HOLD_COLUMNS,
  LEVEL_COLUMNS,
  MOVEMENT_COLUMNS,
  REFERENCE_COLUMNS,
  RESERVATION_COLUMNS,
  TRANSACTION_COLUMNS,
} from "./rows"
import { unitsOfItem } from "./unit-sql"

/**
 * Every statement that locks or writes stock. Rows are locked in one order everywhere, items by id,
 * then reservations by id, then levels by (item, location), so that two transactions can never wait
 * for each other. The statements are named: Postgres plans them once for each connection.
 */
export interface Statement {
  name: string
  text: string
  /** Outside a transaction, too. Such reads are planned by their values, unless the planning costs more. */
  prepared?: boolean
}

export const BEGIN: Statement = {
  // Not prepared: two statements in one round trip.
  name: "",
  text: "begin; set local lock_timeout = '10s'",
}
export const COMMIT: Statement = { name: "", text: "commit" }
export const ROLLBACK: Statement = { name: "", text: "rollback" }
export const SAVEPOINT: Statement = { name: "", text: "savepoint stockroom" }
export const RELEASE: Statement = { name: "", text: "release savepoint stockroom" }
export const ROLLBACK_TO: Statement = { name: "", text: "rollback to savepoint stockroom" }

/** What is read of a level, named `s`. */
export const LEVEL_FIELDS = `
  s.inventory_item_id, s.location_id, s.level_id, s.sequence::text,
  s.available::text, s.committed::text, s.reserved::text, s.damaged::text, s.safety::text,
  s.quality_control::text, s.incoming::text, s.fulfilled::text, s.reserved_by_reservations::text,
  s.held_for_orders::text, s.active, s.units`

/** $1: ids of items that are deleted or restored. Nobody opens a level of theirs meanwhile. */
export const LOCK_ITEMS: Statement = {
  name: "stockroom_lock_items",
  text: `
    select id from inventory_item where id = any($1::text[])
    order by id collate "C" for no key update`,
}

/** $1: ids of items of which levels are opened. Gives those that there are, with their units, and keeps them. */
export const KEEP_ITEMS: Statement = {
  name: "stockroom_keep_items",
  text: `
    select i.id, ${unitsOfItem("i.id")} as units
    from inventory_item i where i.id = any($1::text[]) and i.deleted_at is null
    order by i.id collate "C" for share`,
}

/**
 * Of an item whose locations are watched together, every level is locked, and before those of other
 * items: what they come to may not change while one transaction compares it with a rule.
 */
const watchedTogether = (items: string) => `
    with together as materialized (
      select t.id from inventory_level_state t
      where t.inventory_item_id = any(array(
        select i.item from (${items}) i where exists (
          select 1 from inventory_low_stock_rule r where r.item_key in (i.item, '')
            and r.place in ('channel', 'together') and r.deleted_at is null)))
      order by t.inventory_item_id collate "C", t.location_id collate "C"
      for update of t
    )`
const ONCE_LOCKED = "(select count(*) from together) >= 0"

/** $1, $2: item and location ids, pairwise. */
export const LOCK_LEVELS: Statement = {
  name: "stockroom_lock_levels",
  text: `${watchedTogether("select distinct unnest($1::text[]) as item")}
    select ${LEVEL_FIELDS}
    from unnest($1::text[], $2::text[]) as k (inventory_item_id, location_id)
    join inventory_level_state s
      on s.inventory_item_id = k.inventory_item_id and s.location_id = k.location_id
    where ${ONCE_LOCKED}
    order by s.inventory_item_id collate "C", s.location_id collate "C"
    for update of s`,
}

/** $1: items of which every level is locked; $2, $3: further item and location ids, pairwise. */
export const LOCK_LEVELS_OF_ITEMS: Statement = {
  name: "stockroom_lock_levels_of_items",
  text: `${watchedTogether("select unnest($1::text[]) as item union select unnest($2::text[])")}
    select ${LEVEL_FIELDS}
    from inventory_level_state s
    where s.id = any(array(
      select id from inventory_level_state where inventory_item_id = any($1::text[])
      union select t.id from unnest($2::text[], $3::text[]) as k (item, location)
        join inventory_level_state t
          on t.inventory_item_id = k.item and t.location_id = k.location
    )) and ${ONCE_LOCKED}
    order by s.inventory_item_id collate "C", s.location_id collate "C"
    for update of s`,
}

/** $1: ids of inventory_level rows, $2: location ids. Finds the levels to lock. */
export const FIND_LEVELS: Statement = {
  name: "stockroom_find_levels",
  text: `
    select inventory_item_id, location_id from inventory_level where id = any($1::text[])
    union select inventory_item_id, location_id from inventory_level_state
      where location_id = any($2::text[])`,
}

/**
 * $1: reservation ids, $2: line items, $3: locations, $4: items (live reservations only),
 * $5: line items whose deleted reservations are wanted, $6: items whose deleted are wanted.
 */
export const LOCK_RESERVATIONS: Statement = {
  name: "stockroom_lock_reservations",
  text: `
    select r.id, r.inventory_item_id, r.location_id, r.line_item_id, r.quantity::text,
      r.allow_backorder, r.external_id, r.description, r.created_by, r.metadata,
      r.created_at, r.updated_at, r.deleted_at,
      (select jsonb_agg(jsonb_build_object('id', h.id, 'order_id', h.order_id,
          'location_id', h.location_id, 'committed_location_id', h.committed_location_id,
          'quantity', h.quantity::text, 'released_with', h.released_with) order by h.id)
        from inventory_hold h
        where h.line_item_id = r.line_item_id and h.inventory_item_id = r.inventory_item_id
          and (h.deleted_at is null or h.released_with = r.id)) as holds
    from reservation_item r
    where r.id = any(array(
      select unnest($1::text[])
      union select id from reservation_item
        where line_item_id = any($2::text[]) and deleted_at is null
      union select id from reservation_item
        where location_id = any($3::text[]) and deleted_at is null
      union select id from reservation_item
        where inventory_item_id = any($4::text[]) and deleted_at is null
      union select id from reservation_item
        where line_item_id = any($5::text[]) and deleted_at is not null
      union select id from reservation_item
        where inventory_item_id = any($6::text[]) and deleted_at is not null
    ))
    order by r.id collate "C"
    for update of r`,
}

/** $1: idempotency keys. */
export const FIND_KEYED: Statement = {
  name: "stockroom_find_keyed",
  text: `
    select id, idempotency_key, request_hash from inventory_movement
    where idempotency_key = any($1::text[])`,
}

const FIRST_RESERVATION = 1 + LEVEL_COLUMNS.length
const FIRST_MOVEMENT = FIRST_RESERVATION + RESERVATION_COLUMNS.length
const FIRST_TRANSACTION = FIRST_MOVEMENT + MOVEMENT_COLUMNS.length
const TELL_ROWS = `$${FIRST_TRANSACTION + TRANSACTION_COLUMNS.length}::boolean`
const UNSETTLED = `$${FIRST_TRANSACTION + TRANSACTION_COLUMNS.length + 1}::text[]`

const namesOf = (columns: { name: string }[]) => columns.map(({ name }) => name).join(", ")
const raw = (figure: string) => `jsonb_build_object('value', ${figure}::text, 'precision', 20)`

/**
 * The one statement that writes stock: the columns of levels, reservations, movements and
 * transactions, whether to tell what Medusa's level rows carry besides, and which movements Medusa
 * may take back in its next calls. A level that is no longer as it was locked (its sequence has moved)
 * is not written; the caller compares the count and starts again. At the end, once everything that it
 * reads is counted as written, what has become of low stock is told.
 */
export const WRITE: Statement = {
  name: "stockroom_write",
  text: `
    with clock as materialized (select clock_timestamp() as now),
    l as materialized (select * from ${recordset(LEVEL_COLUMNS, 1, "x")}),
    state_updates as (
      update inventory_level_state t set
        level_id = l.level_id, sequence = l.sequence,
        available = l.available, committed = l.committed, reserved = l.reserved,
        damaged = l.damaged, safety = l.safety, quality_control = l.quality_control,
        incoming = l.incoming, fulfilled = l.fulfilled,
        reserved_by_reservations = l.held, held_for_orders = l.for_orders, updated_at = clock.now
      from l, clock
      where t.inventory_item_id = l.item and t.location_id = l.location
        and t.sequence = l.sequence_before
      returning 1
    ),
    state_inserts as (
      insert into inventory_level_state (id, inventory_item_id, location_id, level_id, sequence,
        available, committed, reserved, damaged, safety, quality_control, incoming, fulfilled,
        reserved_by_reservations, held_for_orders, active, units, created_at, updated_at)
      select 'istate_' || l.row_id, l.item, l.location, l.level_id, l.sequence, l.available,
        l.committed, l.reserved, l.damaged, l.safety, l.quality_control, l.incoming, l.fulfilled,
        l.held, l.for_orders, coalesce((select o.active from inventory_location o where o.id = l.location), true),
        ${unitsOfItem("l.item")}, clock.now, clock.now
      from l, clock where l.sequence_before is null
      returning 1
    ),
    level_updates as (
      update inventory_level v set
        stocked_quantity = case when l.fate = 'closed' then v.stocked_quantity else l.stocked end,
        raw_stocked_quantity = case when l.fate = 'closed' then v.raw_stocked_quantity
          else ${raw("l.stocked")} end,
        reserved_quantity = case when l.fate = 'closed' then v.reserved_quantity else l.taken end,
        raw_reserved_quantity = case when l.fate = 'closed' then v.raw_reserved_quantity
          else ${raw("l.taken")} end,
        incoming_quantity = case when l.fate = 'closed' then v.incoming_quantity
          else l.incoming end,
        raw_incoming_quantity = case when l.fate = 'closed' then v.raw_incoming_quantity
          else ${raw("l.incoming")} end,
        metadata = case when l.metadata is null then v.metadata
          when l.metadata = 'null' then null
          else coalesce(v.metadata, '{}') || l.metadata end,
        updated_at = clock.now,
        deleted_at = case when l.fate = 'closed' then coalesce(v.deleted_at, clock.now) end
      from l, clock
      where v.id = l.row_id and (l.fate in ('kept', 'restored', 'closed')
        or l.fate = 'adopted'
          and ${differs("v", "l.stocked", "l.taken", "l.incoming")})
      returning v.id, v.created_at, v.metadata
    ),
    level_inserts as (
      insert into inventory_level (id, inventory_item_id, location_id,
        stocked_quantity, raw_stocked_quantity, reserved_quantity, raw_reserved_quantity,
        incoming_quantity, raw_incoming_quantity, metadata, created_at, updated_at)
      select l.row_id, l.item, l.location, l.stocked, ${raw("l.stocked")},
        l.taken, ${raw("l.taken")}, l.incoming, ${raw("l.incoming")},
        nullif(l.metadata, 'null'), clock.now, clock.now
      from l, clock where l.fate = 'opened'
      returning 1
    ),
    level_deletes as (
      delete from inventory_level v using l where v.id = l.row_id and l.fate = 'deleted' returning 1
    ),
    r as materialized (select * from ${recordset(RESERVATION_COLUMNS, FIRST_RESERVATION, "x")}),
    reservation_inserts as (
      insert into reservation_item (id, inventory_item_id, location_id, line_item_id, quantity,
        raw_quantity, allow_backorder, external_id, description, created_by, metadata,
        created_at, updated_at, deleted_at)
      select r.id, r.item, r.location, r.line_item, r.quantity, ${raw("r.quantity")}, r.backorder,
        r.external_id, r.description, r.created_by, r.metadata,
        clock.now, clock.now, case when r.gone then clock.now end
      from r, clock where r.fate = 'created'
      returning 1
    ),
    reservation_updates as (
      update reservation_item v set
        inventory_item_id = r.item, location_id = r.location, line_item_id = r.line_item,
        quantity = r.quantity, raw_quantity = ${raw("r.quantity")},
        allow_backorder = r.backorder, external_id = r.external_id, description = r.description,
        created_by = r.created_by, metadata = r.metadata, updated_at = clock.now,
        deleted_at = case when r.gone then coalesce(v.deleted_at, clock.now) end
      from r, clock
      where v.id = r.id and r.fate = 'updated'
      returning 1
    ),
    reservation_deletes as (
      delete from reservation_item v using r where v.id = r.id and r.fate = 'deleted' returning 1
    ),
    movements as (
      insert into inventory_movement (${namesOf(MOVEMENT_COLUMNS)}, created_at)
      select m.*, clock.now from ${recordset(MOVEMENT_COLUMNS, FIRST_MOVEMENT, "m")}, clock
      returning 1
    ),
    transactions as (
      insert into inventory_transaction (${namesOf(TRANSACTION_COLUMNS)}, created_at)
      select t.*, clock.now from ${recordset(TRANSACTION_COLUMNS, FIRST_TRANSACTION, "t")}, clock
      returning 1
    ),
    turning as materialized (
      select array_agg(l.item) as items, array_agg(l.location) as locations from l where l.may_turn
    )
    select clock.now,
      (select count(*) from state_updates) + (select count(*) from state_inserts) as levels,
      case when turning.items is not null then inventory_low_stock_evaluate(
        turning.items, turning.locations, ${UNSETTLED},
        (select count(*) from state_updates) + (select count(*) from state_inserts)
          + (select count(*) from transactions) > 0) end as low_stock,
      (select jsonb_object_agg(u.id, jsonb_build_object('created_at', u.created_at,
        'metadata', u.metadata)) from level_updates u where ${TELL_ROWS}) as rows
    from clock, turning`,
}

/**
 * Opens levels that the ledger has never had, by the rules of `reconcile` in src/core, with the rows
 * that {@link WRITE} would write for them: a first install has a million of them, which need not
 * travel to the process and back. $1: ids of `inventory_level` rows, $2: an id for the movement of
 * each. A level that another process opens at the same time is waited for, and left to it.
 */
export const OPEN: Statement = {
  name: "stockroom_open",
  text: `
    with clock as materialized (select clock_timestamp() as now),
    medusa as materialized (
      select k.place, k.movement_id, l.id, l.inventory_item_id as i, l.location_id as l,
        l.stocked_quantity, l.raw_stocked_quantity, l.reserved_quantity, l.raw_reserved_quantity,
        l.incoming_quantity, l.raw_incoming_quantity,
        (${exactly("stocked_quantity")})::numeric as stocked,
        (${exactly("reserved_quantity")})::numeric as taken,
        (${exactly("incoming_quantity")})::numeric as incoming,
        greatest(r.committed, 0) as committed, greatest(r.reserved, 0) as held
      from unnest($1::text[], $2::text[]) with ordinality as k (id, movement_id, place)
      join inventory_level l on l.id = k.id and l.deleted_at is null
      ${RESERVED}
    ),
    plan as materialized (
      select place, movement_id, id, i, l, trim_scale(difference) as difference,
        trim_scale(stocked - committed - held - greatest(difference, 0)) as available,
        trim_scale(committed) as committed, trim_scale(held) as held,
        trim_scale(held + greatest(difference, 0)) as reserved,
        trim_scale(incoming) as incoming, trim_scale(stocked) as stocked,
        trim_scale(committed + held + greatest(difference, 0)) as taken,
        stocked_quantity, raw_stocked_quantity, reserved_quantity, raw_reserved_quantity,
        incoming_quantity, raw_incoming_quantity
      from (select *, taken - committed - held as difference from medusa) m
    ),
    states as (
      insert into inventory_level_state (id, inventory_item_id, location_id, level_id, sequence,
        available, committed, reserved, incoming, reserved_by_reservations, active, units,
        created_at, updated_at)
      select 'istate_' || p.id, p.i, p.l, p.id,
        num_nonnulls(nullif(p.available, 0), nullif(p.committed, 0), nullif(p.reserved, 0),
          nullif(p.incoming, 0)),
        p.available, p.committed, p.reserved, p.incoming, p.held,
        coalesce((select o.active from inventory_location o where o.id = p.l), true),
        ${unitsOfItem("p.i")}, clock.now, clock.now
      from plan p, clock order by p.place
      on conflict (inventory_item_id, location_id) do nothing
      returning level_id, sequence
    ),
    opened as materialized (
      select p.*, s.sequence from states s join plan p on p.id = s.level_id
    ),
    level_updates as (
      update inventory_level v set
        stocked_quantity = o.stocked,
        raw_stocked_quantity = jsonb_build_object('value', o.stocked::text, 'precision', 20),
        reserved_quantity = o.taken,
        raw_reserved_quantity = jsonb_build_object('value', o.taken::text, 'precision', 20),
        incoming_quantity = o.incoming,
        raw_incoming_quantity = jsonb_build_object('value', o.incoming::text, 'precision', 20),
        updated_at = clock.now
      from opened o, clock
      where v.id = o.id and ${differs("o", "o.stocked", "o.taken", "o.incoming")}
    ),
    movements as (
      insert into inventory_movement (id, kind, reason, note, actor_type, source, below_zero,
        created_at)
      select o.movement_id, 'opening',
        case when o.difference > 0 then 'unexplained' when o.difference < 0 then 'counter_raised' end,
        case when o.difference <> 0 then format(
          'Medusa''s reserved counter was %s %s what explains it', abs(o.difference),
          case when o.difference > 0 then 'above' else 'below' end) end,
        'system', 'installation', o.available < 0, clock.now
      from opened o, clock where o.sequence > 0 order by o.place
    ),
    transactions as (
      insert into inventory_transaction (movement_id, inventory_item_id, location_id, state,
        quantity, balance_before, balance_after, sequence, created_at)
      select o.movement_id, o.i, o.l, e.state, e.quantity, 0, e.quantity,
        row_number() over (partition by o.place order by e.place), clock.now
      from opened o
        cross join lateral (values (1, 'available', o.available), (2, 'committed', o.committed),
          (3, 'reserved', o.reserved), (4, 'incoming', o.incoming)) e (place, state, quantity),
        clock
      where e.quantity <> 0 order by o.place, e.place
    )
    select count(*)::int as opened, coalesce(jsonb_agg(jsonb_build_object(
        'inventory_item_id', o.i, 'location_id', o.l,
        'finding', case when o.difference > 0 then 'unexplained' else 'counter_raised' end,
        'difference', abs(o.difference)::text) order by o.place)
      filter (where o.difference <> 0), '[]') as findings
    from opened o`,
}

/** $1: ids of `inventory_level` rows that {@link OPEN} has opened. Compares them with the rules of low stock. */
export const EVALUATE_OPENED: Statement = {
  name: "stockroom_evaluate_opened",
  text: `
    select inventory_low_stock_evaluate(array_agg(inventory_item_id), array_agg(location_id), '{}', true)
    from inventory_level_state where level_id = any($1::text[])`,
}

/** Whether Medusa's columns do not yet say what they should, the numeric and the raw ones. */
function differs(row: string, stocked: string, taken: string, incoming: string): string {
  const says = (column: string, value: string) =>
    `${row}.${column} = ${value} and ${row}.raw_${column} ->> 'value' = (${value})::text`
  return `(${says("stocked_quantity", stocked)} and ${says("reserved_quantity", taken)}
    and ${says("incoming_quantity", incoming)}) is not true`
}

/** $1: item ids. Their levels and reservations go with them by core's own foreign keys. */
export const DELETE_ITEMS: Statement = {
  name: "stockroom_delete_items",
  text: `
    with units as (delete from inventory_item_unit where inventory_item_id = any($1::text[]))
    delete from inventory_item where id = any($1::text[])`,
}

const FIRST_ALLOCATION = 1 + HOLD_COLUMNS.length
const FIRST_REFERENCE = FIRST_ALLOCATION + ALLOCATION_COLUMNS.length

/**
 * Writes what belongs to orders: the columns of holds, decisions, and movements' references. A hold
 * that is no longer as it was read is not written; the caller compares the count and starts again.
 */
export const WRITE_ORDERS: Statement = {
  name: "stockroom_write_orders",
  text: `
    with h as materialized (select * from ${recordset(HOLD_COLUMNS, 1, "x")}),
    inserts as (
      insert into inventory_hold (id, order_id, line_item_id, inventory_item_id, location_id,
        committed_location_id, quantity)
      select h.id, h.order_id, h.line_item_id, h.inventory_item_id, h.location_id,
        h.committed_location_id, h.quantity
      from h where h.fate = 'created'
      returning 1
    ),
    updates as (
      update inventory_hold t set quantity = h.quantity, updated_at = clock_timestamp(),
        released_with = h.released_with,
        deleted_at = case when h.fate = 'released' then clock_timestamp() end
      from h
      where t.id = h.id and h.fate <> 'created' and t.quantity = h.quantity_before
        and (t.deleted_at is not null) = (h.fate = 'restored')
      returning 1
    ),
    allocations as (
      insert into inventory_allocation (${namesOf(ALLOCATION_COLUMNS)})
      select * from ${recordset(ALLOCATION_COLUMNS, FIRST_ALLOCATION, "x")}
      returning 1
    ),
    refs as (
      insert into inventory_movement_reference (${namesOf(REFERENCE_COLUMNS)})
      select * from ${recordset(REFERENCE_COLUMNS, FIRST_REFERENCE, "x")}
      returning 1
    )
    select (select count(*) from inserts) + (select count(*) from updates) as holds`,
}

import { exactly, RESERVED } from "./medusa-figures"

/**
 * Every statement that locks or writes stock. Rows are locked in one order everywhere, items by id,
 * then reservations by id, then levels by (item, location), so that two transactions can never wait
 * for each other. The statements are named: Postgres plans them once for each connection.
 */
export interface Statement {
  name: string
  text: string
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

const LEVEL_COLUMNS = `
  s.inventory_item_id, s.location_id, s.level_id, s.sequence::text,
  s.available::text, s.committed::text, s.reserved::text, s.damaged::text, s.safety::text,
  s.quality_control::text, s.incoming::text, s.fulfilled::text, s.reserved_by_reservations::text, s.active`

/** $1: ids of items that are deleted or restored. Nobody opens a level of theirs meanwhile. */
export const LOCK_ITEMS: Statement = {
  name: "stockroom_lock_items",
  text: `
    select id from inventory_item where id = any($1::text[])
    order by id collate "C" for no key update`,
}

/** $1: ids of items of which levels are opened. Gives those that there are, and keeps them. */
export const KEEP_ITEMS: Statement = {
  name: "stockroom_keep_items",
  text: `
    select id from inventory_item where id = any($1::text[]) and deleted_at is null
    order by id collate "C" for share`,
}

/** $1, $2: item and location ids, pairwise. */
export const LOCK_LEVELS: Statement = {
  name: "stockroom_lock_levels",
  text: `
    select ${LEVEL_COLUMNS}
    from unnest($1::text[], $2::text[]) as k (inventory_item_id, location_id)
    join inventory_level_state s
      on s.inventory_item_id = k.inventory_item_id and s.location_id = k.location_id
    order by s.inventory_item_id collate "C", s.location_id collate "C"
    for update of s`,
}

/** $1: ids of inventory_level rows, $2: item ids, $3: location ids. Finds the levels to lock. */
export const FIND_LEVELS: Statement = {
  name: "stockroom_find_levels",
  text: `
    select inventory_item_id, location_id from inventory_level where id = any($1::text[])
    union select inventory_item_id, location_id from inventory_level_state
      where inventory_item_id = any($2::text[])
    union select inventory_item_id, location_id from inventory_level_state
      where location_id = any($3::text[])`,
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
      r.created_at, r.updated_at, r.deleted_at
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

/**
 * The one statement that writes stock: $1 levels, $2 reservations, $3 movements, $4 transactions,
 * each a JSON array. A level that is no longer as it was locked (its sequence has moved) is not
 * written; the caller compares the count and starts again.
 */
export const WRITE: Statement = {
  name: "stockroom_write",
  text: `
    with clock as materialized (select clock_timestamp() as now),
    l as materialized (
      select * from jsonb_to_recordset($1::jsonb) as x (
        i text, l text, row_id text, level_id text, fate text, sb bigint, sq bigint,
        a numeric, c numeric, r numeric, d numeric, s numeric, q numeric, n numeric, f numeric,
        rr numeric, stocked text, taken text, metadata_set boolean, metadata jsonb)
    ),
    state_updates as (
      update inventory_level_state t set
        level_id = l.level_id, sequence = l.sq,
        available = l.a, committed = l.c, reserved = l.r, damaged = l.d, safety = l.s,
        quality_control = l.q, incoming = l.n, fulfilled = l.f,
        reserved_by_reservations = l.rr, updated_at = clock.now
      from l, clock
      where t.inventory_item_id = l.i and t.location_id = l.l and t.sequence = l.sb
      returning 1
    ),
    state_inserts as (
      insert into inventory_level_state (id, inventory_item_id, location_id, level_id, sequence,
        available, committed, reserved, damaged, safety, quality_control, incoming, fulfilled,
        reserved_by_reservations, active, created_at, updated_at)
      select 'istate_' || l.row_id, l.i, l.l, l.level_id, l.sq, l.a, l.c, l.r, l.d, l.s, l.q, l.n,
        l.f, l.rr, coalesce((select o.active from inventory_location o where o.id = l.l), true),
        clock.now, clock.now
      from l, clock where l.sb is null
      returning 1
    ),
    level_updates as (
      update inventory_level v set
        stocked_quantity = case when l.fate = 'closed' then v.stocked_quantity
          else l.stocked::numeric end,
        raw_stocked_quantity = case when l.fate = 'closed' then v.raw_stocked_quantity
          else jsonb_build_object('value', l.stocked, 'precision', 20) end,
        reserved_quantity = case when l.fate = 'closed' then v.reserved_quantity
          else l.taken::numeric end,
        raw_reserved_quantity = case when l.fate = 'closed' then v.raw_reserved_quantity
          else jsonb_build_object('value', l.taken, 'precision', 20) end,
        incoming_quantity = case when l.fate = 'closed' then v.incoming_quantity else l.n end,
        raw_incoming_quantity = case when l.fate = 'closed' then v.raw_incoming_quantity
          else jsonb_build_object('value', trim_scale(l.n)::text, 'precision', 20) end,
        metadata = case when not l.metadata_set then v.metadata
          when l.metadata is null then null
          else coalesce(v.metadata, '{}') || l.metadata end,
        updated_at = clock.now,
        deleted_at = case when l.fate = 'closed' then coalesce(v.deleted_at, clock.now) end
      from l, clock
      where v.id = l.row_id and (l.fate in ('kept', 'restored', 'closed')
        or l.fate = 'adopted'
          and ${differs("v", "l.stocked::numeric", "l.taken::numeric", "trim_scale(l.n)")})
      returning v.id, v.created_at, v.metadata
    ),
    level_inserts as (
      insert into inventory_level (id, inventory_item_id, location_id,
        stocked_quantity, raw_stocked_quantity, reserved_quantity, raw_reserved_quantity,
        incoming_quantity, raw_incoming_quantity, metadata, created_at, updated_at)
      select l.row_id, l.i, l.l,
        l.stocked::numeric, jsonb_build_object('value', l.stocked, 'precision', 20),
        l.taken::numeric, jsonb_build_object('value', l.taken, 'precision', 20),
        l.n, jsonb_build_object('value', trim_scale(l.n)::text, 'precision', 20),
        l.metadata, clock.now, clock.now
      from l, clock where l.fate = 'opened'
      returning 1
    ),
    level_deletes as (
      delete from inventory_level v using l where v.id = l.row_id and l.fate = 'deleted' returning 1
    ),
    r as materialized (
      select * from jsonb_to_recordset($2::jsonb) as x (
        id text, i text, l text, li text, q text, b boolean, x text, d text, c text, m jsonb,
        gone boolean, fate text)
    ),
    reservation_inserts as (
      insert into reservation_item (id, inventory_item_id, location_id, line_item_id, quantity,
        raw_quantity, allow_backorder, external_id, description, created_by, metadata,
        created_at, updated_at, deleted_at)
      select r.id, r.i, r.l, r.li, r.q::numeric,
        jsonb_build_object('value', r.q, 'precision', 20), r.b, r.x, r.d, r.c, r.m,
        clock.now, clock.now, case when r.gone then clock.now end
      from r, clock where r.fate = 'created'
      returning 1
    ),
    reservation_updates as (
      update reservation_item v set
        inventory_item_id = r.i, location_id = r.l, line_item_id = r.li,
        quantity = r.q::numeric, raw_quantity = jsonb_build_object('value', r.q, 'precision', 20),
        allow_backorder = r.b, external_id = r.x, description = r.d, created_by = r.c,
        metadata = r.m, updated_at = clock.now,
        deleted_at = case when r.gone then coalesce(v.deleted_at, clock.now) end
      from r, clock
      where v.id = r.id and r.fate = 'updated'
      returning 1
    ),
    reservation_deletes as (
      delete from reservation_item v using r where v.id = r.id and r.fate = 'deleted' returning 1
    ),
    movements as (
      insert into inventory_movement (id, kind, reason, note, actor_type, actor_id, source,
        correlation_id, idempotency_key, request_hash, reverses_id, below_zero,
        order_id, line_item_id, fulfillment_id, return_id, transfer_id, reservation_id, import_id,
        created_at)
      select m.*, clock.now
      from jsonb_to_recordset($3::jsonb) as m (
        id text, kind text, reason text, note text, actor_type text, actor_id text, source text,
        correlation_id text, idempotency_key text, request_hash text, reverses_id text,
        below_zero boolean, order_id text, line_item_id text, fulfillment_id text, return_id text,
        transfer_id text, reservation_id text, import_id text), clock
      returning 1
    ),
    transactions as (
      insert into inventory_transaction (movement_id, inventory_item_id, location_id, state,
        quantity, balance_before, balance_after, sequence, created_at)
      select t.*, clock.now
      from jsonb_to_recordset($4::jsonb) as t (
        m text, i text, l text, st text, q numeric, b numeric, a numeric, sq bigint), clock
      returning 1
    )
    select clock.now,
      (select count(*) from state_updates) + (select count(*) from state_inserts) as levels,
      (select jsonb_object_agg(u.id, jsonb_build_object('created_at', u.created_at,
        'metadata', u.metadata)) from level_updates u) as rows
    from clock`,
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
        available, committed, reserved, incoming, reserved_by_reservations, active,
        created_at, updated_at)
      select 'istate_' || p.id, p.i, p.l, p.id,
        num_nonnulls(nullif(p.available, 0), nullif(p.committed, 0), nullif(p.reserved, 0),
          nullif(p.incoming, 0)),
        p.available, p.committed, p.reserved, p.incoming, p.held,
        coalesce((select o.active from inventory_location o where o.id = p.l), true),
        clock.now, clock.now
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
  text: "delete from inventory_item where id = any($1::text[])",
}

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
        or l.fate = 'adopted' and (v.stocked_quantity = l.stocked::numeric
          and v.raw_stocked_quantity ->> 'value' = l.stocked
          and v.reserved_quantity = l.taken::numeric
          and v.raw_reserved_quantity ->> 'value' = l.taken
          and v.incoming_quantity = l.n
          and v.raw_incoming_quantity ->> 'value' = trim_scale(l.n)::text) is not true)
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

/** $1: item ids. Their levels and reservations go with them by core's own foreign keys. */
export const DELETE_ITEMS: Statement = {
  name: "stockroom_delete_items",
  text: "delete from inventory_item where id = any($1::text[])",
}

import { recordset } from "./columns"
import { LEVEL_COLUMNS, MOVEMENT_COLUMNS, RESERVATION_COLUMNS, TRANSACTION_COLUMNS } from "./rows"

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

const LEVEL_FIELDS = `
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
    select ${LEVEL_FIELDS}
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

const FIRST_RESERVATION = 1 + LEVEL_COLUMNS.length
const FIRST_MOVEMENT = FIRST_RESERVATION + RESERVATION_COLUMNS.length
const FIRST_TRANSACTION = FIRST_MOVEMENT + MOVEMENT_COLUMNS.length
const TELL_ROWS = `$${FIRST_TRANSACTION + TRANSACTION_COLUMNS.length}::boolean`

const namesOf = (columns: { name: string }[]) => columns.map(({ name }) => name).join(", ")
const raw = (figure: string) => `jsonb_build_object('value', ${figure}::text, 'precision', 20)`

/**
 * The one statement that writes stock: the columns of levels, reservations, movements and
 * transactions, and whether to tell what Medusa's level rows carry besides. A level that is no longer
 * as it was locked (its sequence has moved) is not written; the caller compares the count and starts
 * again.
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
        reserved_by_reservations = l.held, updated_at = clock.now
      from l, clock
      where t.inventory_item_id = l.item and t.location_id = l.location
        and t.sequence = l.sequence_before
      returning 1
    ),
    state_inserts as (
      insert into inventory_level_state (id, inventory_item_id, location_id, level_id, sequence,
        available, committed, reserved, damaged, safety, quality_control, incoming, fulfilled,
        reserved_by_reservations, active, created_at, updated_at)
      select 'istate_' || l.row_id, l.item, l.location, l.level_id, l.sequence, l.available,
        l.committed, l.reserved, l.damaged, l.safety, l.quality_control, l.incoming, l.fulfilled,
        l.held, coalesce((select o.active from inventory_location o where o.id = l.location), true),
        clock.now, clock.now
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
      where v.id = l.row_id and l.fate in ('kept', 'restored', 'closed')
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
    )
    select clock.now,
      (select count(*) from state_updates) + (select count(*) from state_inserts) as levels,
      (select jsonb_object_agg(u.id, jsonb_build_object('created_at', u.created_at,
        'metadata', u.metadata)) from level_updates u where ${TELL_ROWS}) as rows
    from clock`,
}

/** $1: item ids. Their levels and reservations go with them by core's own foreign keys. */
export const DELETE_ITEMS: Statement = {
  name: "stockroom_delete_items",
  text: "delete from inventory_item where id = any($1::text[])",
}

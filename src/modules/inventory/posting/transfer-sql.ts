import { recordset } from "./columns"
import type { Statement } from "./sql"
import { unitsOfItem } from "./unit-sql"
import { RECEIPT_LINE_COLUMNS, TRANSFER_COLUMNS, TRANSFER_LINE_COLUMNS } from "./transfer-columns"

/**
 * The statements that lock and write transfers. A transfer is locked before any stock is; its lines are
 * read by a statement of their own, which sees what was written while the lock was waited for.
 */
export const LOCK_TRANSFER: Statement = {
  name: "stockroom_lock_transfer",
  text: `
    select id, status, origin_id, destination_id, origin_deduction, reference, note,
      to_char(expected_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as expected_at,
      carrier, tracking_number, tracking_url, metadata, custom_fields,
      deleted_at is not null as deleted
    from inventory_transfer where id = $1
    for update`,
}

/** $1: transfer. */
export const TRANSFER_LINES: Statement = {
  name: "stockroom_transfer_lines",
  text: `
    select id, position, inventory_item_id, quantity::text, accepted::text, rejected::text,
      ended::text, held::text, hold_id, order_id, line_item_id
    from inventory_transfer_line where transfer_id = $1 order by position, id`,
}

/** $1: idempotency key. */
export const FIND_TRANSFER_STEP: Statement = {
  name: "stockroom_find_transfer_step",
  text: `
    select transfer_id, status, receipt_id, request_hash from inventory_transfer_event
    where idempotency_key = $1`,
}

/** $1: transfer, $2: the lines that stay. */
export const DELETE_TRANSFER_LINES: Statement = {
  name: "stockroom_delete_transfer_lines",
  text: `
    delete from inventory_transfer_line where transfer_id = $1 and id <> all($2::text[])`,
}

/** $1: ids of locations. They stay as they are until the transaction ends. */
export const KEEP_LOCATIONS: Statement = {
  name: "stockroom_keep_locations",
  text: `
    select id, active, kind from inventory_location
    where id = any($1::text[]) and deleted_at is null order by id collate "C" for share`,
}

/** $1: ids of items; those that there are, with their units. */
export const KNOWN_ITEMS: Statement = {
  name: "stockroom_known_items",
  text: `
    select i.id, ${unitsOfItem("i.id")} as units
    from inventory_item i where i.id = any($1::text[]) and i.deleted_at is null`,
}

/**
 * $1: ids of live holds. Locked before they are read: whoever waits for another draft must see it, and a
 * statement that waits sees what there was before it waited.
 */
export const LOCK_HOLDS: Statement = {
  name: "stockroom_lock_holds",
  text: `
    select id from inventory_hold where id = any($1::text[]) and deleted_at is null
    order by id collate "C" for update`,
}

/** $1: ids of live holds, $2: the transfer that wants them; with another one that already does. */
export const HOLDS_FOR_TRANSFER: Statement = {
  name: "stockroom_holds_for_transfer",
  text: `
    select h.id, h.order_id, h.line_item_id, h.inventory_item_id, h.location_id,
      h.committed_location_id, h.quantity::text,
      (select t.id from inventory_transfer_line l join inventory_transfer t on t.id = l.transfer_id
        where l.hold_id = h.id and t.id <> $2 and t.deleted_at is null
          and (t.status = 'draft' or t.status in ('pending', 'partial')
            and t.origin_deduction = 'on_receipt')
        order by t.number limit 1) as other_transfer_id
    from inventory_hold h
    where h.id = any($1::text[]) and h.deleted_at is null`,
}

/** $1: receipt, $2: its transfer. */
export const RECEIPT_LINES: Statement = {
  name: "stockroom_receipt_lines",
  text: `
    select x.inventory_item_id, x.accepted::text, x.rejected::text, x.disposition, x.held::text
    from inventory_transfer_receipt_line x
    join inventory_transfer_receipt r on r.id = x.receipt_id
    where r.id = $1 and r.transfer_id = $2 and r.taken_back_at is null
    order by x.id`,
}

/** $1: transfer. Whether what was outstanding of it was written off when it last ended. */
export const LATEST_END: Statement = {
  name: "stockroom_latest_transfer_end",
  text: `
    select write_off from inventory_transfer_event
    where transfer_id = $1 and ${endsTransfer("event", "status")}
    order by created_at desc, id desc limit 1`,
}

/** Cancelled, closed, or ended by what a workflow has taken back. */
function endsTransfer(event: string, status: string): string {
  return `${event} in ('canceled', 'closed', 'taken_back') and ${status} in ('canceled', 'received')`
}

/**
 * $1: items. What of them is still expected by the ledger of transfers that have ended: they ended while
 * the items were deleted, so that there was nothing to post.
 */
export const ENDS_MISSED: Statement = {
  name: "stockroom_transfer_ends_missed",
  text: `
    select t.id, t.status, t.origin_id, t.destination_id, t.origin_deduction, l.inventory_item_id,
      l.order_id, l.line_item_id, p.incoming::text, e.write_off
    from inventory_transfer_line l
    join inventory_transfer t on t.id = l.transfer_id
    cross join lateral (
      select sum(x.quantity) as incoming
      from inventory_movement m join inventory_transaction x on x.movement_id = m.id
      where m.transfer_id = t.id and x.inventory_item_id = l.inventory_item_id
        and x.location_id = t.destination_id and x.state = 'incoming'
    ) p
    cross join lateral (
      select v.write_off from inventory_transfer_event v
      where v.transfer_id = t.id and ${endsTransfer("v.event", "v.status")}
      order by v.created_at desc, v.id desc limit 1
    ) e
    where l.inventory_item_id = any($1::text[]) and l.ended > 0
      and t.status in ('canceled', 'received') and p.incoming > 0
    order by t.number, l.position`,
}

const FIRST_LINE = 1 + TRANSFER_COLUMNS.length
const FIRST_RECEIPT_LINE = FIRST_LINE + TRANSFER_LINE_COLUMNS.length

/** The one statement that writes a step of a transfer: its columns, its changed lines, its receipt. */
export const WRITE_TRANSFER: Statement = {
  name: "stockroom_write_transfer",
  text: `
    with t as materialized (select * from ${recordset(TRANSFER_COLUMNS, 1, "x")}),
    created as (
      insert into inventory_transfer (id, status, origin_id, destination_id, origin_deduction,
        reference, note, expected_at, carrier, tracking_number, tracking_url, metadata,
        custom_fields)
      select id, status, origin_id, destination_id, origin_deduction, reference, note,
        expected_at::timestamptz, carrier, tracking_number, tracking_url, metadata, custom_fields
      from t where fate = 'created'
    ),
    updated as (
      update inventory_transfer v set status = t.status, origin_id = t.origin_id,
        destination_id = t.destination_id, origin_deduction = t.origin_deduction,
        reference = t.reference, note = t.note, expected_at = t.expected_at::timestamptz,
        carrier = t.carrier, tracking_number = t.tracking_number, tracking_url = t.tracking_url,
        metadata = t.metadata, custom_fields = t.custom_fields, updated_at = clock_timestamp(),
        deleted_at = case when t.fate = 'deleted' then clock_timestamp() end
      from t where v.id = t.id and t.fate <> 'created'
    ),
    lines as (
      insert into inventory_transfer_line as v (id, transfer_id, position, inventory_item_id,
        quantity, accepted, rejected, ended, held, hold_id, order_id, line_item_id)
      select l.id, t.id, l.position, l.inventory_item_id, l.quantity, l.accepted, l.rejected,
        l.ended, l.held, l.hold_id, l.order_id, l.line_item_id
      from ${recordset(TRANSFER_LINE_COLUMNS, FIRST_LINE, "l")}, t
      on conflict (id) do update set position = excluded.position, quantity = excluded.quantity,
        accepted = excluded.accepted, rejected = excluded.rejected, ended = excluded.ended,
        held = excluded.held, hold_id = excluded.hold_id, order_id = excluded.order_id,
        line_item_id = excluded.line_item_id, updated_at = clock_timestamp()
    ),
    receipt as (
      insert into inventory_transfer_receipt (id, transfer_id, note, actor_type, actor_id,
        idempotency_key)
      select receipt_id, id, event_note, actor_type, actor_id, idempotency_key
      from t where receipt_id is not null
    ),
    receipt_lines as (
      insert into inventory_transfer_receipt_line (id, receipt_id, inventory_item_id, accepted,
        rejected, disposition, reason, note, held)
      select r.id, t.receipt_id, r.inventory_item_id, r.accepted, r.rejected, r.disposition,
        r.reason, r.note, r.held
      from ${recordset(RECEIPT_LINE_COLUMNS, FIRST_RECEIPT_LINE, "r")}, t
    ),
    taken_back as (
      update inventory_transfer_receipt v set taken_back_at = clock_timestamp(),
        updated_at = clock_timestamp()
      from t where v.id = t.taken_back_id
    )
    insert into inventory_transfer_event (id, transfer_id, event, status, actor_type, actor_id,
      source, reason, note, write_off, receipt_id, idempotency_key, request_hash)
    select event_id, id, event, status, actor_type, actor_id, source, event_reason, event_note,
      write_off, coalesce(receipt_id, taken_back_id), idempotency_key, request_hash
    from t`,
}

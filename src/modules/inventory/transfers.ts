import { Refusal } from "../../core/refusal"
import type { Run } from "./posting/connection"
import type { TransferFilters, TransferRecord, TransferSummary } from "./types"

/** Transfers without their lines, newest first. */
export async function listTransfers(
  read: Run,
  filters: TransferFilters,
  page: { limit: number; offset: number }
): Promise<[TransferSummary[], number]> {
  const values = filterValues(filters)
  const [{ count }] = await read<{ count: string }>(
    { name: "", text: `select count(*) as count from inventory_transfer t where ${FILTERS}` },
    values
  )
  const rows = await read<TransferSummary>(
    {
      name: "",
      text: `select ${SUMMARY} from inventory_transfer t ${TOTALS}
        where ${FILTERS} order by t.number desc limit $10 offset $11`,
    },
    [...values, page.limit, page.offset]
  )
  return [rows, Number(count)]
}

/** @throws Refusal `not_found` */
export async function retrieveTransfer(read: Run, id: string): Promise<TransferRecord> {
  const [row] = await read<TransferRecord>(
    {
      name: "",
      text: `select ${SUMMARY}, ${LINES} as lines, ${RECEIPTS} as receipts, ${EVENTS} as events
        from inventory_transfer t ${TOTALS} where t.id = $1 and t.deleted_at is null`,
    },
    [id]
  )
  if (!row) {
    throw Refusal.notFound(`Transfer ${id} was not found`, { transfer_id: id })
  }
  return row
}

const moment = (column: string) =>
  `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
/** A figure as the API writes it: exact, without zeros behind it. */
export const decimal = (figure: string) => `trim_scale(${figure})::text`
/** What is still to arrive of a line `l`. */
export const OUTSTANDING = "greatest(l.quantity - l.accepted - l.rejected - l.ended, 0)"

const SUMMARY = `
  t.id, 'T-' || t.number as number, t.status, t.origin_id, t.destination_id, t.origin_deduction,
  t.reference, t.note, ${moment("t.expected_at")} as expected_at, t.carrier, t.tracking_number,
  t.tracking_url, t.metadata, t.custom_fields, ${moment("t.created_at")} as created_at,
  ${moment("t.updated_at")} as updated_at, s.totals`

const TOTALS = `
  cross join lateral (
    select jsonb_build_object('lines', count(*),
      ${["quantity", "accepted", "rejected", "ended"]
        .map((name) => `'${name}', ${decimal(`coalesce(sum(l.${name}), 0)`)}`)
        .join(", ")},
      'outstanding', ${decimal(`coalesce(sum(${OUTSTANDING}), 0)`)}) as totals
    from inventory_transfer_line l where l.transfer_id = t.id
  ) s`

const LINES = `coalesce((
  select jsonb_agg(jsonb_build_object('id', l.id, 'inventory_item_id', l.inventory_item_id,
      'sku', i.sku, 'title', i.title,
      ${["quantity", "accepted", "rejected", "ended"]
        .map((name) => `'${name}', ${decimal(`l.${name}`)}`)
        .join(", ")},
      'outstanding', ${decimal(OUTSTANDING)}, 'hold_id', l.hold_id,
      'hold_quantity', ${decimal("h.quantity")}, 'order_id', l.order_id,
      'line_item_id', l.line_item_id) order by l.position, l.id)
  from inventory_transfer_line l left join inventory_item i on i.id = l.inventory_item_id
    left join inventory_hold h on h.id = l.hold_id and h.deleted_at is null
  where l.transfer_id = t.id), '[]')`

const RECEIPTS = `coalesce((
  select jsonb_agg(jsonb_build_object('id', r.id, 'note', r.note, 'actor_type', r.actor_type,
      'actor_id', r.actor_id, 'idempotency_key', r.idempotency_key,
      'taken_back_at', ${moment("r.taken_back_at")}, 'created_at', ${moment("r.created_at")},
      'lines', (
        select jsonb_agg(jsonb_build_object('inventory_item_id', x.inventory_item_id,
          'accepted', ${decimal("x.accepted")}, 'rejected', ${decimal("x.rejected")},
          'disposition', x.disposition, 'reason', x.reason, 'note', x.note) order by x.id)
        from inventory_transfer_receipt_line x where x.receipt_id = r.id)
    ) order by r.created_at, r.id)
  from inventory_transfer_receipt r where r.transfer_id = t.id), '[]')`

const EVENTS = `coalesce((
  select jsonb_agg(jsonb_build_object('id', e.id, 'event', e.event, 'status', e.status,
      'actor_type', e.actor_type, 'actor_id', e.actor_id, 'reason', e.reason, 'note', e.note,
      'write_off', e.write_off, 'receipt_id', e.receipt_id,
      'created_at', ${moment("e.created_at")}) order by e.created_at, e.id)
  from inventory_transfer_event e where e.transfer_id = t.id), '[]')`

/** $1 to $9: one for each filter, null where it is not asked for. */
const FILTERS = `
  t.deleted_at is null
  and ($1::text[] is null or t.status = any($1))
  and ($2::text[] is null or t.origin_id = any($2))
  and ($3::text[] is null or t.destination_id = any($3))
  and ($4::text[] is null or t.origin_id = any($4) or t.destination_id = any($4))
  and ($5::text[] is null or exists (select 1 from inventory_transfer_line l
    where l.transfer_id = t.id and l.inventory_item_id = any($5)))
  and ($6::text is null or exists (select 1 from inventory_transfer_line l
    where l.transfer_id = t.id and l.order_id = $6))
  and ($7::text is null or 'T-' || t.number ilike $7 or t.reference ilike $7
    or t.tracking_number ilike $7
    or exists (select 1 from inventory_transfer_line l
      join inventory_item i on i.id = l.inventory_item_id
      where l.transfer_id = t.id and (i.sku ilike $7 or i.title ilike $7)))
  and ($8::timestamptz is null or t.expected_at >= $8)
  and ($9::timestamptz is null or t.expected_at < $9)`

function filterValues(filters: TransferFilters): unknown[] {
  const several = (value: string | string[] | undefined) =>
    value === undefined ? null : [value].flat()
  const q = filters.q?.trim()
  return [
    several(filters.status),
    several(filters.origin_id),
    several(filters.destination_id),
    several(filters.location_id),
    several(filters.inventory_item_id),
    filters.order_id ?? null,
    q ? `%${q.replace(/[\\%_]/g, "\\$&")}%` : null,
    asMoment(filters.expected_from, "expected_from"),
    asMoment(filters.expected_until, "expected_until"),
  ]
}

function asMoment(value: string | Date | undefined, field: string): string | null {
  if (value === undefined) {
    return null
  }
  const date = new Date(value)
  if (Number.isNaN(date.getTime())) {
    throw Refusal.invalid(field, "must be a date")
  }
  return date.toISOString()
}

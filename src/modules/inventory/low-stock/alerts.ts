import { Refusal } from "../../../core/refusal"
import type { Run } from "../posting/connection"
import { partOf, several } from "./read-rules"
import { readMoment } from "./rule-input"
import type { ChangeAlertsInput, LowStockAlert, LowStockAlertFilters, LowStockEvent } from "./types"

/** Alerts, newest first. What Medusa may still take back is not among them. */
export async function listAlerts(
  read: Run,
  filters: LowStockAlertFilters,
  page: { limit: number; offset: number }
): Promise<[LowStockAlert[], number]> {
  const values = filterValues(filters)
  const [{ count }] = await read<{ count: string }>(
    {
      name: "",
      text: `select count(*) as count from inventory_low_stock_alert a ${FILTERS}`,
    },
    values
  )
  const rows = await read<LowStockAlert>(
    {
      name: "",
      text: `
        with page as (
          select a.* from inventory_low_stock_alert a ${FILTERS}
          order by a.opened_at desc, a.id desc limit $11 offset $12)
        select ${ALERT_FIELDS} from page a ${CURRENT} order by a.opened_at desc, a.id desc`,
    },
    [...values, page.limit, page.offset]
  )
  return [rows, Number(count)]
}

/** @throws Refusal `not_found` */
export async function retrieveAlert(read: Run, id: string): Promise<LowStockAlert> {
  const [alert] = await read<LowStockAlert>(
    {
      name: "",
      text: `select ${ALERT_FIELDS} from inventory_low_stock_alert a ${CURRENT}
        where a.id = $1 and a.settled_at is not null`,
    },
    [id]
  )
  if (!alert) {
    throw Refusal.notFound(`Low-stock alert ${id} was not found`, { alert_id: id })
  }
  return alert
}

/** Some alerts; those that are not there are left out. */
export async function readAlerts(read: Run, ids: string[]): Promise<LowStockAlert[]> {
  return await read<LowStockAlert>(
    {
      name: "",
      text: `select ${ALERT_FIELDS} from inventory_low_stock_alert a ${CURRENT}
        where a.id = any($1::text[]) and a.settled_at is not null`,
    },
    [ids]
  )
}

/** The live alerts of an item. */
export async function liveAlertsOf(read: Run, itemId: string): Promise<LowStockAlert[]> {
  return await read<LowStockAlert>(
    {
      name: "",
      text: `select ${ALERT_FIELDS} from inventory_low_stock_alert a ${CURRENT}
        where a.inventory_item_id = $1 and a.low_until is null and a.settled_at is not null`,
    },
    [itemId]
  )
}

/** How many alerts wait for somebody. */
export async function countAlerts(read: Run): Promise<{ open: number; acknowledged: number }> {
  const [row] = await read<{ open: number; acknowledged: number }>({
    name: "",
    text: `
      select count(*) filter (where status = 'open')::int as open,
        count(*) filter (where status = 'acknowledged')::int as acknowledged
      from inventory_low_stock_alert
      where status in ('open', 'acknowledged') and settled_at is not null`,
  })
  return row
}

/** The locations that alerts are about; null for several together. */
export async function placesOfAlerts(read: Run, ids: string[]): Promise<(string | null)[]> {
  const rows = await read<{ location_id: string | null }>(
    {
      name: "",
      text: "select distinct location_id from inventory_low_stock_alert where id = any($1::text[])",
    },
    [ids]
  )
  return rows.map(({ location_id }) => location_id)
}

/** What a person says of alerts. Gives those that it has changed. */
export async function changeAlerts(
  run: Run,
  { ids, ...input }: ChangeAlertsInput,
  by: string | null
): Promise<LowStockEvent[]> {
  if (input.do === "mute") {
    return await run<LowStockEvent>(MUTE, [ids, readMoment(input.until, "until")])
  }
  const statement = input.do === "acknowledge" ? ACKNOWLEDGE : RESOLVE
  return await run<LowStockEvent>(statement, [ids, by, input.note ?? null])
}

/** Takes back what a person has said of alerts, for a workflow that fails later. */
export async function putBackAlerts(run: Run, before: LowStockAlert[]): Promise<void> {
  await run(PUT_BACK, [JSON.stringify(before)])
}

const DONE = { acknowledge: "acknowledged", resolve: "resolved", mute: "muted" }

/**
 * Refuses what could not be done to an alert.
 *
 * @throws Refusal `not_found`, or `conflict` with the status that does not allow it
 */
export async function refuseStatus(read: Run, input: ChangeAlertsInput): Promise<never> {
  const [id] = input.ids
  const { status } = await retrieveAlert(read, id)
  throw Refusal.conflict(`Alert ${id} is ${status} and cannot be ${DONE[input.do]}`, {
    alert_id: id,
    status,
  })
}

const ALERT_FIELDS = `
  a.id, a.inventory_item_id, a.place, a.location_id, a.sales_channel_id, a.rule_id,
  trim_scale(a.threshold)::text as threshold, trim_scale(a.available)::text as available,
  trim_scale(c.current)::text as current, a.low_until is null as low, a.status, a.resolution,
  a.actions, a.movement_id, case when a.low_until is not null then a.recovery_movement_id end
    as recovery_movement_id,
  case when a.low_until is not null then trim_scale(a.recovery_available)::text end
    as recovery_available,
  a.opened_at, a.acknowledged_at, a.acknowledged_by, a.resolved_at, a.resolved_by, a.low_until,
  a.muted_until, a.note`

/** What is left of an alert's stock now. */
const CURRENT = `
  cross join lateral (
    select coalesce(sum(case when a.place = 'location' then s.available
      else greatest(s.available, 0) end), 0) as current
    from inventory_level_state s left join inventory_location o on o.id = s.location_id
    where s.inventory_item_id = a.inventory_item_id and s.level_id is not null
      and case a.place when 'location' then s.location_id = a.location_id
        when 'channel' then s.active and a.sales_channel_id = any(o.sales_channel_ids)
        else s.active and cardinality(o.sales_channel_ids) > 0 end
  ) c`

/** $1 to $10: one for each filter, null where it is not asked for. */
const FILTERS = `
  left join inventory_item i on i.id = a.inventory_item_id
  where a.settled_at is not null
    and ($1::text[] is null or a.status = any($1))
    and ($2::text[] is null or a.inventory_item_id = any($2))
    and ($3::text[] is null or a.location_id = any($3))
    and ($4::text[] is null or a.sales_channel_id = any($4))
    and ($5::text[] is null or a.place = any($5))
    and ($6::text[] is null or a.rule_id = any($6))
    and ($7::boolean is null or (a.low_until is null) = $7)
    and ($8::text is null or i.sku ilike $8 or i.title ilike $8)
    and ($9::timestamptz is null or a.opened_at >= $9)
    and ($10::timestamptz is null or a.opened_at < $10)`

function filterValues(filters: LowStockAlertFilters): unknown[] {
  return [
    several(filters.status),
    several(filters.inventory_item_id),
    several(filters.location_id),
    several(filters.sales_channel_id),
    several(filters.place),
    several(filters.rule_id),
    filters.low ?? null,
    partOf(filters.q),
    filters.opened_from ?? null,
    filters.opened_until ?? null,
  ]
}

const EVENT_FIELDS = `a.id, a.inventory_item_id, a.place, a.location_id, a.sales_channel_id, a.rule_id,
  a.movement_id, a.resolution`

/** $1: ids, $2: who, $3: a note. */
const ACKNOWLEDGE = {
  name: "",
  text: `
    update inventory_low_stock_alert a set status = 'acknowledged',
      acknowledged_at = clock_timestamp(), acknowledged_by = $2, note = coalesce($3, a.note),
      updated_at = clock_timestamp()
    where a.id = any($1::text[]) and a.status = 'open' and a.settled_at is not null
    returning ${EVENT_FIELDS}`,
}

/** $1: ids, $2: who, $3: a note. */
const RESOLVE = {
  name: "",
  text: `
    update inventory_low_stock_alert a set status = 'resolved', resolution = 'by_hand',
      resolved_at = clock_timestamp(), resolved_by = $2, note = coalesce($3, a.note),
      updated_at = clock_timestamp()
    where a.id = any($1::text[]) and a.status <> 'resolved' and a.settled_at is not null
    returning ${EVENT_FIELDS}`,
}

/** $1: ids, $2: until when. Runs that have not begun wait with it. */
const MUTE = {
  name: "",
  text: `
    with muted as (
      update inventory_low_stock_alert a set muted_until = $2::timestamptz,
        updated_at = clock_timestamp()
      where a.id = any($1::text[]) and a.settled_at is not null
      returning ${EVENT_FIELDS}
    ),
    runs as (
      update inventory_low_stock_run r
      set next_at = greatest(clock_timestamp(), $2::timestamptz,
          (select u.muted_until from inventory_low_stock_rule u where u.id = m.rule_id)),
        updated_at = clock_timestamp()
      from muted m
      where r.alert_id = m.id and r.phase = 'execute' and r.status = 'pending' and r.attempts = 0
    )
    select * from muted`,
}

/** $1: alerts as they were, of which none has ended since. */
const PUT_BACK = {
  name: "",
  text: `
    update inventory_low_stock_alert a set status = x.status, resolution = x.resolution,
      acknowledged_at = x.acknowledged_at, acknowledged_by = x.acknowledged_by,
      resolved_at = x.resolved_at, resolved_by = x.resolved_by, note = x.note,
      muted_until = x.muted_until, updated_at = clock_timestamp()
    from jsonb_to_recordset($1::jsonb) as x (id text, status text, resolution text,
      acknowledged_at timestamptz, acknowledged_by text, resolved_at timestamptz,
      resolved_by text, note text, muted_until timestamptz)
    where a.id = x.id and (a.low_until is null or x.status = 'resolved')`,
}

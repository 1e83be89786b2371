import { reorder } from "../../../core/low-stock"
import { exact, type Quantity } from "../../../core/quantity"
import type { Run } from "../posting/connection"
import { conversions } from "../units"
import { several } from "./read-rules"
import type { LowStockReportFilters, LowStockReportRow } from "./types"

const DAYS = 30

/** What the database gives of a pool: the figures, not what follows from them. */
type Figures = Omit<
  LowStockReportRow,
  "status" | "per_day" | "days_of_cover" | "demand" | "target" | "order"
>

/**
 * What is watched, what is low first, then what will be before new stock could arrive, then by days of
 * cover.
 */
export async function lowStockReport(
  read: Run,
  { status, inventory_item_id, location_id, place, days, cover_days }: LowStockReportFilters,
  page: { limit: number; offset: number }
): Promise<[LowStockReportRow[], number]> {
  const rows = await read<{ count: string; page: Figures[] | null }>(REPORT, [
    several(inventory_item_id),
    several(location_id),
    several(place),
    several(status),
    days ?? DAYS,
    page.limit,
    page.offset,
  ])
  const [{ count, page: figures }] = rows
  const found = figures ?? []
  const unitsOf = await conversions(
    read,
    found.map((row) => row.inventory_item_id)
  )
  const report = found.map((row) =>
    toRow(row, cover_days ?? DAYS, unitsOf(row.inventory_item_id)?.base.increment ?? null)
  )
  return [report, Number(count)]
}

function toRow(figures: Figures, coverDays: number, increment: Quantity | null): LowStockReportRow {
  const advice = reorder({
    available: exact(figures.available),
    incoming: exact(figures.incoming),
    threshold: exact(figures.threshold),
    reorderTo: figures.reorder_to === null ? null : exact(figures.reorder_to),
    sold: exact(figures.sold),
    days: figures.days,
    leadTimeDays: figures.lead_time_days,
    coverDays,
    increment,
  })
  return {
    ...figures,
    status: advice.status,
    per_day: advice.perDay.toFixed(),
    days_of_cover: advice.daysOfCover?.toFixed() ?? null,
    demand: advice.demand.toFixed(),
    target: advice.target.toFixed(),
    order: advice.order.toFixed(),
  }
}

/** The rule that decides about a pool `p`, as inventory_low_stock_evaluate has it. */
const WINNER = (keys: string) => `
  cross join lateral (
    select r.id as rule_id, r.threshold, r.enabled, r.lead_time_days as rule_lead_time, r.reorder_to
    from inventory_low_stock_rule r
    where r.item_key in (p.item, '') and r.place_key = any(${keys}) and r.deleted_at is null
    order by r.item_key = '', r.place = 'each_location' limit 1
  ) w`

/**
 * Sold is what orders have committed, less what they have given back; what is fulfilled was committed
 * before. A stock that is younger than the days that are asked for is divided by its own age. What several
 * locations have together arrives as late as at the slowest of them.
 */
const REPORT = {
  name: "",
  text: `
    with alone as (
      select s.inventory_item_id as item, s.location_id, s.available,
        greatest(s.incoming, 0) as incoming, array[s.location_id] as locations, o.lead_time_days,
        case when s.active and coalesce(o.kind in ('warehouse', 'store'), true)
          then array['location:' || s.location_id, 'each_location']
          else array['location:' || s.location_id] end as keys
      from inventory_level_state s left join inventory_location o on o.id = s.location_id
      where s.level_id is not null and s.sequence > 0
        and ($1::text[] is null or s.inventory_item_id = any($1))
        and ($2::text[] is null or s.location_id = any($2))
    ),
    places as (
      select distinct r.place, r.sales_channel_id, r.place_key from inventory_low_stock_rule r
      where r.place in ('channel', 'together') and r.deleted_at is null and $2::text[] is null
    ),
    joint as (
      select s.inventory_item_id as item, k.place, k.sales_channel_id, k.place_key,
        sum(greatest(s.available, 0)) as available, sum(greatest(s.incoming, 0)) as incoming,
        array_agg(s.location_id) as locations, max(o.lead_time_days) as lead_time_days
      from places k
      join inventory_location o on o.deleted_at is null and case k.place
        when 'channel' then k.sales_channel_id = any(o.sales_channel_ids)
        else cardinality(o.sales_channel_ids) > 0 end
      join inventory_level_state s on s.location_id = o.id
      where s.active and s.level_id is not null and s.sequence > 0
        and ($1::text[] is null or s.inventory_item_id = any($1))
      group by s.inventory_item_id, k.place, k.sales_channel_id, k.place_key
    ),
    pools as (
      select p.item, 'location' as place, p.location_id, null::text as sales_channel_id, p.available,
        p.incoming, p.locations, p.lead_time_days, w.*
      from alone p ${WINNER("p.keys")}
      union all
      select p.item, p.place, null, p.sales_channel_id, p.available, p.incoming, p.locations,
        p.lead_time_days, w.*
      from joint p ${WINNER("array[p.place_key]")}
    ),
    sold as (
      select t.inventory_item_id as item, t.location_id, sum(t.quantity) as units
      from inventory_transaction t join inventory_movement m on m.id = t.movement_id
      where t.state = 'committed' and m.kind in ('commit', 'release')
        and t.created_at >= now() - $5::int * interval '1 day'
        and ($1::text[] is null or t.inventory_item_id = any($1))
      group by t.inventory_item_id, t.location_id
    ),
    figures as (
      select p.*, coalesce(p.rule_lead_time, p.lead_time_days, 0) as lead_time,
        greatest(coalesce(u.sold, 0), 0) as sold,
        least($5::int, greatest(1, ceil(extract(epoch from now() - b.since) / 86400)))::int as days
      from pools p
      cross join lateral (
        select sum(s.units) as sold from sold s
        where s.item = p.item and s.location_id = any(p.locations)
      ) u
      cross join lateral (
        select min(t.created_at) as since from inventory_transaction t
        where t.inventory_item_id = p.item and t.location_id = any(p.locations) and t.sequence = 1
      ) b
      where p.enabled and ($3::text[] is null or p.place = any($3))
    ),
    judged as (
      select f.*, case when f.available <= f.threshold then 'low'
        when (f.available - f.threshold) * f.days <= f.sold * f.lead_time then 'soon'
        else 'ok' end as status
      from figures f
    ),
    wanted as (select * from judged j where $4::text[] is null or j.status = any($4))
    select (select count(*) from wanted) as count,
      (select jsonb_agg(jsonb_build_object(
          'inventory_item_id', q.item, 'place', q.place, 'location_id', q.location_id,
          'sales_channel_id', q.sales_channel_id, 'rule_id', q.rule_id,
          'available', trim_scale(q.available)::text, 'incoming', trim_scale(q.incoming)::text,
          'threshold', trim_scale(q.threshold)::text, 'lead_time_days', q.lead_time,
          'reorder_to', trim_scale(q.reorder_to)::text, 'sold', trim_scale(q.sold)::text,
          'days', q.days) order by q.rank)
        from (
          select w.*, row_number() over (
            order by array_position(array['low', 'soon', 'ok'], w.status),
              case when w.sold > 0 then greatest(w.available, 0) * w.days / w.sold end nulls last,
              w.item, w.place, w.location_id, w.sales_channel_id) as rank
          from wanted w order by rank limit $6 offset $7
        ) q) as page`,
}

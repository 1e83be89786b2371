import { Refusal } from "../../core/refusal"
import { type State, UNAVAILABLE_STATES } from "../../core/state"
import type { Run } from "./posting/connection"
import type { StockChart, StockChartInput } from "./types"

/** More than a screen can show apart. */
export const MOST_POINTS = 400

const DAY = 86_400_000
const USUAL_DAYS = 90

/**
 * On hand and available of an item over time: at the end of each of some equal steps, added up over
 * its levels, or at one location.
 *
 * @throws Refusal `not_found`, `invalid_data`
 */
export async function stockChart(read: Run, input: StockChartInput): Promise<StockChart> {
  const { from, until, ends } = stepsOf(input)
  const location_ids = await locationsOf(read, input)
  const rows = await read<{ on_hand: string; available: string }>(FIGURES, [
    input.inventory_item_id,
    input.location_id ?? null,
    ends,
  ])
  return {
    inventory_item_id: input.inventory_item_id,
    location_id: input.location_id ?? null,
    from,
    until,
    points: ends.map((at, index) => ({ at, ...rows[index] })),
    location_ids,
  }
}

/** The moments at which the steps end; the last one is `until`. */
export function stepsOf({ from, until, points }: Omit<StockChartInput, "inventory_item_id">): {
  from: string
  until: string
  ends: string[]
} {
  const last = until === undefined ? Date.now() : timeOf(until, "until")
  const first = from === undefined ? last - USUAL_DAYS * DAY : timeOf(from, "from")
  if (first >= last) {
    throw Refusal.invalid("from", "must be before until")
  }
  const steps = points ?? Math.min(MOST_POINTS, Math.max(1, Math.ceil((last - first) / DAY)))
  if (!Number.isInteger(steps) || steps < 1 || steps > MOST_POINTS) {
    throw Refusal.invalid("points", `must be a whole number from 1 to ${MOST_POINTS}`)
  }
  const text = (time: number) => new Date(Math.round(time)).toISOString()
  // Without a number of points a step is a day, and what is left over is the first one.
  const step = points === undefined && steps < MOST_POINTS ? DAY : (last - first) / steps
  return {
    from: text(first),
    until: text(last),
    ends: Array.from({ length: steps }, (_, index) => text(last - (steps - 1 - index) * step)),
  }
}

/** Where the item is or has been: closed levels have a history, too. */
async function locationsOf(read: Run, input: StockChartInput): Promise<string[]> {
  const { inventory_item_id, location_id } = input
  const [item] = await read<{ location_ids: string[] }>(LOCATIONS, [inventory_item_id])
  if (!item) {
    throw Refusal.notFound(`Inventory item ${inventory_item_id} was not found`, {
      inventory_item_id,
    })
  }
  if (location_id != null && !item.location_ids.includes(location_id)) {
    throw Refusal.notFound(
      `Inventory item ${inventory_item_id} has no level at location ${location_id}`,
      { inventory_item_id, location_id }
    )
  }
  return item.location_ids
}

function timeOf(value: Date | string, field: string): number {
  const time = new Date(value).getTime()
  if (Number.isNaN(time)) {
    throw Refusal.invalid(field, `must be a date, not "${String(value)}"`)
  }
  return time
}

const LOCATIONS = {
  name: "",
  text: `
    select array(
      select s.location_id from inventory_level_state s where s.inventory_item_id = i.id
      order by s.location_id) as location_ids
    from inventory_item i where i.id = $1 and i.deleted_at is null`,
}

/** What else is on hand. */
const BESIDE_AVAILABLE = ["committed", ...UNAVAILABLE_STATES] as const

/** The balance that the latest row of a state left, up to a row of its level. */
function balanceAt(state: State): string {
  return `coalesce((
        select t.balance_after from inventory_transaction t
        where t.inventory_item_id = $1 and t.location_id = f.location_id
          and t.sequence <= f.sequence and t.state = '${state}'
        order by t.sequence desc limit 1), 0)`
}

/** So many of an item's rows before a moment are looked at; a level that is not among them is quiet. */
const NEAR = 64

/**
 * $1: the item, $2: a location or null, $3: the moments. What an item's levels had at a moment their
 * latest rows tell, which for a busy level are just before it. Those of the others are found by
 * halving, as for the stock as of a moment: a level's rows are numbered in the order of time. Moments
 * between which nothing happened have the same row, whose balances are looked up once.
 */
const FIGURES = {
  name: "",
  text: `
    with recursive levels as materialized (
      select location_id, sequence from inventory_level_state
      where inventory_item_id = $1 and ($2::text is null or location_id = $2)
    ),
    moments as materialized (
      select n, at from unnest($3::timestamptz[]) with ordinality m (at, n)
    ),
    near as materialized (
      select moments.n, r.location_id, max(r.sequence) as sequence
      from moments
      cross join lateral (
        select t.location_id, t.sequence from inventory_transaction t
        where t.inventory_item_id = $1 and t.created_at <= moments.at
        order by t.created_at desc, t.id desc limit ${NEAR}
      ) r
      group by moments.n, r.location_id
    ),
    halves (location_id, n, at, low, high) as (
      select l.location_id, moments.n, moments.at, coalesce(near.sequence, 0),
        coalesce(near.sequence, l.sequence)
      from levels l
      cross join moments
      left join near on near.n = moments.n and near.location_id = l.location_id
      union all
      select h.location_id, h.n, h.at, case when before then middle else low end,
        case when before then high else middle - 1 end
      from halves h
      cross join lateral (select (low + high + 1) / 2 as middle) m
      cross join lateral (
        select coalesce((
          select t.created_at <= h.at from inventory_transaction t
          where t.inventory_item_id = $1 and t.location_id = h.location_id
            and t.sequence <= middle
          order by t.sequence desc limit 1), true) as before
      ) b
      where low < high
    ),
    rows_then as materialized (
      select location_id, n, low as sequence from halves where low = high
    ),
    figures as materialized (
      select f.location_id, f.sequence, a.available,
        a.available + ${BESIDE_AVAILABLE.map(balanceAt).join("\n        + ")} as on_hand
      from (select distinct location_id, sequence from rows_then) f
      cross join lateral (select ${balanceAt("available")} as available) a
    )
    select trim_scale(coalesce(sum(f.on_hand), 0))::text as on_hand,
      trim_scale(coalesce(sum(f.available), 0))::text as available
    from moments
    left join rows_then r on r.n = moments.n
    left join figures f on f.location_id = r.location_id and f.sequence = r.sequence
    group by moments.n
    order by moments.n`,
}

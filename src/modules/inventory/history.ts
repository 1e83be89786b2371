import { exact } from "../../core/quantity"
import { Refusal } from "../../core/refusal"
import { type State, STATES } from "../../core/state"
import { onHand, unavailable } from "../../core/level"
import type { Run } from "./posting/connection"
import type { HistoryFilters, HistoryPage, HistoryRow, LevelAsOf, MovementRecord } from "./types"

export const MAX_PAGE = 1_000

/** One page of the history, newest first. */
export async function history(
  read: Run,
  filters: HistoryFilters,
  page: { limit: number; cursor?: string | null }
): Promise<HistoryPage> {
  const { text, values } = await cheapestQuery(read, filters, page)
  const rows = await read<HistoryRow>({ name: "", text }, values)
  const more = rows.length > page.limit
  const shown = more ? rows.slice(0, page.limit) : rows
  const last = shown[shown.length - 1]
  return { rows: shown, next_cursor: more ? encodeCursor(last) : null }
}

/** @throws Refusal `not_found` */
export async function retrieveMovement(read: Run, id: string): Promise<MovementRecord> {
  const [row] = await read<MovementRecord>({ name: "", text: MOVEMENT }, [id])
  if (!row) {
    throw Refusal.notFound(`Movement ${id} was not found`, { movement_id: id })
  }
  return row
}

/** The whole history that the filters leave, page by page. */
export async function* historyPages(
  read: Run,
  filters: HistoryFilters
): AsyncGenerator<HistoryRow[]> {
  let cursor: string | null = null
  do {
    const page: HistoryPage = await history(read, filters, { limit: MAX_PAGE, cursor })
    yield page.rows
    cursor = page.next_cursor
  } while (cursor)
}

/** Levels as they stood at a moment, by item and location. */
export async function stockAsOf(
  read: Run,
  input: {
    at: Date | string
    inventory_item_id?: string
    location_id?: string
    limit: number
    offset: number
  }
): Promise<LevelAsOf[]> {
  const rows = await read<Record<State | "item" | "location", string>>(AS_OF, [
    moment(input.at, "at"),
    input.inventory_item_id ?? null,
    input.location_id ?? null,
    input.limit,
    input.offset,
  ])
  return rows.map((row) => {
    const balances = Object.fromEntries(
      STATES.map((state) => [state, exact(row[state])])
    ) as Record<State, ReturnType<typeof exact>>
    return {
      inventory_item_id: row.item,
      location_id: row.location,
      on_hand: onHand(balances).toFixed(),
      unavailable: unavailable(balances).toFixed(),
      ...(Object.fromEntries(STATES.map((state) => [state, balances[state].toFixed()])) as Record<
        State,
        string
      >),
    }
  })
}

const TRANSACTION_FILTERS = ["inventory_item_id", "location_id", "state"] as const

const MOVEMENT_FILTERS = [
  "kind",
  "reason",
  "actor_id",
  "actor_type",
  "transfer_id",
  "reservation_id",
  "import_id",
  "correlation_id",
] as const

/** What a movement may also have been tied to after it was written. */
const TIED_FILTERS = ["order_id", "fulfillment_id", "return_id"] as const

interface Query {
  text: string
  values: unknown[]
}

/**
 * A movement and its rows are written at one moment, so either table can be read in the order of
 * time, and the other looked up. Where both are filtered, which of them is much the cheaper depends
 * on what is asked for, by orders of magnitude: Postgres knows, from its statistics.
 */
async function cheapestQuery(
  read: Run,
  filters: HistoryFilters,
  page: { limit: number; cursor?: string | null }
): Promise<Query> {
  const byRow = historyQuery(filters, page, "t")
  const aboutMovements =
    MOVEMENT_FILTERS.some((field) => filters[field] !== undefined) ||
    TIED_FILTERS.some((field) => filters[field] !== undefined) ||
    filters.line_item_id !== undefined
  if (!aboutMovements) {
    return byRow
  }
  const byMovement = historyQuery(filters, page, "m")
  return (await costOf(read, byRow)) < (await costOf(read, byMovement)) ? byRow : byMovement
}

async function costOf(read: Run, { text, values }: Query): Promise<number> {
  const [row] = await read<{ "QUERY PLAN": { Plan: { "Total Cost": number } }[] }>(
    { name: "", text: `explain (format json) ${text}` },
    values
  )
  return row["QUERY PLAN"][0].Plan["Total Cost"]
}

/** @param leads - the table that is read in the order of time: `t`ransactions or `m`ovements */
function historyQuery(
  filters: HistoryFilters,
  page: { limit: number; cursor?: string | null },
  leads: "t" | "m"
): Query {
  const values: unknown[] = []
  const bind = (value: unknown) => `$${values.push(value)}`
  const conditions: string[] = []
  const oneOf = (column: string, value: string | string[] | undefined, type = "text") => {
    if (Array.isArray(value)) {
      conditions.push(`${column} = any(${bind(value)}::${type}[])`)
    } else if (value !== undefined) {
      conditions.push(`${column} = ${bind(value)}`)
    }
  }
  TRANSACTION_FILTERS.forEach((field) => oneOf(`t.${field}`, filters[field]))
  MOVEMENT_FILTERS.forEach((field) => oneOf(`m.${field}`, filters[field]))
  oneOf("t.movement_id", filters.movement_id)
  const orderLines = filters.order_id === undefined ? undefined : filters.line_item_id
  if (orderLines === undefined) {
    oneOf("m.line_item_id", filters.line_item_id)
  }
  for (const field of TIED_FILTERS) {
    if (filters[field] !== undefined) {
      const id = bind(filters[field])
      const either = [
        `m.${field} = ${id}`,
        `m.id = any(array(
          select movement_id from inventory_movement_reference where ${field} = ${id}))`,
      ]
      if (field === "order_id" && orderLines !== undefined) {
        either.push(`m.line_item_id = any(${bind([orderLines].flat())}::text[])`)
      }
      conditions.push(`(${either.join(" or ")})`)
    }
  }
  const at = `${leads}.created_at`
  if (filters.from !== undefined) {
    conditions.push(`${at} >= ${bind(moment(filters.from, "from"))}`)
  }
  if (filters.until !== undefined) {
    conditions.push(`${at} < ${bind(moment(filters.until, "until"))}`)
  }
  if (page.cursor) {
    const { at: cursorAt, id } = decodeCursor(page.cursor)
    const moment_ = `${bind(cursorAt)}::timestamptz`
    // Said twice: where the two columns are of two tables, only the first can bound an index.
    conditions.push(`${at} <= ${moment_}`, `(${at}, t.id) < (${moment_}, ${bind(id)}::bigint)`)
  }
  const text = `
    select t.id::text, t.movement_id, t.inventory_item_id, t.location_id, t.state,
      trim_scale(t.quantity)::text as quantity, trim_scale(t.balance_before)::text as balance_before,
      trim_scale(t.balance_after)::text as balance_after, t.sequence::text,
      to_char(t.created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as created_at,
      m.kind, m.reason, m.note, m.actor_type, m.actor_id, m.source, m.correlation_id,
      m.reverses_id, u.id as reversed_by_id, m.below_zero,
      coalesce(m.order_id, r.order_id) as order_id,
      coalesce(m.line_item_id, r.line_item_id) as line_item_id,
      coalesce(m.fulfillment_id, r.fulfillment_id) as fulfillment_id,
      coalesce(m.return_id, r.return_id) as return_id, m.transfer_id, m.reservation_id, m.import_id
    from inventory_transaction t
    join inventory_movement m on m.id = t.movement_id
    left join inventory_movement_reference r on r.movement_id = m.id
    left join inventory_movement u on u.reverses_id = m.id
    ${conditions.length ? `where ${conditions.join(" and ")}` : ""}
    order by ${at} desc, t.id desc
    limit ${bind(page.limit + 1)}`
  return { text, values }
}

function encodeCursor({ created_at, id }: HistoryRow): string {
  return Buffer.from(`${created_at} ${id}`).toString("base64url")
}

function decodeCursor(cursor: string): { at: string; id: string } {
  const [at, id] = Buffer.from(cursor, "base64url").toString().split(" ")
  if (!/^\d+$/.test(id ?? "") || Number.isNaN(Date.parse(at))) {
    throw Refusal.invalid("cursor", "is not one that this list has given out")
  }
  return { at, id }
}

function moment(value: Date | string, field: string): string {
  const date = new Date(value)
  if (Number.isNaN(date.getTime())) {
    throw Refusal.invalid(field, `must be a date, not "${String(value)}"`)
  }
  // A string keeps the microseconds that a Date would cut off.
  return typeof value === "string" ? value : date.toISOString()
}

const MOVEMENT = `
  select m.id, m.kind, m.reason, m.note, m.actor_type, m.actor_id, m.source, m.correlation_id,
    m.idempotency_key, m.reverses_id, u.id as reversed_by_id, m.below_zero, m.order_id,
    m.line_item_id, m.fulfillment_id, m.return_id, m.transfer_id, m.reservation_id, m.import_id,
    to_char(m.created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as created_at,
    coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', t.id::text, 'inventory_item_id', t.inventory_item_id, 'location_id', t.location_id,
        'state', t.state, 'quantity', trim_scale(t.quantity)::text,
        'balance_before', trim_scale(t.balance_before)::text,
        'balance_after', trim_scale(t.balance_after)::text,
        'sequence', t.sequence::text) order by t.id)
      from inventory_transaction t where t.movement_id = m.id), '[]') as transactions
  from inventory_movement m
  left join inventory_movement u on u.reverses_id = m.id
  where m.id = $1`

/** The balance that the latest row of a state left, among the rows up to the one that was found. */
function balanceThen(state: State): string {
  return `coalesce((
        select trim_scale(t.balance_after) from inventory_transaction t
        where t.inventory_item_id = s.inventory_item_id and t.location_id = s.location_id
          and t.sequence <= found.sequence and t.state = '${state}'
        order by t.sequence desc limit 1), 0)::text as ${state}`
}

/**
 * $1: the moment, $2, $3: item and location or null, $4, $5: limit and offset. A level's rows are
 * numbered in the order of time, so the last one of a moment is found by halving: adding up what has
 * happened since would read all of it.
 */
const AS_OF = {
  name: "",
  text: `
    with recursive levels as materialized (
      select id, inventory_item_id, location_id, sequence from inventory_level_state
      where created_at <= $1::timestamptz
        and ($2::text is null or inventory_item_id = $2)
        and ($3::text is null or location_id = $3)
      order by inventory_item_id, location_id
      limit $4 offset $5
    ),
    halves (id, low, high) as (
      select id, 0::bigint, sequence from levels
      union all
      select h.id, case when before then middle else low end,
        case when before then high else middle - 1 end
      from halves h
      join levels s on s.id = h.id
      cross join lateral (select (low + high + 1) / 2 as middle) m
      cross join lateral (
        select coalesce((
          select t.created_at <= $1::timestamptz from inventory_transaction t
          where t.inventory_item_id = s.inventory_item_id and t.location_id = s.location_id
            and t.sequence <= middle
          order by t.sequence desc limit 1), true) as before
      ) b
      where low < high
    )
    select s.inventory_item_id as item, s.location_id as location,
      ${STATES.map(balanceThen).join(",\n      ")}
    from levels s
    join (select id, low as sequence from halves where low = high) found on found.id = s.id
    order by s.inventory_item_id, s.location_id`,
}

import { Refusal } from "../../core/refusal"
import { STATES } from "../../core/state"
import type { Run } from "./posting/connection"
import { stockConditions } from "./stock-filters"
import {
  COUNTED,
  decodeCursor,
  encodeCursor,
  isIndexed,
  parseOrder,
  type StockCursor,
  type StockOrder,
} from "./stock-order"
import type { StockFilters, StockLevel, StockPage, StockPageInput } from "./types"

const EXPORTED = 5_000

/**
 * One page of the levels that match, with their eight states and what follows from them.
 *
 * @throws Refusal `invalid_data` for a cursor or an order that cannot be used
 */
export async function stockPage(
  read: Run,
  filters: StockFilters,
  page: StockPageInput
): Promise<StockPage> {
  const order = parseOrder(page.order)
  const cursor = page.cursor ? decodeCursor(page.cursor) : { skip: page.offset ?? 0 }
  if (!("skip" in cursor) && !isIndexed(order)) {
    throw Refusal.invalid("cursor", "is one of another order")
  }
  const few = await readFew(read, filters, { order, cursor, limit: page.limit + 1 })
  if (few.count > COUNTED && !isIndexed(order)) {
    throw Refusal.invalid(
      "order",
      `can be ${order.by} only while at most ${COUNTED} levels match: filter them first`
    )
  }
  const rows =
    few.count > COUNTED
      ? await readMany(read, filters, { order, cursor, limit: page.limit + 1 })
      : few.rows
  return {
    ...turnPage(rows, order, cursor, page.limit),
    count: Math.min(few.count, COUNTED),
    count_is_lower_bound: few.count > COUNTED,
  }
}

/** All levels that match, by SKU, in large pages. */
export async function* stockPages(read: Run, filters: StockFilters): AsyncGenerator<StockLevel[]> {
  const order = parseOrder("sku")
  let cursor: StockCursor | null = { skip: 0 }
  while (cursor) {
    const rows: StockLevel[] = await readMany(read, filters, { order, cursor, limit: EXPORTED })
    yield rows
    cursor = rows.length === EXPORTED ? beside(rows[rows.length - 1], "after") : null
  }
}

interface Wanted {
  order: StockOrder
  cursor: StockCursor
  /** One more than a page has, to see whether there is another. */
  limit: number
}

/**
 * Finds all that match, up to one more than is counted, and takes the page from these; no rows where
 * more match. It reads once what both the count and the page of a rare thing would look for.
 */
async function readFew(
  read: Run,
  filters: StockFilters,
  { order, cursor, limit }: Wanted
): Promise<{ count: number; rows: StockLevel[] }> {
  const values: unknown[] = []
  const bind = (value: unknown) => `$${values.push(value)}`
  const conditions = stockConditions(filters, bind)
  const backwards = "way" in cursor && cursor.way === "before"
  const descending = order.descending !== backwards
  const keys = isIndexed(order)
    ? order.by === "sku"
      ? ["sku is null", "coalesce(sku, '')", "item", "location"]
      : ["item", "location"]
    : ["rank", "item", "location"]
  const from =
    "skip" in cursor
      ? "true"
      : `(${keys.join(", ")}) ${descending ? "<" : ">"} (${[
          ...(order.by === "sku"
            ? [bind(cursor.sku === null), `${bind(cursor.sku ?? "")}::text`]
            : []),
          bind(cursor.item),
          bind(cursor.location),
        ].join(", ")})`
  const sorted = keys.map((key) => `${key}${descending ? " desc" : ""}`).join(", ")
  const text = `
    with hits as materialized (
      select s.id, i.sku, s.inventory_item_id as item, s.location_id as location
        ${isIndexed(order) ? "" : `, ${rankBy(order)} as rank`}
      ${FROM} where ${conditions.join(" and ")}
      limit ${bind(COUNTED + 1)}
    ),
    counted as (select count(*)::int as count from hits),
    page as (
      select id, row_number() over (order by ${sorted}) as place from hits
      where (select count from counted) <= ${COUNTED} and ${from}
      order by ${sorted}
      limit ${bind(limit)} offset ${bind("skip" in cursor ? cursor.skip : 0)}
    )
    select c.count, p.place, ${LEVEL}
    from counted c
    left join (page p join inventory_level_state s on s.id = p.id
      join inventory_item i on i.id = s.inventory_item_id) on true
    order by p.place`
  const rows = await read<StockLevel & { count: number; place: string | null }>(
    { name: "", text },
    values
  )
  return {
    count: rows[0].count,
    rows: rows.filter(({ place }) => place !== null).map(({ count: _, place: __, ...row }) => row),
  }
}

/** The levels of some items at every location. */
export async function levelsOfItems(read: Run, itemIds: string[]): Promise<StockLevel[]> {
  return await read<StockLevel>(
    {
      name: "stockroom_levels_of_items",
      text: `
        select ${LEVEL}
        from inventory_level_state s join inventory_item i on i.id = s.inventory_item_id
        where s.inventory_item_id = any($1::text[]) and s.level_id is not null
          and i.deleted_at is null`,
    },
    [itemIds]
  )
}

/** Reads levels in the order of an index from the cursor on, however many there are. */
async function readMany(read: Run, filters: StockFilters, wanted: Wanted): Promise<StockLevel[]> {
  const rows: StockLevel[] = []
  for (const part of partsOf(wanted)) {
    if (rows.length < wanted.limit) {
      rows.push(...(await readPart(read, filters, part, wanted, wanted.limit - rows.length)))
    }
  }
  return rows
}

/** A stretch of the order within which a comparison of rows leads to a place in the index. */
interface Part {
  /** Items without SKU come after all others; they are compared by id only. */
  withSku: boolean | null
  fromCursor: boolean
}

function partsOf({ order, cursor }: Wanted): Part[] {
  if ("skip" in cursor || order.by !== "sku") {
    return [{ withSku: null, fromCursor: !("skip" in cursor) }]
  }
  const descending = order.descending !== (cursor.way === "before")
  const first: Part = { withSku: cursor.sku !== null, fromCursor: true }
  const isLast = first.withSku === descending
  return isLast ? [first] : [first, { withSku: !first.withSku, fromCursor: false }]
}

async function readPart(
  read: Run,
  filters: StockFilters,
  { withSku, fromCursor }: Part,
  { order, cursor }: Wanted,
  limit: number
): Promise<StockLevel[]> {
  const values: unknown[] = []
  const bind = (value: unknown) => `$${values.push(value)}`
  const conditions = stockConditions(filters, bind)
  const backwards = "way" in cursor && cursor.way === "before"
  const descending = order.descending !== backwards
  const bySku = order.by === "sku" && withSku !== false
  const keys =
    order.by === "sku"
      ? [...(bySku ? ["i.sku"] : []), "i.id", "s.location_id"]
      : ["s.inventory_item_id", "s.location_id"]
  if (withSku !== null) {
    conditions.push(`i.sku is ${withSku ? "not null" : "null"}`)
  }
  if (fromCursor && "way" in cursor) {
    const { sku, item, location } = cursor
    const beyond = descending ? "<" : ">"
    if (bySku) {
      const sku_ = bind(sku)
      // Said twice: the index has only the first.
      conditions.push(
        `i.sku ${beyond}= ${sku_}`,
        `(${keys.join(", ")}) ${beyond} (${sku_}, ${bind(item)}, ${bind(location)})`
      )
    } else {
      conditions.push(`(${keys.join(", ")}) ${beyond} (${bind(item)}, ${bind(location)})`)
    }
  }
  const sorted = keys.map((key) => `${key}${descending ? " desc" : ""}`).join(", ")
  // The figures are worked out for the page only, not for what is skipped.
  const text = `
    with page as materialized (
      select s.id ${FROM} where ${conditions.join(" and ")}
      order by ${sorted}
      limit ${bind(limit)} offset ${bind("skip" in cursor ? cursor.skip : 0)}
    )
    select ${LEVEL}
    from page join inventory_level_state s on s.id = page.id
    join inventory_item i on i.id = s.inventory_item_id
    order by ${sorted}`
  return await read<StockLevel>({ name: "", text }, values)
}

/** Cuts off what was read too many, brings it into order, and says how to go on. */
function turnPage(
  read: StockLevel[],
  order: StockOrder,
  cursor: StockCursor,
  limit: number
): Pick<StockPage, "stock" | "next_cursor" | "previous_cursor"> {
  const more = read.length > limit
  const stock = more ? read.slice(0, limit) : read
  if ("skip" in cursor && !isIndexed(order)) {
    const { skip } = cursor
    return {
      stock,
      next_cursor: more ? encodeCursor({ skip: skip + limit }) : null,
      previous_cursor: skip ? encodeCursor({ skip: Math.max(0, skip - limit) }) : null,
    }
  }
  const backwards = "way" in cursor && cursor.way === "before"
  if (backwards) {
    stock.reverse()
  }
  const [first, last] = [stock[0], stock[stock.length - 1]]
  const before = backwards ? more : "way" in cursor || cursor.skip > 0
  const after = backwards || more
  return {
    stock,
    next_cursor: after && last ? encodeCursor(beside(last, "after")) : null,
    previous_cursor: before && first ? encodeCursor(beside(first, "before")) : null,
  }
}

function beside(level: StockLevel, way: "after" | "before"): StockCursor {
  return { way, sku: level.sku, item: level.inventory_item_id, location: level.location_id }
}

const UNAVAILABLE = "(s.reserved + s.damaged + s.safety + s.quality_control)"
const ON_HAND = `(s.available + s.committed + ${UNAVAILABLE})`

function rankBy({ by }: StockOrder): string {
  switch (by) {
    case "on_hand":
      return ON_HAND
    case "unavailable":
      return UNAVAILABLE
    case "title":
      return "i.title"
    default:
      return `s.${by}`
  }
}

const FROM = "from inventory_level_state s join inventory_item i on i.id = s.inventory_item_id"

/** A `StockLevel` of a level `s` and its item `i`. */
const LEVEL = `
  s.inventory_item_id, s.location_id, s.level_id, i.sku, i.title,
  ${STATES.map((state) => `trim_scale(s.${state})::text as ${state}`).join(", ")},
  trim_scale(${UNAVAILABLE})::text as unavailable, trim_scale(${ON_HAND})::text as on_hand,
  trim_scale(s.reserved - s.reserved_by_reservations - s.held_for_orders)::text as reserved_free,
  s.active, s.updated_at`

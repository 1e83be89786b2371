import { inspect, isDeepStrictEqual } from "node:util"

import type { Database } from "../databases"
import { UNKNOWN_ID } from "./cancellations"
import { exactly, text } from "./decimal"
import { type Model } from "./model"
import { type Key, type Movement, nameOf, onHand, STATES } from "./terms"

/** What the database itself says, asked in SQL that knows nothing of the engine. */
export interface Facts {
  movements: {
    id: string
    kind: string
    line: string | null
    reservation: string | null
    reverses: string | null
    key: string | null
    correlation: string | null
    rows: { item: string; location: string; state: string; quantity: string }[]
  }[]
  levels: {
    item: string
    location: string
    level: string | null
    states: Record<string, string>
    sequence: string
    held: string
    forOrders: string
    holds: string
    ledger: {
      sums: Record<string, string> | null
      rows: number | null
      last: number | null
      broken: number | null
    }
    medusa: Record<string, string>[]
    reservations: { committed: string; held: string }
  }[]
  reservations: {
    id: string
    line: string | null
    quantity: string
    raw: string
    backorder: boolean
    deleted: boolean
    item: string
    location: string
  }[]
  rows: { id: string; item: string; location: string; deleted: boolean }[]
  /** Live ones, and those that may come back. */
  holds: {
    id: string
    line: string
    item: string
    location: string
    committedAt: string
    quantity: string
    releasedWith: string | null
  }[]
  /** Lines whose holds keep more than they have committed. */
  overheld: string[]
  items: { id: string; deleted: boolean }[]
  digest: string
  ordinal: string
}

/**
 * $1: the movement to go on after, $2 and $3: items and locations of the levels to look at, pairwise;
 * null for all.
 */
const FACTS = `
  with wanted as (
    select s.* from inventory_level_state s
    where $2::text[] is null or (s.inventory_item_id, s.location_id) in
      (select * from unnest($2::text[], $3::text[]))
  )
  select
    (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'kind', m.kind,
        'line', m.line_item_id, 'reservation', m.reservation_id, 'reverses', m.reverses_id,
        'key', m.idempotency_key, 'correlation', m.correlation_id, 'rows', (
          select coalesce(jsonb_agg(jsonb_build_object('item', t.inventory_item_id,
            'location', t.location_id, 'state', t.state, 'quantity', t.quantity::text)), '[]')
          from inventory_transaction t where t.movement_id = m.id)) order by m.ordinal), '[]')
      from inventory_movement m where m.ordinal > $1::bigint) as movements,
    (select coalesce(jsonb_agg(jsonb_build_object(
        'item', s.inventory_item_id, 'location', s.location_id, 'level', s.level_id,
        'forOrders', s.held_for_orders::text, 'holds', (
          select coalesce(sum(h.quantity), 0)::text from inventory_hold h
          where h.inventory_item_id = s.inventory_item_id and h.location_id = s.location_id
            and h.deleted_at is null),
        'sequence', s.sequence::text, 'held', s.reserved_by_reservations::text,
        'states', jsonb_build_object(${STATES.map((state) => `'${state}', s.${state}::text`)}),
        'ledger', (
          select jsonb_build_object('rows', sum(b.rows), 'last', max(b.last),
            'broken', sum(b.broken), 'sums', jsonb_object_agg(b.state, b.sum::text))
          from (
            select x.state, sum(x.quantity) as sum, count(*) as rows, max(x.sequence) as last,
              count(*) filter (where x.balance_before <> x.previous) as broken
            from (
              select t.state, t.quantity, t.sequence, t.balance_before,
                lag(t.balance_after, 1, 0) over (partition by t.state order by t.sequence)
                  as previous
              from inventory_transaction t
              where t.inventory_item_id = s.inventory_item_id and t.location_id = s.location_id
            ) x group by x.state
          ) b),
        'medusa', (
          select coalesce(jsonb_agg(jsonb_build_object(
            'id', l.id,
            'stocked', l.stocked_quantity::text, 'raw_stocked', l.raw_stocked_quantity ->> 'value',
            'taken', l.reserved_quantity::text, 'raw_taken', l.raw_reserved_quantity ->> 'value',
            'incoming', l.incoming_quantity::text,
            'raw_incoming', l.raw_incoming_quantity ->> 'value')), '[]')
          from inventory_level l
          where l.inventory_item_id = s.inventory_item_id and l.location_id = s.location_id
            and l.deleted_at is null),
        'reservations', (
          select jsonb_build_object(
            'committed', coalesce(sum(r.quantity) filter (where r.line_item_id is not null), 0)::text,
            'held', coalesce(sum(r.quantity) filter (where r.line_item_id is null), 0)::text)
          from reservation_item r
          where r.inventory_item_id = s.inventory_item_id and r.location_id = s.location_id
            and r.deleted_at is null)
      )), '[]') from wanted s) as levels,
    (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'line', r.line_item_id,
        'item', r.inventory_item_id, 'location', r.location_id, 'quantity', r.quantity::text,
        'raw', r.raw_quantity ->> 'value', 'backorder', r.allow_backorder,
        'deleted', r.deleted_at is not null)), '[]')
      from reservation_item r) as reservations,
    (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'item', l.inventory_item_id,
        'location', l.location_id, 'deleted', l.deleted_at is not null)), '[]')
      from inventory_level l) as rows,
    (select coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'line', h.line_item_id,
        'item', h.inventory_item_id, 'location', h.location_id,
        'committedAt', h.committed_location_id, 'quantity', h.quantity::text,
        'releasedWith', h.released_with) order by h.id), '[]')
      from inventory_hold h where h.deleted_at is null or h.released_with is not null) as holds,
    (select coalesce(jsonb_agg(line), '[]') from (
      select h.line_item_id || ' ' || h.inventory_item_id as line from inventory_hold h
      where h.deleted_at is null
      group by h.line_item_id, h.inventory_item_id
      having sum(h.quantity) > (
        select coalesce(sum(r.quantity), 0) from reservation_item r
        where r.line_item_id = h.line_item_id and r.inventory_item_id = h.inventory_item_id
          and r.deleted_at is null)) o) as overheld,
    (select coalesce(jsonb_agg(jsonb_build_object('id', i.id,
        'deleted', i.deleted_at is not null)), '[]')
      from inventory_item i) as items,
    (select coalesce(max(ordinal), 0)::text from inventory_movement) as ordinal,
    ${digestSql()} as digest`

/** Any committed change to any of the tables changes this, whatever it is. */
function digestSql(): string {
  const tables = ["inventory_item", "inventory_level", "reservation_item", "inventory_level_state"]
  const written = [
    ...tables,
    "inventory_hold",
    "inventory_allocation",
    "inventory_movement_reference",
  ]
    .map((table) => `(select count(*) || ':' || max(xmin::text::bigint) from ${table})`)
    .join(", ")
  return `concat_ws(' ', ${written}, (select max(ordinal) from inventory_movement),
    (select max(id) from inventory_transaction))`
}

/** Compares a database with the model, and remembers how far it has looked. */
export class Witness {
  private ordinal = "0"
  private digest = ""

  constructor(private readonly database: Database) {}

  /** So that looking for the latest movement does not become slower with every movement. */
  async prepare(): Promise<void> {
    await this.database.sql("create index on inventory_movement (ordinal)")
    await this.database.sql("create index on inventory_transaction (id)")
    ;[{ digest: this.digest }] = await this.database.sql<Facts>(`select ${digestSql()} as digest`)
  }

  /** Whether anything at all has been written since this was last asked. */
  async nothingChanged(): Promise<boolean> {
    const [{ digest }] = await this.database.sql<Facts>(`select ${digestSql()} as digest`)
    return digest === this.digest
  }

  /**
   * What the database says now.
   *
   * @param keys - the levels to look at; all when undefined
   */
  async look(keys?: Key[]): Promise<Facts> {
    const [facts] = await this.database.sql<Facts>(FACTS, [
      this.ordinal,
      keys?.map(({ item }) => item) ?? null,
      keys?.map(({ location }) => location) ?? null,
    ])
    return facts
  }

  /** Goes on from here: what has been seen is right. */
  accept({ ordinal, digest }: Facts): void {
    this.ordinal = ordinal
    this.digest = digest
  }

  /** Everything in which the database differs from the model after a call, on the given levels. */
  async differences(model: Model, keys?: Key[]): Promise<string[]> {
    const facts = await this.look(keys)
    learnIds(facts, model)
    const problems = [
      ...compareMovements(facts.movements, model.posted),
      ...compareState(facts, model, keys),
    ]
    if (!problems.length) {
      facts.holds.forEach(({ id }, index) => (model.holds[index].id = id))
      this.accept(facts)
    }
    return problems
  }
}

/** Tells the model which id the engine has given to a reservation that it made of its own accord. */
function learnIds({ reservations }: Facts, model: Model): void {
  const made = model.reservations.get(UNKNOWN_ID)
  const found = reservations.find(
    ({ id, line, item, location }) =>
      !model.reservations.has(id) &&
      line === made?.line &&
      item === made.item &&
      location === made.location
  )
  if (made && found) {
    model.reservations.delete(UNKNOWN_ID)
    model.reservations.set(found.id, { ...made, id: found.id })
    model.posted
      .filter(({ reservation }) => reservation === UNKNOWN_ID)
      .forEach((movement) => (movement.reservation = found.id))
  }
}

/** Everything but the movements in which the database differs from the model. */
export function compareState(facts: Facts, model: Model, keys?: Key[]): string[] {
  return [
    ...facts.levels.flatMap((level) => compareLevel(level, model)),
    ...compareRows(facts, model),
    ...unknownLevels(facts, model, keys),
  ]
}

/** Compares the movements of one call, and tells the model's which ids they have. */
export function compareMovements(written: Facts["movements"], posted: Movement[]): string[] {
  const actual = written.map((movement) => ({
    id: movement.id,
    name: nameOfMovement(movement, movement.rows),
  }))
  const expected = posted.map((movement) => ({
    movement,
    name: nameOfMovement(
      movement,
      movement.entries.map((entry) => ({ ...entry, quantity: text(entry.quantity) }))
    ),
  }))
  const names = (list: { name: string }[]) => list.map(({ name }) => name).sort()
  if (!isDeepStrictEqual(names(actual), names(expected))) {
    return [`wrote the movements ${inspect(names(actual))}, expected ${inspect(names(expected))}`]
  }
  // In the order in which the ledger has them.
  const ordered = actual.map(({ id, name }) => {
    const index = expected.findIndex((one) => one.name === name)
    const [{ movement }] = expected.splice(index, 1)
    return Object.assign(movement, { id })
  })
  posted.splice(0, posted.length, ...ordered)
  return []
}

type LedgerRow = Facts["movements"][number]["rows"][number]

function nameOfMovement(
  { kind, key, line, reservation, reverses }: Omit<Movement, "entries">,
  rows: LedgerRow[]
): string {
  const told = rows.map(({ item, location, state, quantity }) =>
    [item, location, state, text(exactly(quantity))].join(" ")
  )
  return [kind, key, line, reservation, reverses, ...told.sort()].join(", ")
}

/** level = ledger = Medusa's columns = reservations = what the model says */
function compareLevel(level: Facts["levels"][number], model: Model): string[] {
  const { item, location, ledger, states } = level
  const key = { item, location }
  const expected = model.balance(key)
  const open = model.open(key)
  const problems: string[] = []
  const compare = (what: string, actual: unknown, wanted: unknown) => {
    if (actual !== wanted) {
      problems.push(`${nameOf(key)}: ${what} is ${String(actual)}, not ${String(wanted)}`)
    }
  }
  compare("the row of the level", level.level, open?.id ?? null)
  for (const state of STATES) {
    compare(state, text(exactly(states[state])), text(expected[state]))
    compare(
      `the ledger's ${state}`,
      text(exactly(ledger.sums?.[state] ?? "0")),
      text(expected[state])
    )
  }
  compare("rows of the ledger out of line", ledger.broken ?? 0, 0)
  compare("rows of the ledger", String(ledger.rows ?? 0), level.sequence)
  compare("the ledger's last row", String(ledger.last ?? 0), level.sequence)
  compare("held by reservations", text(exactly(level.held)), text(model.held(key)))
  compare("held for orders", text(exactly(level.forOrders)), text(model.heldForOrders(key)))
  compare("the live holds", text(exactly(level.holds)), text(model.heldForOrders(key)))
  compare("held, by the rows", text(exactly(level.reservations.held)), text(model.held(key)))
  compare(
    "committed, by the rows",
    text(exactly(level.reservations.committed)),
    text(expected.committed)
  )
  compare("Medusa's live rows", level.medusa.length, open ? 1 : 0)
  for (const row of level.medusa) {
    const stocked = onHand(expected)
    const taken = stocked - expected.available
    compare("Medusa's row", row.id, open?.id)
    compare("stocked_quantity", text(exactly(row.stocked)), text(stocked))
    compare("raw_stocked_quantity", row.raw_stocked, text(stocked))
    compare("reserved_quantity", text(exactly(row.taken)), text(taken))
    compare("raw_reserved_quantity", row.raw_taken, text(taken))
    compare("incoming_quantity", text(exactly(row.incoming)), text(expected.incoming))
    compare("raw_incoming_quantity", row.raw_incoming, text(expected.incoming))
  }
  return problems
}

function compareRows(facts: Facts, model: Model): string[] {
  return [
    ...compareLists(
      "reservations",
      facts.reservations.map((one) => [
        ...[one.id, one.line, one.item, one.location, text(exactly(one.quantity)), one.raw],
        ...[one.backorder, one.deleted],
      ]),
      [...model.reservations.values()].map((one) => [
        ...[one.id, one.line, one.item, one.location, text(one.quantity), text(one.quantity)],
        ...[one.backorder, one.deletedAt !== null],
      ])
    ),
    ...compareLists(
      "levels",
      facts.rows.map(({ id, item, location, deleted }) => [id, item, location, deleted]),
      [...model.rows.values()].map(({ id, item, location, closed }) => [
        ...[id, item, location, closed !== null],
      ])
    ),
    ...compareLists(
      "holds",
      facts.holds.map((one, index) => [
        ...[index, one.line, one.item, one.location, one.committedAt],
        ...[text(exactly(one.quantity)), one.releasedWith],
      ]),
      model.holds.map((one, index) => [
        ...[index, one.line, one.item, one.location, one.committedAt],
        ...[text(one.quantity), one.releasedWith],
      ])
    ),
    ...compareLists(
      "lines whose holds keep more than they have committed",
      facts.overheld.map((line) => [line]),
      []
    ),
    ...compareLists(
      "items",
      facts.items.map(({ id, deleted }) => [id, deleted]),
      [...model.items].map(([id, deletedAt]) => [id, deletedAt !== null])
    ),
  ]
}

type Row = (string | number | boolean | null)[]

function compareLists(what: string, actual: Row[], wanted: Row[]): string[] {
  const [there, expected] = [actual, wanted].map(
    (rows) => new Set(rows.map((row) => row.join(", ")))
  )
  const extra = [...there].filter((row) => !expected.has(row))
  const missing = [...expected].filter((row) => !there.has(row))
  return extra.length || missing.length
    ? [`${what}: there is ${inspect(extra)}, expected ${inspect(missing)}`]
    : []
}

/** Levels that the model has open and the ledger has never heard of. */
function unknownLevels({ levels }: Facts, model: Model, keys?: Key[]): string[] {
  const known = new Set(levels.map(nameOf))
  return model
    .openRows()
    .filter((row) => !keys || keys.some((key) => nameOf(key) === nameOf(row)))
    .filter((row) => !known.has(nameOf(row)))
    .map((row) => `${nameOf(row)}: has no state`)
}

import { createDatabase, type Database } from "./databases"
import { Dice } from "./property/dice"
import { startAfresh } from "./start-afresh"
import type { RunningModule } from "./start-module"

/**
 * A first install opens levels by one statement a window; whatever else the ledger has to be told of
 * goes level by level through src/core. Both must write the same rows, for whatever Medusa's module
 * may have left behind.
 *
 *     SEED=7 npm test -- modules opening     the same levels again
 */
const SEED = Number(process.env.SEED ?? 20_261_122)
const LEVELS = 600
const QUANTITIES = ["0", "0", "1", "2", "7", "100", "0.1", "2.75", "12.50", "0.00005", "-3", "-0.5"]
const LONG = ["0.12345678901234567891", "9007199254740993", "123456789.000000000001"]

jest.setTimeout(240_000)

interface RandomLevel {
  id: string
  item: string
  location: string
  deleted: boolean
  stocked: [numeric: string, raw: string | null]
  reserved: [numeric: string, raw: string | null]
  incoming: [numeric: string, raw: string | null]
  reservations: { line: string | null; quantity: string; deleted: boolean }[]
}

describe(`opening the ledger, SEED=${SEED}`, () => {
  let template: Database
  let database: Database
  let other: Database

  beforeAll(async () => {
    template = await createDatabase()
    await (await startAfresh("core", template)).stop()
  })

  beforeEach(async () => {
    database = await createDatabase(template.name)
    other = await createDatabase(template.name)
  })

  afterEach(() => Promise.all([database.drop(), other.drop()]))
  afterAll(() => template.drop())

  it("writes the same rows as bringing every level in line by itself", async () => {
    const levels = randomLevels(new Dice(SEED))
    const install = async (into: Database, before = "") => {
      await fill(into, levels)
      const options = { start: false }
      const { service, warnings, errors, start, stop } = await startAfresh(
        "stockroom",
        into,
        options
      )
      await into.sql("insert into inventory_location (id, active) values ('Lyon', false)")
      if (before) await into.sql(before)
      await start()
      const { drifts } = await service.verify()
      await stop()
      return { ...(await ledger(into)), drifts, warnings, errors }
    }

    const together = await install(database)
    // A level that was once closed is not new to the ledger, though it is as empty as if it were.
    const byItself = await install(
      other,
      `insert into inventory_level_state (id, inventory_item_id, location_id, active)
       select 'istate_' || id, inventory_item_id, location_id, location_id <> 'Lyon'
       from inventory_level where deleted_at is null`
    )

    expect(together).toEqual(byItself)
    // Reservations of less than nothing count as nothing.
    expect(together.drifts.filter(({ cause }) => cause !== "reservations_differ")).toEqual([])
    // … and every kind of level was among them, and went the way that it was meant to go.
    const reasons = new Set(together.movements.map(({ reason }) => reason))
    expect(reasons).toEqual(new Set([null, "unexplained", "counter_raised"]))
    expect(together.states.filter(({ sequence }) => sequence === "0")).not.toEqual([])
    expect(together.movements.filter(({ below_zero }) => below_zero)).not.toEqual([])
    expect(await statements(database)).toBe(1)
    expect(await statements(other)).toBeGreaterThan(1)
  })

  it("on two servers at once, opens each level once", async () => {
    await fillPlainly(database, 3_000)
    const servers: RunningModule[] = []
    for (let n = 0; n < 2; n++) {
      servers.push(await startAfresh("stockroom", database, { migrate: n === 0, start: false }))
    }

    await Promise.all(servers.map((server) => server.start()))

    expect(servers.flatMap(({ errors }) => errors)).toEqual([])
    const [count] = await database.sql(
      `select count(*)::int as movements, count(distinct t.inventory_item_id)::int as levels
       from inventory_movement m join inventory_transaction t on t.movement_id = m.id
       where m.kind = 'opening'`
    )
    expect(count).toEqual({ movements: 3_000, levels: 3_000 })
    expect(await servers[0].service.verify()).toMatchObject({ levels: 3_000, consistent: true })
    for (const server of servers) await server.stop()
  })

  it("a level that Medusa's module made anew, far from its old row, gets one correction", async () => {
    await fillPlainly(database, 3_000)
    await (await startAfresh("stockroom", database)).stop()
    await database.sql(
      "update inventory_level set deleted_at = now() where inventory_item_id in ('item-1', 'item-2')"
    )
    await database.sql(
      `insert into inventory_level (id, inventory_item_id, location_id, stocked_quantity,
         raw_stocked_quantity, raw_reserved_quantity, raw_incoming_quantity)
       values ('zz', 'item-1', 'Berlin', 5, '{"value": "5"}', '{"value": "0"}', '{"value": "0"}'),
         ('aa', 'item-2', 'Berlin', 9, '{"value": "9"}', '{"value": "0"}', '{"value": "0"}')`
    )

    const { service, stop } = await startAfresh("stockroom", database)

    const rows = await database.sql(
      `select t.inventory_item_id as item, m.kind, t.quantity, t.balance_after as left
       from inventory_transaction t join inventory_movement m on m.id = t.movement_id
       where t.inventory_item_id in ('item-1', 'item-2') order by 1, t.sequence`
    )
    expect(rows).toEqual([
      { item: "item-1", kind: "opening", quantity: "8", left: "8" },
      { item: "item-1", kind: "correction", quantity: "-3", left: "5" },
      { item: "item-2", kind: "opening", quantity: "8", left: "8" },
      { item: "item-2", kind: "correction", quantity: "1", left: "9" },
    ])
    expect(await service.verify()).toMatchObject({ levels: 3_000, consistent: true })
    await stop()
  })
})

/** One level of each item, of 8. */
async function fillPlainly(database: Database, levels: number): Promise<void> {
  await database.sql(
    `insert into inventory_item (id) select 'item-' || n from generate_series(1, ${levels}) n`
  )
  await database.sql(
    `insert into inventory_level (id, inventory_item_id, location_id, stocked_quantity,
       raw_stocked_quantity, raw_reserved_quantity, raw_incoming_quantity)
     select 'level-' || n, 'item-' || n, 'Berlin', 8, '{"value": "8"}', '{"value": "0"}',
       '{"value": "0"}'
     from generate_series(1, ${levels}) n`
  )
}

/** Levels as Medusa's module may leave them: lost updates, lost digits, rows of older versions. */
function randomLevels(dice: Dice): RandomLevel[] {
  const quantity = () => (dice.chance(0.1) ? dice.pick(LONG) : dice.pick(QUANTITIES))
  return Array.from({ length: LEVELS }, (_, n) => {
    const reservations = Array.from({ length: dice.below(4) }, () => ({
      line: dice.chance(0.7) ? `line-${n}` : null,
      quantity: quantity(),
      deleted: dice.chance(0.2),
    }))
    const explained = reservations
      .filter(({ deleted }) => !deleted)
      .reduce((sum, one) => sum + Number(one.quantity), 0)
    const reserved = dice.chance(0.5) ? plain(explained) : quantity()
    return {
      id: `level-${String(n).padStart(4, "0")}`,
      item: `item-${n >> 1}`,
      location: n % 2 ? "Lyon" : "Berlin",
      deleted: dice.chance(0.1),
      stocked: columns(dice, quantity()),
      reserved: columns(dice, reserved),
      incoming: columns(dice, dice.chance(0.7) ? "0" : quantity()),
      reservations,
    }
  })
}

function plain(value: number): string {
  return String(Number(value.toFixed(10)))
}

/** The numeric column as its number holds it, the raw one in any of the ways that it may be. */
function columns(dice: Dice, value: string): [string, string | null] {
  const numeric = dice.chance(0.2) ? value : String(Number(value))
  const raw = dice.pick([
    ...Array.from({ length: 6 }, () => ({ value, precision: 20 })),
    { value },
    { value: Number(value) },
    { value: "77" },
    null,
  ])
  return [numeric, raw && JSON.stringify(raw)]
}

async function fill(database: Database, levels: RandomLevel[]): Promise<void> {
  await database.sql(
    "insert into inventory_item (id) select distinct x.item from jsonb_to_recordset($1) as x (item text)",
    [JSON.stringify(levels)]
  )
  await database.sql(
    `insert into inventory_level (id, inventory_item_id, location_id, deleted_at,
       stocked_quantity, raw_stocked_quantity, reserved_quantity, raw_reserved_quantity,
       incoming_quantity, raw_incoming_quantity)
     select x.id, x.item, x.location, case when x.deleted then now() end,
       (x.stocked ->> 0)::numeric, (x.stocked ->> 1)::jsonb,
       (x.reserved ->> 0)::numeric, (x.reserved ->> 1)::jsonb,
       (x.incoming ->> 0)::numeric, (x.incoming ->> 1)::jsonb
     from jsonb_to_recordset($1) as x (id text, item text, location text, deleted boolean,
       stocked jsonb, reserved jsonb, incoming jsonb)`,
    [JSON.stringify(levels)]
  )
  await database.sql(
    `insert into reservation_item (id, inventory_item_id, location_id, line_item_id, quantity,
       raw_quantity, deleted_at)
     select 'res-' || row_number() over (), x.item, x.location, r ->> 'line',
       (r ->> 'quantity')::numeric, jsonb_build_object('value', r ->> 'quantity'),
       case when (r ->> 'deleted')::boolean then now() end
     from jsonb_to_recordset($1) as x (item text, location text, reservations jsonb),
       jsonb_array_elements(x.reservations) r
     where not exists (select 1 from inventory_level l where l.inventory_item_id = x.item
       and l.location_id = x.location and l.deleted_at is not null)`,
    [JSON.stringify(levels)]
  )
}

interface MovementRow {
  reason: string | null
  below_zero: boolean
}

/** Everything that opening writes, but for ids and moments. */
async function ledger(database: Database) {
  const states = await database.sql<{ sequence: string }>(
    `select id, inventory_item_id, location_id, level_id, sequence, available, committed, reserved,
       damaged, safety, quality_control, incoming, fulfilled, reserved_by_reservations,
       held_for_orders, active, below_zero
     from inventory_level_state order by id`
  )
  const movements = await database.sql<{ movement: MovementRow }>(
    `select to_jsonb(m) - '{id,ordinal,created_at}'::text[] || jsonb_build_object('rows', (
         select jsonb_agg(jsonb_build_object('item', t.inventory_item_id, 'location', t.location_id,
           'state', t.state, 'quantity', t.quantity::text, 'before', t.balance_before::text,
           'after', t.balance_after::text, 'sequence', t.sequence) order by t.id)
         from inventory_transaction t where t.movement_id = m.id)) as movement
     from inventory_movement m order by m.ordinal`
  )
  const medusa = await database.sql(
    `select id, deleted_at is not null as deleted, stocked_quantity, raw_stocked_quantity,
       reserved_quantity, raw_reserved_quantity, incoming_quantity, raw_incoming_quantity, metadata
     from inventory_level order by id`
  )
  return { states, movements: movements.map(({ movement }) => movement), medusa }
}

/** How many statements wrote the ledger: each has a moment of its own. */
async function statements(database: Database): Promise<number> {
  const [row] = await database.sql<{ moments: number }>(
    "select count(distinct created_at)::int as moments from inventory_movement"
  )
  return row.moments
}

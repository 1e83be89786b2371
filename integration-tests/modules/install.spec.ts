import { createDatabase, type Database } from "./databases"
import { Saboteur } from "./property/faults"
import { startAfresh } from "./start-afresh"
import type { RunningModule } from "./start-module"

/**
 * A store that ran Medusa's own module. Its counter is a level's `reserved_quantity`; a line is a live
 * reservation of an order line, a bare one has none. At Berlin, unless said otherwise:
 *
 *     BOLT    12.5 stocked, 3 incoming      line 2, bare 1.25; a deleted one of 4
 *     CABLE   0.1 + 0.2; at Lyon 7, but that level is deleted
 *     WINE    20 stocked, counter 8         line 3: nothing explains the other 5
 *     GLUE    20 stocked, counter 2         line 5, bare 2: the counter is 5 too low
 *     TAPE    2 stocked                     line 5, on backorder
 *     ROPE    4 stocked, counter -2         nothing: the counter is 2 too low
 *     LAMP    9 stocked                     line 3; deleted with the item
 *     SEED    18 stocked                    from before there were raw columns
 *     SALT    more digits than a number holds
 *     SOAP    6 stocked, deleted            line 1 was left behind: an orphan
 */
const SALT = "0.12345678901234567891"

jest.setTimeout(240_000)

interface LevelRow {
  id: string
  stocked: string
  raw_stocked: unknown
  reserved: string
  raw_reserved: unknown
  incoming: string
  raw_incoming: unknown
  deleted_at: string | null
}

interface StateRow {
  available: string
  committed: string
  reserved: string
  damaged: string
  incoming: string
  held: string
}

describe("installing", () => {
  let database: Database

  beforeEach(async () => {
    database = await createDatabase()
  })

  afterEach(() => database.drop())

  it("on an empty database, makes Medusa's tables and its own", async () => {
    const { service, stop } = await startAfresh("stockroom", database)
    const item = await service.createInventoryItems({ sku: "BOLT" })
    await service.createInventoryLevels([
      { inventory_item_id: item.id, location_id: "Berlin", stocked_quantity: 3 },
    ])

    expect(await service.verify()).toMatchObject({ levels: 1, consistent: true })
    await stop()
  })

  it("again over itself, changes nothing", async () => {
    await stockMedusasStore(database)
    await (await startAfresh("stockroom", database)).stop()
    const before = await everything(database)

    await database.sql("delete from mikro_orm_migrations")
    await (await startAfresh("stockroom", database)).stop()

    expect(await everything(database)).toEqual(before)
  })

  it("keeps what is stocked, takes live reservations for the truth, and says what it changed", async () => {
    await stockMedusasStore(database)
    const before = await levelRows(database)
    const { service, warnings, stop } = await startAfresh("stockroom", database)
    const after = await levelRows(database)

    const untouched = ["BOLT", "CABLE", "CABLE-Lyon", "WINE", "TAPE", "LAMP", "SOAP"]
    for (const name of untouched) {
      expect(after.get(`level-${name}`)).toEqual(before.get(`level-${name}`))
    }
    expect(after.get("level-GLUE")).toMatchObject({ stocked: "20", reserved: "7" })
    expect(after.get("level-ROPE")).toMatchObject({ stocked: "4", reserved: "0" })
    expect(after.get("level-SEED")).toMatchObject({ stocked: "18", raw_stocked: raw("18") })
    // Medusa's module had cut off what a number cannot hold; its raw column had not.
    expect(before.get("level-SALT")).toMatchObject({ raw_stocked: raw(SALT) })
    expect(after.get("level-SALT")).toMatchObject({ stocked: SALT, raw_stocked: raw(SALT) })

    expect(await states(database)).toEqual({
      BOLT: state({
        available: "9.25",
        committed: "2",
        reserved: "1.25",
        held: "1.25",
        incoming: "3",
      }),
      CABLE: state({ available: "0.3" }),
      WINE: state({ available: "12", committed: "3", reserved: "5" }),
      GLUE: state({ available: "13", committed: "5", reserved: "2", held: "2" }),
      TAPE: state({ available: "-3", committed: "5" }),
      ROPE: state({ available: "4" }),
      SEED: state({ available: "18" }),
      SALT: state({ available: SALT }),
    })
    expect(await movements(database)).toEqual({
      ...{ BOLT: ["opening"], CABLE: ["opening"], TAPE: ["opening"], SEED: ["opening"] },
      ...{ SALT: ["opening"], WINE: ["opening unexplained"] },
      ...{ GLUE: ["opening counter_raised"], ROPE: ["opening counter_raised"] },
    })
    const told = warnings.join("\n")
    expect(warnings).toHaveLength(3)
    expect(told).toMatch(/item WINE at location Berlin: 5 reserved that no reservation explains/)
    expect(told).toMatch(/item GLUE at location Berlin: .* 5 below .*; raised, available fell/)
    expect(told).toMatch(/item ROPE at location Berlin: .* 2 below .*; raised, available fell/)

    const { notices, drifts } = await service.verify()
    expect(notices.map((one) => [one.notice, one.inventory_item_id, one.quantity]).sort()).toEqual([
      ["below_zero", "TAPE", "-3"],
      ["counter_raised", "GLUE", "5"],
      ["counter_raised", "ROPE", "2"],
      ["unexplained", "WINE", "5"],
    ])
    expect(drifts).toEqual([
      expect.objectContaining({ cause: "orphan_reservation", subject: "res-SOAP" }),
    ])
    await stop()
  })

  it("can be rehearsed: verify reads Medusa's own tables before anything is installed", async () => {
    await stockMedusasStore(database)
    const options = { migrate: false, start: false }
    const { service, stop } = await startAfresh("stockroom", database, options)
    const before = await levelRows(database)

    const { source, levels, consistent, drifts } = await service.verify({ core_only: true })

    expect({ source, levels, consistent }).toEqual({ source: "core", levels: 8, consistent: false })
    expect(
      drifts.map((one) => [one.cause, one.inventory_item_id, one.expected, one.actual]).sort()
    ).toEqual([
      ["orphan_reservation", "SOAP", expect.any(String), expect.stringContaining("1 reserved")],
      ["raw_column_differs", "SALT", SALT, "0.12345678901234568"],
      ["reservations_differ", "GLUE", "7", "2"],
      ["reservations_differ", "ROPE", "0", "-2"],
      ["reservations_differ", "WINE", "3", "8"],
    ])
    expect(await levelRows(database)).toEqual(before)
    expect(await database.sql("select to_regclass('inventory_movement') as there")).toEqual([
      { there: null },
    ])
    await stop()
  })

  it("restores what Medusa's module had deleted, reservations and all", async () => {
    await stockMedusasStore(database)
    const { service, stop } = await startAfresh("stockroom", database)

    await service.restoreInventoryLevels(["level-CABLE-Lyon", "level-SOAP"])
    await service.restoreInventoryItems(["LAMP"])

    expect(await states(database, "Lyon")).toEqual({ CABLE: state({ available: "7" }) })
    expect(await states(database)).toMatchObject({
      SOAP: state({ available: "5", committed: "1" }),
      LAMP: state({ available: "6", committed: "3" }),
    })
    expect(await service.verify()).toMatchObject({ consistent: true, levels: 11 })
    await stop()
  })

  it("finds the reservations that Medusa's module left behind when their level is made anew", async () => {
    await stockMedusasStore(database)
    await database.sql(
      `insert into reservation_item (id, inventory_item_id, location_id, quantity, raw_quantity)
       values ('res-SOAP-bare', 'SOAP', 'Berlin', 0.5, '{"value": "0.5"}')`
    )
    const { service, stop } = await startAfresh("stockroom", database)

    await service.createInventoryLevels([
      { inventory_item_id: "SOAP", location_id: "Berlin", stocked_quantity: 10 },
    ])

    expect(await states(database)).toMatchObject({
      SOAP: state({ available: "8.5", committed: "1", reserved: "0.5", held: "0.5" }),
    })
    expect(await service.verify()).toMatchObject({ consistent: true })
    await service.deleteReservationItems(["res-SOAP", "res-SOAP-bare"])
    expect(await states(database)).toMatchObject({ SOAP: state({ available: "10" }) })
    expect(await service.verify()).toMatchObject({ consistent: true })
    await stop()
  })

  it.each([
    ["deleted", (running: RunningModule) => running.service.deleteReservationItems(["res-SOAP"])],
    [
      "moved to where the item is stocked",
      (running: RunningModule) =>
        running.service.updateReservationItems({ id: "res-SOAP", location_id: "Lyon" }),
    ],
  ])("an orphaned reservation can be %s", async (_, end) => {
    await stockMedusasStore(database)
    const running = await startAfresh("stockroom", database)
    await running.service.createInventoryLevels([
      { inventory_item_id: "SOAP", location_id: "Lyon", stocked_quantity: 2 },
    ])
    await end(running)

    expect(await running.service.verify()).toMatchObject({ consistent: true, drifts: [] })
    await running.stop()
  })

  it("out and in again: Medusa's module sells on the same tables, and each changed level gets one correction", async () => {
    await stockMedusasStore(database)
    let stockroom = await startAfresh("stockroom", database)
    await stockroom.service.changeStock({
      changes: [
        {
          ...{ op: "move", inventory_item_id: "BOLT", location_id: "Berlin" },
          ...{ from: "available", to: "damaged", quantity: 1 },
        },
      ],
    })
    await stockroom.stop()
    const before = { movements: await movements(database), rows: await levelRows(database) }

    const { service: core, stop } = await startAfresh("core", database)
    const location_id = "Berlin"
    await core.createReservationItems({
      ...{ inventory_item_id: "BOLT", location_id, quantity: 0.5, line_item_id: "ordli-2" },
    })
    await core.adjustInventory("CABLE", location_id, -0.1)
    await core.createInventoryLevels([
      { inventory_item_id: "CABLE", location_id: "Oslo", stocked_quantity: 5 },
    ])
    await core.deleteReservationItems(["res-GLUE-bare"])
    await core.softDeleteInventoryLevels(["level-ROPE"])
    await core.softDeleteInventoryLevels(["level-SEED"])
    const anew = { id: "level-SEED-anew", inventory_item_id: "SEED", location_id }
    await core.createInventoryLevels([{ ...anew, stocked_quantity: 11, incoming_quantity: 2 }])
    const [wine] = await core.listInventoryLevels({ inventory_item_id: "WINE" })
    expect(wine).toMatchObject({ stocked_quantity: 20, reserved_quantity: 8 })
    await stop()

    stockroom = await startAfresh("stockroom", database)
    expect(await movements(database)).toEqual({
      ...before.movements,
      BOLT: ["opening", "move", "correction"],
      CABLE: ["opening", "correction"],
      "CABLE at Oslo": ["opening"],
      GLUE: ["opening counter_raised", "correction"],
      ROPE: ["opening counter_raised", "correction closed"],
      SEED: ["opening", "correction"],
    })
    expect(await states(database)).toEqual({
      BOLT: state({
        ...{ available: "7.75", committed: "2.5", reserved: "1.25", held: "1.25", damaged: "1" },
        incoming: "3",
      }),
      CABLE: state({ available: "0.2" }),
      WINE: state({ available: "12", committed: "3", reserved: "5" }),
      GLUE: state({ available: "15", committed: "5" }),
      TAPE: state({ available: "-3", committed: "5" }),
      SEED: state({ available: "11", incoming: "2" }),
      SALT: state({ available: SALT }),
    })
    const rows = await levelRows(database)
    for (const name of ["WINE", "TAPE", "SALT"]) {
      expect(rows.get(`level-${name}`)).toEqual(before.rows.get(`level-${name}`))
    }
    expect(rows.get(anew.id)).toMatchObject({ stocked: "11", deleted_at: null })
    expect(rows.get("level-SEED")).toMatchObject({ deleted_at: expect.any(String) })
    await stockroom.service.deleteReservationItems(["res-SOAP"])
    expect(await stockroom.service.verify()).toMatchObject({ consistent: true, levels: 8 })
    await stockroom.stop()

    // Once in line, nothing is corrected again.
    const settled = await movements(database)
    await (await startAfresh("stockroom", database)).stop()
    expect(await movements(database)).toEqual(settled)
  })

  it("a store that began on Stockroom can go to Medusa's module and back", async () => {
    let stockroom = await startAfresh("stockroom", database)
    await stockroom.service.createInventoryItems({ id: "BOLT", sku: "BOLT" } as { sku: string })
    await stockroom.service.createInventoryLevels([
      { inventory_item_id: "BOLT", location_id: "Berlin", stocked_quantity: 2.5 },
    ])
    await stockroom.stop()

    const core = await startAfresh("core", database)
    await core.service.createReservationItems({
      ...{ inventory_item_id: "BOLT", location_id: "Berlin", quantity: 2, line_item_id: "ordli" },
    })
    await core.stop()

    stockroom = await startAfresh("stockroom", database)
    expect(await states(database)).toEqual({ BOLT: state({ available: "0.5", committed: "2" }) })
    expect(await movements(database)).toEqual({ BOLT: ["opening", "correction"] })
    await stockroom.stop()
  })

  describe("5,000 levels, and a crash in the middle", () => {
    const LEVELS = 5_000
    let crashed: RunningModule

    beforeEach(async () => {
      await (await startAfresh("core", database)).stop()
      await database.sql(
        `insert into inventory_item (id, sku) select 'item-' || n, 'sku-' || n
         from generate_series(1, ${LEVELS}) n`
      )
      await database.sql(
        `insert into inventory_level (id, inventory_item_id, location_id, stocked_quantity,
           raw_stocked_quantity, raw_reserved_quantity, raw_incoming_quantity)
         select 'level-' || n, 'item-' || n, 'Berlin', n, jsonb_build_object('value', n::text),
           '{"value": "0"}', '{"value": "0"}'
         from generate_series(1, ${LEVELS}) n`
      )
      crashed = await startAfresh("stockroom", database, { start: false })
      // Each window is two questions and three statements; this opens the second window.
      new Saboteur(crashed.knex, database).arm({ kind: "error", at: 9 })
      await crashed.start()
    })

    it("leave whole batches behind, and the next start finishes them", async () => {
      await crashed.stop()
      const half = await openings(database)
      expect(half.levels).toBeGreaterThan(0)
      expect(half.levels).toBeLessThan(LEVELS)

      const { service, stop } = await startAfresh("stockroom", database)

      expect(await openings(database)).toEqual({
        ...{ levels: LEVELS, movements: LEVELS },
        stocked: String((LEVELS * (LEVELS + 1)) / 2),
      })
      expect(await service.verify()).toMatchObject({ levels: LEVELS, consistent: true })
      await stop()
    })

    it("are told, and finished before stock is changed", async () => {
      const { service, errors, stop } = crashed
      expect(errors.join()).toMatch(/could not be brought in line .*division by zero/)

      await Promise.all([1, 2, 3].map(() => service.adjustInventory(`item-${LEVELS}`, "Berlin", 1)))

      expect(await openings(database)).toMatchObject({ levels: LEVELS, movements: LEVELS })
      expect(await service.verify()).toMatchObject({ levels: LEVELS, consistent: true })
      await stop()
    })
  })
})

/** How many levels have been opened, by how many movements, with how much stock. */
async function openings(database: Database) {
  const [row] = await database.sql<{ levels: number; movements: number; stocked: string }>(
    `select count(distinct t.inventory_item_id)::int as levels,
       count(distinct m.id)::int as movements, sum(t.quantity) as stocked
     from inventory_movement m join inventory_transaction t on t.movement_id = m.id
     where m.kind = 'opening'`
  )
  return row
}

async function stockMedusasStore(database: Database): Promise<void> {
  const { service, stop } = await startAfresh("core", database)
  const level = (item: string, stocked_quantity: number | string, more: object = {}) => ({
    ...{ id: `level-${item}`, inventory_item_id: item, location_id: "Berlin" },
    ...{ stocked_quantity: stocked_quantity as number, ...more },
  })
  const reserve = async (id: string, item: string, quantity: number, more: object = {}) =>
    service.createReservationItems({
      ...{ id, inventory_item_id: item, location_id: "Berlin", quantity, ...more },
    })
  const line_item_id = "ordli"

  const items = ["BOLT", "CABLE", "WINE", "GLUE", "TAPE", "ROPE", "LAMP", "SEED", "SALT", "SOAP"]
  await service.createInventoryItems(items.map((id) => ({ id, sku: id }) as { sku: string }))
  await service.createInventoryLevels([
    level("BOLT", 12.5, { incoming_quantity: 3 }),
    level("CABLE", 0.1),
    level("CABLE", 7, { id: "level-CABLE-Lyon", location_id: "Lyon" }),
    ...[level("WINE", 20), level("GLUE", 20), level("TAPE", 2), level("ROPE", 4)],
    ...[level("LAMP", 9), level("SEED", 18), level("SALT", SALT), level("SOAP", 6)],
  ])
  await reserve("res-BOLT-line", "BOLT", 2, { line_item_id })
  await reserve("res-BOLT-bare", "BOLT", 1.25)
  await reserve("res-BOLT-gone", "BOLT", 4, { line_item_id })
  await service.softDeleteReservationItems(["res-BOLT-gone"])
  await service.adjustInventory("CABLE", "Berlin", 0.2)
  await service.softDeleteInventoryLevels(["level-CABLE-Lyon"])
  await reserve("res-WINE", "WINE", 3, { line_item_id })
  await reserve("res-GLUE-line", "GLUE", 5, { line_item_id })
  await reserve("res-GLUE-bare", "GLUE", 2)
  await reserve("res-TAPE", "TAPE", 5, { line_item_id, allow_backorder: true })
  await reserve("res-LAMP", "LAMP", 3, { line_item_id })
  await service.softDeleteInventoryItems(["LAMP"])
  await reserve("res-SOAP", "SOAP", 1, { line_item_id: "ordli-soap" })
  await service.softDeleteInventoryLevels(["level-SOAP"])
  await stop()

  // What lost updates come to, and a row from before there were raw columns.
  for (const [item, counter] of [
    ["WINE", "8"],
    ["GLUE", "2"],
    ["ROPE", "-2"],
  ]) {
    await database.sql(
      `update inventory_level set reserved_quantity = $2::text::numeric, raw_reserved_quantity =
         jsonb_build_object('value', $2::text, 'precision', 20) where inventory_item_id = $1`,
      [item, counter]
    )
  }
  await database.sql(
    `update inventory_level set raw_stocked_quantity = null, raw_reserved_quantity = null,
       raw_incoming_quantity = null where inventory_item_id = 'SEED'`
  )
}

function raw(value: string) {
  return { value, precision: 20 }
}

function state(figures: Partial<StateRow>): StateRow {
  return {
    ...{ available: "0", committed: "0", reserved: "0", damaged: "0", incoming: "0", held: "0" },
    ...figures,
  }
}

/** Medusa's own rows, to the digit. */
async function levelRows(database: Database): Promise<Map<string, LevelRow>> {
  const rows = await database.sql<LevelRow>(
    `select id, stocked_quantity as stocked, raw_stocked_quantity as raw_stocked,
       reserved_quantity as reserved, raw_reserved_quantity as raw_reserved,
       incoming_quantity as incoming, raw_incoming_quantity as raw_incoming, deleted_at
     from inventory_level order by id`
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** The open levels of a location, by item. */
async function states(database: Database, location = "Berlin"): Promise<Record<string, StateRow>> {
  const rows = await database.sql<StateRow & { item: string }>(
    `select inventory_item_id as item, available, committed, reserved, damaged, incoming,
       reserved_by_reservations as held
     from inventory_level_state where location_id = $1 and level_id is not null`,
    [location]
  )
  return Object.fromEntries(rows.map(({ item, ...figures }) => [item, figures]))
}

/** The movements of each level, oldest first: kind and reason. */
async function movements(database: Database): Promise<Record<string, string[]>> {
  const rows = await database.sql<{ level: string; told: string[] }>(
    `select level, array_agg(told order by first) as told from (
       select t.inventory_item_id ||
           case when t.location_id = 'Berlin' then '' else ' at ' || t.location_id end as level,
         trim(m.kind || ' ' || coalesce(m.reason, '')) as told, min(t.sequence) as first
       from inventory_movement m join inventory_transaction t on t.movement_id = m.id
       group by 1, 2, m.id
     ) x group by level order by level`
  )
  return Object.fromEntries(rows.map(({ level, told }) => [level, told]))
}

/** Every row of every table of the module. */
async function everything(database: Database): Promise<unknown> {
  const tables = await database.sql<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public'
       and table_name <> 'mikro_orm_migrations' order by 1`
  )
  const rows: Record<string, unknown> = {}
  for (const { name } of tables) {
    rows[name] = await database.sql(`select * from ${name} order by 1`)
  }
  return rows
}

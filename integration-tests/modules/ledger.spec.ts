import type { HistoryFilters, StockChangeInput, Who } from "../../src/modules/inventory"
import { createDatabase, type Database } from "./databases"
import { type RunningModule, startModule } from "./start-module"

/**
 * Every test begins with items of its own, named after the test's number, as this world:
 *
 *     BOLT   Berlin 12, Lyon 5
 *     WINE   Berlin 3.5
 */
const STATES = [
  ...["available", "committed", "reserved", "damaged", "safety", "quality_control"],
  ...["incoming", "fulfilled"],
]

jest.setTimeout(120_000)

let database: Database
let stockroom: RunningModule
let test = 0
let BOLT: string
let WINE: string

beforeAll(async () => {
  database = await createDatabase()
  stockroom = await startModule("stockroom", database)
})

afterAll(async () => {
  await stockroom.stop()
  await database.drop()
})

beforeEach(async () => {
  test++
  BOLT = `BOLT-${test}`
  WINE = `WINE-${test}`
  await stockroom.service.createInventoryItems([BOLT, WINE].map((id) => ({ id, sku: id }) as Sku))
  await stockroom.service.createInventoryLevels([
    { id: `level-${test}`, inventory_item_id: BOLT, location_id: "Berlin", stocked_quantity: 12 },
    { inventory_item_id: BOLT, location_id: "Lyon", stocked_quantity: 5 },
    { inventory_item_id: WINE, location_id: "Berlin", stocked_quantity: 3.5 },
  ] as Level[])
})

type Sku = { sku: string }
type Level = { inventory_item_id: string; location_id: string; stocked_quantity: number }

describe("the ledger is append-only", () => {
  it.each([
    "update inventory_movement set note = 'better'",
    "update inventory_transaction set quantity = quantity + 1, balance_after = balance_after + 1",
    "delete from inventory_movement",
    "delete from inventory_transaction",
    "truncate inventory_movement, inventory_transaction, inventory_movement_reference",
    "delete from inventory_movement_reference",
    "delete from inventory_allocation",
    "truncate inventory_transaction",
    "truncate inventory_movement cascade",
    `insert into inventory_movement (id, kind, actor_type) select id, 'set', 'system'
       from inventory_movement limit 1 on conflict (id) do update set note = 'better'`,
  ])("plain SQL: %s", async (statement) => {
    const before = await ledger()
    await expect(database.sql(statement)).rejects.toMatchObject({
      code: "23001",
      message: expect.stringContaining("the stock ledger is append-only"),
    })
    expect(await ledger()).toEqual(before)
  })

  it.each([
    ["nativeUpdate", "InventoryMovement", [{}, { note: "better" }]],
    ["nativeUpdate", "InventoryTransaction", [{}, { quantity: "1" }]],
    ["nativeDelete", "InventoryMovement", [{}]],
    ["nativeDelete", "InventoryTransaction", [{}]],
  ] as const)("the ORM's entity manager: %s of %s", async (method, entity, args) => {
    const before = await ledger()
    const [where, data = {}] = args
    await expect(manager()[method](entity, where, data)).rejects.toThrow("append-only")
    expect(await ledger()).toEqual(before)
  })

  it("the ORM's unit of work", async () => {
    const em = manager()
    const movement = await em.findOneOrFail("InventoryMovement", { kind: "opening" })
    movement.note = "better"
    await expect(em.flush()).rejects.toThrow("append-only")
  })

  const models = ["InventoryLevelStates", "InventoryMovements", "InventoryTransactions"]
  const verbs = ["create", "update", "delete", "softDelete", "restore"]
  it.each(models.flatMap((model) => verbs.map((verb) => `${verb}${model}`)))(
    "the service's generated %s",
    async (method) => {
      const service = stockroom.service as unknown as Record<
        string,
        (input: unknown) => Promise<unknown>
      >
      await expect(service[method]([{ id: "x" }])).rejects.toMatchObject({
        type: "not_allowed",
        message: `${method} is refused: levels and ledger are written by movements only`,
      })
    }
  )
})

describe("the database itself refuses", () => {
  const state = (column: string, value: string) =>
    `update inventory_level_state set ${column} = ${value}
     where inventory_item_id = $1 and location_id = 'Berlin'`
  const row = (values: string) =>
    `insert into inventory_transaction (movement_id, inventory_item_id, location_id, state,
       quantity, balance_before, balance_after, sequence)
     select id, $1, 'Berlin', ${values} from inventory_movement where kind = 'opening' limit 1`
  const movement = (columns: string, values: string) =>
    `insert into inventory_movement (id, kind, ${columns}) select $1, 'set', ${values}`

  it.each([
    ...["committed", "damaged", "safety", "quality_control", "fulfilled"].map((name) => [
      `${name} below zero`,
      state(name, "-1"),
      "23514",
    ]),
    ["less reserved than reservations hold", state("reserved_by_reservations", "1"), "23514"],
    ["stock in a closed level", state("level_id", "null"), "23514"],
    ["a level twice", state("location_id", "'Lyon'"), "23505"],
    ["a row of nothing", row("'available', 0, 12, 12, 99"), "23514"],
    ["a row that does not add up", row("'available', 1, 12, 14, 99"), "23514"],
    ["a row of no state", row("'lost', 1, 0, 1, 99"), "23514"],
    ["a place in the level's sequence twice", row("'available', 1, 12, 13, 1"), "23505"],
    [
      "a row of no movement",
      row("'available', 1, 12, 13, 99").replace("select id", "select 'none'"),
      "23503",
    ],
    ["an actor of no type", movement("actor_type", "'ghost'"), "23514"],
    [
      "reversing what is not there",
      movement("actor_type, reverses_id", "'system', 'none'"),
      "23503",
    ],
  ])("%s", async (_, statement, code) => {
    await expect(database.sql(statement, [BOLT])).rejects.toMatchObject({ code })
  })

  it.each(["idempotency_key", "reverses_id"])("the same %s twice", async (column) => {
    const value = column === "reverses_id" ? (await opening()).id : `key-${test}`
    const insert = `insert into inventory_movement (id, kind, actor_type, ${column})
      values ($1, 'undo', 'system', $2)`
    await database.sql(insert, [`first-${test}`, value])
    await expect(database.sql(insert, [`second-${test}`, value])).rejects.toMatchObject({
      code: "23505",
    })
  })
})

describe("an idempotency key", () => {
  const request = (quantity: number, more: object = {}) => ({
    changes: [change("adjust", { state: "available", quantity })],
    idempotency_key: `key-${test}`,
    ...more,
  })

  it("repeated, gives the first movement and changes nothing", async () => {
    const { service } = stockroom
    const first = await service.changeStock(request(2))
    const before = await ledger()
    const again = await service.changeStock(request(2))

    expect(first).toEqual({ movementId: expect.stringMatching(/^imov_/), repeated: false })
    expect(again).toEqual({ movementId: first.movementId, repeated: true })
    expect(await ledger()).toEqual(before)
    expect(await balances()).toMatchObject({ available: "14" })
  })

  it.each([
    ["quantity", () => request(3)],
    ["reason", () => request(2, { reason: "found" })],
    ["level", () => request(2, { changes: [{ ...request(2).changes[0], location_id: "Lyon" }] })],
  ])("with another %s, is a conflict", async (_, other) => {
    const { service } = stockroom
    await service.changeStock(request(2))
    const before = await ledger()

    await expect(service.changeStock(other())).rejects.toMatchObject({
      type: "conflict",
      details: { idempotency_key: `key-${test}` },
    })
    expect(await ledger()).toEqual(before)
  })

  it("of a refused request is free again", async () => {
    const { service } = stockroom
    await expect(service.changeStock(request(-99))).rejects.toMatchObject({ type: "not_allowed" })
    expect(await service.changeStock(request(1))).toMatchObject({ repeated: false })
  })

  it("is kept for a request that had nothing to change", async () => {
    const { service } = stockroom
    const { movementId } = await service.changeStock(request(0))
    await service.adjustInventory(BOLT, "Berlin", 1)

    expect(movementId).not.toBeNull()
    expect(await service.changeStock(request(0))).toEqual({ movementId, repeated: true })
  })

  describe("from callers on two servers at once", () => {
    let servers: RunningModule[]

    beforeAll(async () => {
      servers = [stockroom, await startModule("stockroom", database, { migrate: false })]
    })

    afterAll(() => servers[1].stop())

    const atOnce = (requests: ReturnType<typeof request>[]) =>
      Promise.allSettled(requests.map((one, index) => servers[index % 2].service.changeStock(one)))

    it("is carried out once, and everybody gets its movement", async () => {
      const ends = await atOnce(Array.from({ length: 20 }, () => request(1)))
      const results = ends.map((end) => end.status === "fulfilled" && end.value)

      const ids = new Set(results.map((result) => result && result.movementId))
      expect(ids.size).toBe(1)
      expect(results.filter((result) => result && !result.repeated)).toHaveLength(1)
      expect(await balances()).toMatchObject({ available: "13" })
    })

    it("with different requests, stands for one of them", async () => {
      const ends = await atOnce(Array.from({ length: 10 }, (_, index) => request(index + 1)))
      const made = ends.filter(({ status }) => status === "fulfilled")
      const refused = ends.flatMap((end) => (end.status === "rejected" ? [end.reason] : []))

      expect(made).toHaveLength(1)
      expect(refused).toHaveLength(9)
      refused.forEach((error) => expect(error).toMatchObject({ type: "conflict" }))
      const winner = ends.findIndex(({ status }) => status === "fulfilled")
      expect(await balances()).toMatchObject({ available: String(12 + winner + 1) })
    })

    it("over different levels, still stands for one of them", async () => {
      const places = [
        [BOLT, "Berlin"],
        [BOLT, "Lyon"],
        [WINE, "Berlin"],
      ]
      const ends = await atOnce(
        places.map(([inventory_item_id, location_id]) =>
          request(1, { changes: [{ ...request(1).changes[0], inventory_item_id, location_id }] })
        )
      )
      expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
      const all = await Promise.all(places.map(([item, at]) => balances(item, at)))
      expect(all.reduce((sum, { available }) => sum + Number(available), 0)).toBe(21.5)
    })
  })
})

describe("an expected quantity that is no longer right", () => {
  it.each([
    ["set", { state: "available", quantity: 9 }, "12"],
    ["adjust", { state: "available", quantity: 1 }, "12"],
    ["move", { from: "available", to: "damaged", quantity: 1 }, "12"],
    ["count", { quantity: 9 }, "14"],
  ] as const)("refuses to %s, and says what there is", async (op, what, current) => {
    const { service } = stockroom
    await service.changeStock({ changes: [change("adjust", { state: "safety", quantity: 2 })] })
    const before = await ledger()

    const request = { changes: [change(op, { ...what, expected: 10 })] }
    await expect(service.changeStock(request)).rejects.toMatchObject({
      type: "conflict",
      message: expect.stringContaining(`has ${current} `),
      details: {
        ...{ inventory_item_id: BOLT, location_id: "Berlin", current, expected: "10" },
      },
    })
    expect(await ledger()).toEqual(before)
    const right = { changes: [change(op, { ...what, expected: current })] }
    expect(await service.changeStock(right)).toMatchObject({ repeated: false })
  })

  it("is held against what earlier changes of the same request leave", async () => {
    const { service } = stockroom
    const move = { from: "available", to: "damaged", quantity: 4 } as const
    const changes = [
      change("move", { ...move, expected: 12 }),
      change("move", { ...move, expected: 8 }),
    ]
    await service.changeStock({ changes })
    expect(await balances()).toMatchObject({ available: "4", damaged: "8" })

    const before = await ledger()
    const stale = [change("move", move), change("move", { ...move, expected: 4 })]
    await expect(service.changeStock({ changes: stale })).rejects.toMatchObject({
      type: "conflict",
    })
    expect(await ledger()).toEqual(before)
  })

  it("lets one of twenty through who saw the same figure", async () => {
    const request = {
      changes: [change("adjust", { state: "available", quantity: -1, expected: 12 })],
    }
    const ends = await Promise.allSettled(
      Array.from({ length: 20 }, () => stockroom.service.changeStock(request))
    )
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    ends.forEach((end) => {
      if (end.status === "rejected") {
        expect(end.reason).toMatchObject({ type: "conflict", details: { current: "11" } })
      }
    })
    expect(await balances()).toMatchObject({ available: "11" })
  })
})

describe("reasons", () => {
  let strict: RunningModule

  beforeAll(async () => {
    const options = { reasons: ["delivery", "stocktake"] }
    strict = await startModule("stockroom", database, { migrate: false, options })
  })

  afterAll(() => strict.stop())

  const adjust = (reason?: string) => ({
    changes: [change("adjust", { state: "available", quantity: 1 })],
    reason,
  })

  it("of a store without a list may be any", async () => {
    await stockroom.service.changeStock(adjust("because"))
    expect(await history({ reason: "because", inventory_item_id: BOLT })).toHaveLength(1)
  })

  it("of a store with a list must be on it, or left out", async () => {
    await strict.service.changeStock(adjust("delivery"))
    await strict.service.changeStock(adjust())
    await expect(strict.service.changeStock(adjust("because"))).rejects.toMatchObject({
      type: "invalid_data",
      message: 'reason must be one of delivery, stocktake, not "because"',
      details: { field: "reason" },
    })
    expect(await balances()).toMatchObject({ available: "14" })
  })

  it("are asked of sorting returned units too", async () => {
    const sorting = strict.service.disposeReturn(
      { id: "return_1", orderId: "order_1", locationId: "Berlin" },
      {
        dispositions: [{ inventory_item_id: BOLT, from: "available", to: "damaged", quantity: 1 }],
        reason: "oops",
      }
    )
    await expect(sorting).rejects.toMatchObject({ details: { field: "reason" } })
  })

  it("are asked of undoing too", async () => {
    const { movementId } = await strict.service.changeStock(adjust("stocktake"))
    const undo = strict.service.undoMovement(movementId as string, { reason: "oops" })
    await expect(undo).rejects.toMatchObject({ details: { field: "reason" } })
    expect(await balances()).toMatchObject({ available: "13" })
  })
})

describe("reserved stock by hand", () => {
  let ids: string[]

  // 2 set aside by hand, 3 and 1 by reservations without an order line: of 6 only 2 are free.
  beforeEach(async () => {
    const { service } = stockroom
    await service.changeStock({
      changes: [change("move", { from: "available", to: "reserved", quantity: 2 })],
    })
    const reservation = { inventory_item_id: BOLT, location_id: "Berlin" }
    const made = await service.createReservationItems([
      { ...reservation, quantity: 3 },
      { ...reservation, quantity: 1 },
      { ...reservation, quantity: 1, line_item_id: `ordli-${test}` },
    ])
    ids = made.slice(0, 2).map(({ id }) => id)
  })

  it.each([
    ["adjust", { state: "reserved", quantity: -3 }, "3"],
    ["set", { state: "reserved", quantity: 1.5 }, "1.5"],
    ["move", { from: "reserved", to: "available", quantity: 6 }, "0"],
  ] as const)(
    "is refused to %s below what reservations hold, naming them",
    async (op, what, would) => {
      const before = await ledger()
      const request = { changes: [change(op, what)], allow_negative: true }

      const refused = stockroom.service.changeStock(request)
      await expect(refused).rejects.toMatchObject({
        type: "not_allowed",
        message: expect.stringContaining(
          `Item ${BOLT} at location Berlin: reserved would be ${would}, but reservations hold 4 of it`
        ),
      })
      await refused.catch(({ message }) => ids.forEach((id) => expect(message).toContain(id)))
      expect(await ledger()).toEqual(before)
    }
  )

  it("may be taken down to exactly that", async () => {
    await stockroom.service.changeStock({
      changes: [change("set", { state: "reserved", quantity: 4 })],
    })
    expect(await balances()).toMatchObject({ reserved: "4", reserved_by_reservations: "4" })
    await stockroom.service.deleteReservationItems(ids)
    expect(await balances()).toMatchObject({ reserved: "0", available: "9", committed: "1" })
  })
})

describe("stock below zero by hand", () => {
  const short = () => ({ changes: [change("adjust", { state: "available", quantity: -15 })] })

  it("is refused", async () => {
    await expect(stockroom.service.changeStock(short())).rejects.toMatchObject({
      type: "not_allowed",
      message: `Item ${BOLT} at location Berlin: available would be -3 (is 12)`,
    })
    expect(await balances()).toMatchObject({ available: "12" })
  })

  it("is done where it is allowed, and then marked, told and listed", async () => {
    stockroom.events.length = 0
    const { movementId } = await stockroom.service.changeStock({
      ...short(),
      allow_negative: true,
    })

    expect(await balances()).toMatchObject({ available: "-3" })
    const [row] = await history({ movement_id: movementId as string })
    expect(row).toMatchObject({ below_zero: true, balance_before: "12", balance_after: "-3" })
    expect(stockroom.events).toContainEqual({
      name: "stockroom.level.below_zero",
      data: {
        ...{ movement_id: movementId, kind: "adjust" },
        levels: [{ inventory_item_id: BOLT, location_id: "Berlin", available: "-3" }],
      },
    })
    expect((await stockroom.service.verify({ inventory_item_id: BOLT })).notices).toEqual([
      {
        ...{ notice: "below_zero", inventory_item_id: BOLT, location_id: "Berlin" },
        ...{ quantity: "-3", movement_id: null },
      },
    ])
  })

  it("may be made less so without asking", async () => {
    const { service } = stockroom
    await service.changeStock({ ...short(), allow_negative: true })
    await service.changeStock({
      changes: [change("adjust", { state: "available", quantity: 1 })],
    })
    expect(await balances()).toMatchObject({ available: "-2" })
  })

  it.each(["reserved", "damaged", "safety", "quality_control"] as const)(
    "is never allowed of %s",
    async (state) => {
      const changes = [change("adjust", { state, quantity: -1 })]
      await expect(
        stockroom.service.changeStock({ changes, allow_negative: true })
      ).rejects.toMatchObject({ type: "not_allowed" })
    }
  )

  it("is never refused of Medusa's own calls", async () => {
    const { service } = stockroom
    await service.adjustInventory(BOLT, "Berlin", -20)
    await service.updateInventoryLevels({
      ...{ inventory_item_id: BOLT, location_id: "Lyon", stocked_quantity: -1 },
    })
    expect(await balances()).toMatchObject({ available: "-8" })
    expect(await balances(BOLT, "Lyon")).toMatchObject({ available: "-1" })
  })
})

describe("history", () => {
  let times: string[]
  let commit: string

  beforeEach(async () => {
    const { service } = stockroom
    const as = (id: string, correlationId: string, work: () => Promise<unknown>) =>
      stockroom.runAs((): Who => {
        const actor = { type: "user", id: `${id}-${test}` } as const
        return {
          actor,
          source: "POST /x",
          correlationId: `${correlationId}-${test}`,
          references: {},
        }
      }, work)
    await as("ada", "one", () =>
      service.changeStock({
        changes: [
          change("move", { from: "available", to: "damaged", quantity: 2 }),
          change("adjust", { state: "available", quantity: 4, location_id: "Lyon" }),
        ],
        ...{ reason: "dropped", note: "off the shelf" },
        references: { order_id: `order-${test}`, import_id: `import-${test}` },
      })
    )
    const reservation = { inventory_item_id: BOLT, location_id: "Berlin", quantity: 1 }
    await as("bob", "two", async () => {
      const made = await service.createReservationItems({
        ...{ ...reservation, line_item_id: `ordli-${test}` },
      })
      commit = made.id
    })
    await service.adjustInventory(WINE, "Berlin", -0.5)
    const rows = await history({ inventory_item_id: [BOLT, WINE] })
    times = rows.map(({ created_at }) => created_at).reverse()
  })

  const told = (rows: Awaited<ReturnType<typeof history>>) =>
    rows.map((row) =>
      [
        row.kind,
        row.inventory_item_id.split("-")[0],
        row.location_id,
        row.state,
        row.quantity,
      ].join(" ")
    )
  const OPENINGS = [
    "opening WINE Berlin available 3.5",
    "opening BOLT Lyon available 5",
    "opening BOLT Berlin available 12",
  ]
  const ADJUST = [
    "adjust BOLT Lyon available 4",
    "adjust BOLT Berlin damaged 2",
    "adjust BOLT Berlin available -2",
  ]
  const COMMIT = ["commit BOLT Berlin committed 1", "commit BOLT Berlin available -1"]

  it("is newest first, with what each row found and left", async () => {
    const rows = await history({ inventory_item_id: [BOLT, WINE] })
    expect(told(rows)).toEqual([
      "adjust WINE Berlin available -0.5",
      ...COMMIT,
      ...ADJUST,
      ...OPENINGS,
    ])
    const mine = rows.filter((row) => row.location_id === "Berlin" && row.state === "available")
    expect(
      mine.map((row) => [row.inventory_item_id, row.balance_before, row.balance_after])
    ).toEqual([
      [WINE, "3.5", "3"],
      [BOLT, "10", "9"],
      [BOLT, "12", "10"],
      [WINE, "0", "3.5"],
      [BOLT, "0", "12"],
    ])
    expect(rows.find(({ reason }) => reason === "dropped")).toMatchObject({
      ...{ note: "off the shelf", actor_type: "user", actor_id: `ada-${test}` },
      ...{ source: "POST /x", correlation_id: `one-${test}`, order_id: `order-${test}` },
    })
  })

  const filters: [string, () => HistoryFilters, () => string[]][] = [
    [
      "an item",
      () => ({ inventory_item_id: WINE }),
      () => ["adjust WINE Berlin available -0.5", OPENINGS[0]],
    ],
    [
      "a location",
      () => ({ inventory_item_id: BOLT, location_id: "Lyon" }),
      () => [ADJUST[0], OPENINGS[1]],
    ],
    ["a state", () => ({ inventory_item_id: BOLT, state: "damaged" }), () => [ADJUST[1]]],
    [
      "states",
      () => ({ inventory_item_id: BOLT, state: ["damaged", "committed"] }),
      () => [COMMIT[0], ADJUST[1]],
    ],
    ["a kind", () => ({ inventory_item_id: BOLT, kind: "commit" }), () => COMMIT],
    ["a reason", () => ({ inventory_item_id: BOLT, reason: "dropped" }), () => ADJUST],
    ["an actor", () => ({ actor_id: `ada-${test}` }), () => ADJUST],
    [
      "a type of actor",
      () => ({ inventory_item_id: BOLT, actor_type: "system" }),
      () => OPENINGS.slice(1),
    ],
    ["an order", () => ({ order_id: `order-${test}` }), () => ADJUST],
    [
      "an order with its lines",
      () => ({ order_id: `order-${test}`, line_item_id: [`ordli-${test}`] }),
      () => [...COMMIT, ...ADJUST],
    ],
    ["a line", () => ({ line_item_id: `ordli-${test}` }), () => COMMIT],
    ["a reservation", () => ({ reservation_id: commit }), () => COMMIT],
    ["an import", () => ({ import_id: `import-${test}` }), () => ADJUST],
    ["one request", () => ({ correlation_id: `two-${test}` }), () => COMMIT],
    ["nothing that there is", () => ({ actor_id: `eve-${test}` }), () => []],
    ["from a moment", () => ({ inventory_item_id: BOLT, from: times[6] }), () => COMMIT],
    [
      "from a moment, by actor",
      () => ({ actor_id: [`ada-${test}`, `bob-${test}`], from: times[6] }),
      () => COMMIT,
    ],
    [
      "until a moment",
      () => ({ inventory_item_id: BOLT, until: times[3] }),
      () => OPENINGS.slice(1),
    ],
    [
      "between moments",
      () => ({ inventory_item_id: BOLT, from: times[3], until: times[6] }),
      () => ADJUST,
    ],
  ]
  it.each(filters)("can be asked for %s", async (_, asked, expected) => {
    expect(told(await history(asked()))).toEqual(expected())
  })

  it("is read in pages, none twice and none missing, while rows are being added", async () => {
    const { service } = stockroom
    for (let n = 0; n < 12; n++) {
      await service.adjustInventory(
        [1, 2, 3, 4].map((adjustment) => ({
          ...{ inventoryItemId: BOLT, locationId: "Berlin", adjustment },
        }))
      )
    }
    const there = (await history({ inventory_item_id: BOLT })).map(({ id }) => id)
    const seen: string[] = []
    let cursor: string | null = null
    let pages = 0
    do {
      const page: Awaited<ReturnType<typeof service.listHistory>> = await service.listHistory(
        { inventory_item_id: BOLT },
        { limit: 7, cursor }
      )
      seen.push(...page.rows.map(({ id }) => id))
      expect(page.rows.length).toBeLessThanOrEqual(7)
      cursor = page.next_cursor
      pages++
      await service.adjustInventory(BOLT, "Berlin", 1)
    } while (cursor)

    expect(seen).toEqual(there)
    expect(pages).toBe(Math.ceil(there.length / 7))
  })

  it("comes whole, page by page, for an export", async () => {
    const rows = []
    for await (const page of stockroom.service.historyPages({ inventory_item_id: BOLT })) {
      rows.push(...page)
    }
    expect(rows).toEqual(await history({ inventory_item_id: BOLT }))
  })

  it.each([
    ["cursor", (): unknown => stockroom.service.listHistory({}, { limit: 5, cursor: "x" })],
    ["from", () => history({ from: "yesterday" })],
    ["until", () => history({ until: "soon" })],
    ["at", () => stockroom.service.listStockAsOf({ at: "then", limit: 1, offset: 0 })],
  ])("refuses a %s that is none", async (field, ask) => {
    await expect(ask()).rejects.toMatchObject({ type: "invalid_data", details: { field } })
  })

  it("tells the stock as of any moment", async () => {
    const { service } = stockroom
    const asOf = async (at: string) => {
      const levels = await service.listStockAsOf({
        ...{ at, inventory_item_id: BOLT, limit: 10, offset: 0 },
      })
      return levels.map(({ location_id, on_hand, unavailable, available, committed, damaged }) =>
        [location_id, on_hand, unavailable, available, committed, damaged].join(" ")
      )
    }
    await service.updateReservationItems({ id: commit, location_id: "Lyon" })

    expect(await asOf("2020-01-01T00:00:00Z")).toEqual([])
    expect(await asOf(times[0])).toEqual(["Berlin 12 0 12 0 0", "Lyon 5 0 5 0 0"])
    expect(await asOf(times[3])).toEqual(["Berlin 12 2 10 0 2", "Lyon 9 0 9 0 0"])
    expect(await asOf(times[6])).toEqual(["Berlin 12 2 9 1 2", "Lyon 9 0 9 0 0"])
    expect(await asOf(new Date(Date.now() + 60_000).toISOString())).toEqual([
      "Berlin 12 2 10 0 2",
      "Lyon 9 0 8 1 0",
    ])
  })
})

describe("undoing", () => {
  const adjust = async (quantity: number, more: object = {}) => {
    const { movementId } = await stockroom.service.changeStock({
      changes: [change("adjust", { state: "available", quantity, ...more })],
    })
    return movementId as string
  }

  it("reverses a movement by another that points at it", async () => {
    const { service } = stockroom
    const { movementId: id } = await service.changeStock({
      changes: [
        change("move", { from: "available", to: "damaged", quantity: 2.5 }),
        change("count", { quantity: 4, location_id: "Lyon" }),
      ],
    })
    const { movementId } = await service.undoMovement(id as string, { note: "wrong shelf" })

    expect(await balances()).toMatchObject({ available: "12", damaged: "0" })
    expect(await balances(BOLT, "Lyon")).toMatchObject({ available: "5" })
    expect(await history({ movement_id: movementId })).toEqual(
      ["2.5", "-2.5", "1"].reverse().map((quantity) =>
        expect.objectContaining({
          ...{ kind: "undo", quantity, reverses_id: id, note: "wrong shelf" },
        })
      )
    )
    for (const row of await history({ movement_id: id as string })) {
      expect(row).toMatchObject({ reversed_by_id: movementId })
    }
  })

  it("can itself be undone", async () => {
    const id = await adjust(3)
    const { movementId } = await stockroom.service.undoMovement(id)
    await stockroom.service.undoMovement(movementId)
    expect(await balances()).toMatchObject({ available: "15" })
  })

  it("shows beforehand what would be left, and changes nothing", async () => {
    const id = await adjust(8)
    await stockroom.service.adjustInventory(BOLT, "Berlin", -15)
    const before = await ledger()

    expect(await stockroom.service.previewUndo(id)).toEqual({
      ...{ movement_id: id, possible: true, obstacle: null },
      rows: [
        {
          ...{ inventory_item_id: BOLT, location_id: "Berlin", state: "available" },
          ...{ quantity: "-8", before: "5", after: "-3", negative: true },
        },
      ],
    })
    expect(await ledger()).toEqual(before)

    await expect(stockroom.service.undoMovement(id)).rejects.toMatchObject({
      type: "not_allowed",
      message: `Item ${BOLT} at location Berlin: available would be -3 (is 5)`,
    })
    expect(await ledger()).toEqual(before)
    await stockroom.service.undoMovement(id, { allow_negative: true })
    expect(await balances()).toMatchObject({ available: "-3" })
  })

  it("is refused where it would take what reservations hold", async () => {
    const id = await adjust(2, { state: "reserved" })
    const { service } = stockroom
    await service.changeStock({
      changes: [change("move", { from: "reserved", to: "safety", quantity: 1 })],
    })
    await service.createReservationItems({
      ...{ inventory_item_id: BOLT, location_id: "Berlin", quantity: 4 },
    })
    await expect(service.undoMovement(id, { allow_negative: true })).rejects.toMatchObject({
      type: "not_allowed",
      message: expect.stringContaining("reservations hold 4 of it"),
    })
  })

  it("is refused a second time, and of two at once", async () => {
    const id = await adjust(3)
    const ends = await Promise.allSettled(
      [1, 2, 3, 4].map(() => stockroom.service.undoMovement(id))
    )
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    ends.forEach((end) => {
      if (end.status === "rejected") {
        expect(end.reason).toMatchObject({
          type: "conflict",
          message: expect.stringMatching(/has been undone already, by imov_/),
        })
      }
    })
    expect(await balances()).toMatchObject({ available: "12" })
    expect(await stockroom.service.previewUndo(id)).toMatchObject({
      possible: false,
      obstacle: expect.stringMatching(/undone already/),
    })
  })

  it("is refused of what is part of an order, and of what begins or ends something", async () => {
    const { service } = stockroom
    const at = { inventory_item_id: BOLT, location_id: "Berlin", quantity: 1 }
    const lined = await service.createReservationItems({ ...at, line_item_id: `ordli-${test}` })
    const bare = await service.createReservationItems(at)
    await service.softDeleteReservationItems([lined.id, bare.id])
    await service.restoreReservationItems([lined.id])
    await service.deleteReservationItems([lined.id])
    await service.changeStock({
      changes: [change("adjust", { state: "damaged", quantity: 1 })],
      references: { fulfillment_id: `ful-${test}` },
    })
    await service.deleteInventoryLevel(BOLT, "Berlin")

    const rows = await history({ inventory_item_id: BOLT, location_id: "Berlin" })
    const kinds = new Map(rows.map((row) => [row.kind, row.movement_id]))
    expect([...kinds.keys()].sort()).toEqual([
      ...["adjust", "close", "commit", "opening", "release", "reserve", "restore", "unreserve"],
    ])
    for (const [kind, id] of kinds) {
      await expect(service.undoMovement(id)).rejects.toMatchObject({
        type: "conflict",
        message: expect.stringMatching(
          kind === "adjust" ? /it is part of fulfillment ful-/ : /cannot be undone: /
        ),
      })
      expect(await service.previewUndo(id)).toMatchObject({ possible: false })
    }
  })

  it("is refused of a movement that is not there", async () => {
    await expect(stockroom.service.undoMovement("imov_none")).rejects.toMatchObject({
      type: "not_found",
      details: { movement_id: "imov_none" },
    })
    await expect(stockroom.service.previewUndo("imov_none")).rejects.toMatchObject({
      type: "not_found",
    })
  })
})

describe("verifying and repairing", () => {
  const scope = () => ({ inventory_item_id: BOLT })
  const berlin = "inventory_item_id = $1 and location_id = 'Berlin'"
  const drifts = async () => {
    const found = await stockroom.service.verify(scope())
    expect(found.consistent).toBe(found.drifts.length === 0)
    return found.drifts.map(({ cause, subject, expected, actual }) =>
      [cause, subject, expected, actual].join(" ")
    )
  }

  // 12 on hand at Berlin: 6 available, 3 committed, 2 reserved by a reservation, 1 damaged.
  beforeEach(async () => {
    const { service } = stockroom
    const reservation = { inventory_item_id: BOLT, location_id: "Berlin" }
    await service.createReservationItems([
      { ...reservation, quantity: 3, line_item_id: `ordli-${test}` },
      { ...reservation, quantity: 2 },
    ])
    await service.changeStock({
      changes: [change("move", { from: "available", to: "damaged", quantity: 1 })],
    })
  })

  const columns = (name: string, value: string) =>
    `update inventory_level set ${name}_quantity = ${value},
       raw_${name}_quantity = jsonb_build_object('value', '${value}') where ${berlin}`
  type Case = {
    what: string
    tamper: string
    found: () => string[]
    /** What the repair leaves at Berlin, beside what was there; and the rows that it posts. */
    left?: object
    posted: string[]
  }
  const cases: Case[] = [
    {
      what: "a state",
      tamper: `update inventory_level_state set available = 99 where ${berlin}`,
      found: () => [
        "state_differs_from_ledger available 6 99",
        "medusa_column_differs stocked_quantity 105 12",
      ],
      posted: [],
    },
    {
      what: "a state that reservations bind",
      tamper: `update inventory_level_state set committed = 1, available = 8 where ${berlin}`,
      found: () => [
        "state_differs_from_ledger available 6 8",
        "state_differs_from_ledger committed 3 1",
        "medusa_column_differs reserved_quantity 4 6",
        "reservations_differ committed 3 1",
      ],
      posted: [],
    },
    {
      what: "a level's sequence",
      tamper: `update inventory_level_state set sequence = 99 where ${berlin}`,
      found: () => ["ledger_incomplete sequence 99 7 rows, last 7"],
      posted: [],
    },
    {
      what: "stocked_quantity, which is kept",
      tamper: columns("stocked", "20"),
      found: () => ["medusa_column_differs stocked_quantity 12 20"],
      left: { available: "14" },
      posted: ["available 8"],
    },
    {
      what: "reserved_quantity, upwards",
      tamper: columns("reserved", "7.5"),
      found: () => ["medusa_column_differs reserved_quantity 6 7.5"],
      left: { available: "4.5", reserved: "3.5" },
      posted: ["available -1.5", "reserved 1.5"],
    },
    {
      what: "reserved_quantity, downwards",
      tamper: columns("reserved", "1"),
      found: () => ["medusa_column_differs reserved_quantity 6 1"],
      posted: [],
    },
    {
      what: "incoming_quantity, which is kept",
      tamper: columns("incoming", "4"),
      found: () => ["medusa_column_differs incoming_quantity 0 4"],
      left: { incoming: "4" },
      posted: ["incoming 4"],
    },
    {
      what: "a numeric column alone",
      tamper: `update inventory_level set stocked_quantity = 50 where ${berlin}`,
      found: () => [
        "raw_column_differs stocked_quantity 12 50",
        "medusa_column_differs stocked_quantity 12 50",
      ],
      posted: [],
    },
    {
      what: "a raw column alone",
      tamper: `update inventory_level set raw_reserved_quantity = '{"value": "5"}' where ${berlin}`,
      found: () => ["raw_column_differs reserved_quantity 5 6"],
      posted: [],
    },
    {
      what: "an order line's reservation",
      tamper: `update reservation_item set quantity = 5 where ${berlin} and line_item_id is not null`,
      found: () => ["reservations_differ committed 5 3"],
      left: { available: "4", committed: "5" },
      posted: ["available -2", "committed 2"],
    },
    {
      what: "a reservation without an order line",
      tamper: `delete from reservation_item where ${berlin} and line_item_id is null`,
      found: () => ["reservations_differ reserved 0 2"],
      left: { available: "6", reserved: "2", reserved_by_reservations: "0" },
      posted: [],
    },
    {
      what: "the level's state, which is gone",
      tamper: `delete from inventory_level_state where ${berlin}`,
      found: () => ["not_in_ledger level an opening movement none"],
      posted: [],
    },
  ]

  it.each(cases)("finds and repairs: $what", async ({ tamper, found, left, posted }) => {
    const before = { ledger: await ledger(), berlin: await balances() }
    await database.sql(tamper, [BOLT])
    expect(await drifts()).toEqual(found())
    // Looking elsewhere finds nothing.
    const { service } = stockroom
    expect(await service.verify({ location_id: "Lyon" })).toMatchObject({ consistent: true })

    const repaired = await service.repair(scope())

    expect(repaired).toMatchObject({ levels: 1, remaining: { consistent: true, drifts: [] } })
    const { sequence: _, ...unchanged } = before.berlin
    expect(await balances()).toMatchObject({ ...unchanged, ...left })
    const after = await ledger()
    expect(after.slice(0, before.ledger.length)).toEqual(before.ledger)
    expect(
      after.slice(before.ledger.length).map(({ kind, state, quantity }) => [kind, state, quantity])
    ).toEqual(posted.map((row) => ["repair", ...row.split(" ")]))
    expect(repaired.movement_ids).toHaveLength(posted.length ? 1 : 0)
    expect(await medusaSays()).toEqual(await columnsOf())
  })

  it("an orphaned reservation is told, and left to people", async () => {
    const insert = `insert into reservation_item (id, inventory_item_id, location_id, quantity,
      raw_quantity) values ($2, $1, 'Oslo', 2, '{"value": "2"}')`
    await database.sql(insert, [BOLT, `orphan-${test}`])
    const orphan = `orphan_reservation orphan-${test} a level at this location, or no reservation 2 reserved, no level`

    expect(await drifts()).toEqual([orphan])
    expect(await stockroom.service.repair(scope())).toMatchObject({ levels: 0, movement_ids: [] })
    expect(await drifts()).toEqual([orphan])
    await stockroom.service.deleteReservationItems([`orphan-${test}`])
    expect(await drifts()).toEqual([])
  })

  it("a level that is gone from Medusa's table is closed in the ledger too", async () => {
    await database.sql(`delete from reservation_item where ${berlin}`, [BOLT])
    await database.sql(`delete from inventory_level where ${berlin}`, [BOLT])
    expect(await drifts()).toEqual([`not_in_medusa level-${test} a level of Medusa's none`])

    await stockroom.service.repair(scope())

    expect(await drifts()).toEqual([])
    const sums = await database.sql(
      `select state, sum(quantity) as sum from inventory_transaction where ${berlin} group by state`,
      [BOLT]
    )
    expect(sums.map(({ sum }) => Number(sum))).toEqual([0, 0, 0, 0])
  })

  it("a ledger row that is gone is told, again and again", async () => {
    await database.sql("alter table inventory_transaction disable trigger user")
    await database.sql(`delete from inventory_transaction where ${berlin} and state = 'damaged'`, [
      BOLT,
    ])
    await database.sql("alter table inventory_transaction enable trigger user")
    expect(await drifts()).toEqual([
      "state_differs_from_ledger damaged 0 1",
      "ledger_incomplete sequence 7 6 rows, last 6",
    ])
    const { remaining } = await stockroom.service.repair(scope())
    expect(remaining.drifts.map(({ cause }) => cause)).not.toContain("state_differs_from_ledger")
  })

  it("of a store in line posts nothing", async () => {
    const before = await ledger()
    expect(await stockroom.service.repair(scope())).toMatchObject({ levels: 0, movement_ids: [] })
    expect(await ledger()).toEqual(before)
  })

  it("goes on while stock is being changed, and finds nothing wrong", async () => {
    const busy = Array.from({ length: 60 }, (_, n) =>
      stockroom.service.adjustInventory(BOLT, n % 2 ? "Berlin" : "Lyon", n - 30)
    )
    const found = await Promise.all(Array.from({ length: 10 }, () => drifts()))
    await Promise.all(busy)
    expect(found.flat()).toEqual([])
  })
})

describe("decimals are exact", () => {
  it.each([
    ["0.1 three times", ["0.1", "0.1", "0.1"], "0.3"],
    ["small ones", ["0.00005", "0.00004"], "0.00009"],
    ["more digits than a number holds", ["9007199254740993", "2"], "9007199254740995"],
    [
      "thirty digits and twenty",
      ["123456789012345678901234567890", "0.00000000000000000001"],
      "123456789012345678901234567890.00000000000000000001",
    ],
    ["a thousand of 0.1", Array.from({ length: 1_000 }, () => "0.1"), "100"],
  ])("%s", async (_, quantities, sum) => {
    const { service } = stockroom
    await service.changeStock({ changes: [change("count", { quantity: 0 })] })
    await service.adjustInventory(
      quantities.map((adjustment) => ({
        ...{ inventoryItemId: BOLT, locationId: "Berlin", adjustment },
      }))
    )

    expect(await balances()).toMatchObject({ available: sum })
    expect(await medusaSays()).toMatchObject({ stocked: sum, raw_stocked: sum })
    const available = await service.retrieveAvailableQuantity(BOLT, ["Berlin"])
    // Medusa's own big numbers have twenty digits, and what is below 0.0001 is nothing to `numeric`.
    expect(Number(available.raw?.value)).toBe(Number(sum))
    const [row] = await history({ inventory_item_id: BOLT })
    expect(row).toMatchObject({ balance_after: sum })
    const [level] = await service.listStockAsOf({
      ...{
        at: row.created_at,
        inventory_item_id: BOLT,
        location_id: "Berlin",
        limit: 1,
        offset: 0,
      },
    })
    expect(level).toMatchObject({ available: sum, on_hand: sum })

    const reservations = await service.createReservationItems(
      quantities.map((quantity) => ({
        ...{ inventory_item_id: BOLT, location_id: "Berlin", quantity },
        line_item_id: `ordli-${test}`,
      }))
    )
    expect(await balances()).toMatchObject({ available: "0", committed: sum })
    expect(await medusaSays()).toMatchObject({ reserved: sum, raw_reserved: sum })
    await service.updateReservationItems(
      reservations.map(({ id }, index) => ({ id, quantity: index ? 0 : sum }))
    )
    expect(await balances()).toMatchObject({ available: "0", committed: sum })
    await service.deleteReservationItemsByLineItem(`ordli-${test}`)
    expect(await balances()).toMatchObject({ available: sum, committed: "0" })
    expect(await service.verify({ inventory_item_id: BOLT })).toMatchObject({ consistent: true })
  })

  it("a zero is never written as less", async () => {
    const { service } = stockroom
    await service.createReservationItems({
      ...{ inventory_item_id: BOLT, location_id: "Berlin", quantity: -0 },
    })
    await service.updateInventoryLevels({
      ...{ inventory_item_id: BOLT, location_id: "Berlin", stocked_quantity: -0 },
    })
    const [{ raw }] = await database.sql<{ raw: string }>(
      "select raw_quantity ->> 'value' as raw from reservation_item where inventory_item_id = $1",
      [BOLT]
    )
    expect(raw).toBe("0")
    expect(await medusaSays()).toMatchObject({ raw_stocked: "0", raw_reserved: "0" })
  })
})

describe("inside a caller's transaction", () => {
  type Work = (context: { transactionManager: unknown }) => Promise<unknown>
  const inTransaction = (work: Work) =>
    manager().transactional((transactionManager) => work({ transactionManager }))

  it("everything is committed with it", async () => {
    await inTransaction(async (context) => {
      await stockroom.service.adjustInventory(BOLT, "Berlin", 1, context as never)
      await stockroom.service.adjustInventory(BOLT, "Berlin", 2, context as never)
      expect(await balances()).toMatchObject({ available: "12" })
    })
    expect(await balances()).toMatchObject({ available: "15" })
  })

  it("nothing stays when it is rolled back", async () => {
    const before = await ledger()
    const rolledBack = inTransaction(async (context) => {
      await stockroom.service.adjustInventory(BOLT, "Berlin", 1, context as never)
      await stockroom.service.softDeleteInventoryItems([BOLT], {}, context as never)
      throw new Error("no")
    })
    await expect(rolledBack).rejects.toThrow("no")
    expect(await ledger()).toEqual(before)
    expect(await balances()).toMatchObject({ available: "12" })
  })

  it("a refused call leaves nothing, though the caller goes on", async () => {
    const { service } = stockroom
    await service.softDeleteInventoryItems([BOLT])
    // The item cannot come back: in its place somebody has put another level.
    await database.sql(
      `insert into inventory_level (id, inventory_item_id, location_id, raw_stocked_quantity,
         raw_reserved_quantity, raw_incoming_quantity)
       values ($2, $1, 'Berlin', '{"value": "0"}', '{"value": "0"}', '{"value": "0"}')`,
      [BOLT, `other-${test}`]
    )
    await service.reconcile()
    await inTransaction(async (context) => {
      const restored = service.restoreInventoryItems([BOLT], {}, context as never)
      await expect(restored).rejects.toMatchObject({ type: "not_allowed" })
      await service.adjustInventory(WINE, "Berlin", 1, context as never)
    })
    expect(await balances(WINE)).toMatchObject({ available: "4.5" })
    const deleted = "select deleted_at is not null as gone from inventory_item where id = $1"
    expect(await database.sql(deleted, [BOLT])).toEqual([{ gone: true }])
  })

  it("a deletion that had to wait for it does not take what it deleted", async () => {
    const { service } = stockroom
    let deleting: Promise<unknown> | undefined
    await inTransaction(async (context) => {
      await service.adjustInventory(BOLT, "Berlin", -2, context as never)
      deleting = service.softDeleteInventoryItems([BOLT])
      await waiting()
      await service.softDeleteInventoryLevels([`level-${test}`], {}, context as never)
    })
    await deleting
    await service.restoreInventoryItems([BOLT])

    expect(await balances(BOLT, "Lyon")).toMatchObject({ level_id: expect.any(String) })
    expect(await balances(BOLT, "Berlin")).toMatchObject({ level_id: null, available: "0" })
  })
})

// ---------------------------------------------------------------- the world, asked

function change(
  op: StockChangeInput["op"],
  what: Omit<StockChangeInput, "op" | "inventory_item_id" | "location_id"> & {
    location_id?: string
  }
): StockChangeInput {
  return { op, inventory_item_id: BOLT, location_id: "Berlin", ...what }
}

interface EntityManager {
  nativeUpdate(entity: string, where: object, data: object): Promise<unknown>
  nativeDelete(entity: string, where: object, options?: object): Promise<unknown>
  findOneOrFail(entity: string, where: object): Promise<{ note: string | null }>
  flush(): Promise<void>
  transactional<T>(work: (manager: unknown) => Promise<T>): Promise<T>
}

function manager(): EntityManager {
  const { baseRepository_ } = stockroom.service as unknown as {
    baseRepository_: { getFreshManager(): EntityManager }
  }
  return baseRepository_.getFreshManager()
}

async function history(filters: HistoryFilters) {
  return (await stockroom.service.listHistory(filters, { limit: 1_000 })).rows
}

async function opening() {
  const [row] = await database.sql<{ id: string }>(
    `select m.id from inventory_movement m join inventory_transaction t on t.movement_id = m.id
     where t.inventory_item_id = $1 limit 1`,
    [BOLT]
  )
  return row
}

type LedgerRow = { kind: string; state: string; quantity: string }

/** All that is in the ledger, as it was written. */
async function ledger(): Promise<LedgerRow[]> {
  return await database.sql<LedgerRow>(
    `select m.*, t.*, m.id as movement from inventory_movement m
     left join inventory_transaction t on t.movement_id = m.id order by m.ordinal, t.id`
  )
}

type LevelRow = Record<string, string | null>

async function balances(item = BOLT, location = "Berlin"): Promise<LevelRow> {
  const [row] = await database.sql<LevelRow>(
    `select ${STATES.map((state) => `trim_scale(${state}) as ${state}`)}, sequence, level_id,
       trim_scale(reserved_by_reservations) as reserved_by_reservations
     from inventory_level_state where inventory_item_id = $1 and location_id = $2`,
    [item, location]
  )
  return row
}

/** Medusa's columns of BOLT at Berlin. */
async function medusaSays(): Promise<LevelRow> {
  const [row] = await database.sql<LevelRow>(
    `select trim_scale(stocked_quantity) as stocked, trim_scale(reserved_quantity) as reserved,
       trim_scale(incoming_quantity) as incoming, raw_stocked_quantity ->> 'value' as raw_stocked,
       raw_reserved_quantity ->> 'value' as raw_reserved,
       raw_incoming_quantity ->> 'value' as raw_incoming
     from inventory_level
     where inventory_item_id = $1 and location_id = 'Berlin' and deleted_at is null`,
    [BOLT]
  )
  return row
}

/** What they should say. */
async function columnsOf(): Promise<LevelRow> {
  const { available, committed, reserved, damaged, safety, quality_control, incoming } =
    await balances()
  const taken = [committed, reserved, damaged, safety, quality_control]
  const sum = (numbers: (string | null)[]) => String(numbers.reduce((a, b) => a + Number(b), 0))
  const row = { stocked: sum([available, ...taken]), reserved: sum(taken), incoming }
  const { stocked, reserved: all } = row
  return { ...row, raw_stocked: stocked, raw_reserved: all, raw_incoming: incoming }
}

/** Until somebody waits for a lock in the database. */
async function waiting(): Promise<void> {
  for (;;) {
    const found = await database.sql(
      "select 1 from pg_stat_activity where datname = $1 and wait_event_type = 'Lock'",
      [database.name]
    )
    if (found.length) return
  }
}

describe("an order line's reservation of nothing", () => {
  it("leaves a movement whenever it is made, deleted or restored, also where its level is gone", async () => {
    const { service } = stockroom
    const line_item_id = `line-${test}`
    const reservation = {
      ...{ inventory_item_id: BOLT, location_id: "Berlin", quantity: 0, line_item_id },
    }
    await service.createReservationItems([reservation])
    // Nothing of the level is held, so it may go; the reservation then lives on without one.
    await service.softDeleteInventoryLevels([`level-${test}`])
    await service.softDeleteInventoryItems([BOLT, WINE])
    await service.restoreInventoryItems([BOLT, WINE])

    const kinds = await database.sql(
      `select kind, (select count(*)::int from inventory_transaction t where t.movement_id = m.id)
         as rows
       from inventory_movement m where line_item_id = $1 order by ordinal`,
      [line_item_id]
    )
    expect(kinds).toEqual(["commit", "release", "restore"].map((kind) => ({ kind, rows: 0 })))
    expect(await service.verify({ inventory_item_id: BOLT })).toMatchObject({ drifts: [] })
  })
})

describe("an order line's reservation that shrinks and is named elsewhere", () => {
  const reserve = async (item: string, location: string) => {
    const [{ id }] = await stockroom.service.createReservationItems([
      {
        ...{ inventory_item_id: item, location_id: location },
        ...{ quantity: 2, line_item_id: `line-${test}` },
      },
    ])
    return id
  }
  const committed = () =>
    database.sql(
      `select inventory_item_id as item, location_id as location, committed
       from inventory_level_state where inventory_item_id = any($1) and committed > 0`,
      [[BOLT, WINE]]
    )

  const take = (item: string, location: string) =>
    stockroom.service.adjustInventory(item, location, -1)

  it("stays where it was if just the difference has been taken there", async () => {
    const id = await reserve(BOLT, "Lyon")
    await take(BOLT, "Berlin")
    await stockroom.service.updateReservationItems([{ id, quantity: 1, location_id: "Berlin" }])
    expect(await committed()).toEqual([{ item: BOLT, location: "Lyon", committed: "1" }])
  })

  it("goes there if nothing has been taken there", async () => {
    const id = await reserve(BOLT, "Lyon")
    await stockroom.service.updateReservationItems([{ id, quantity: 1, location_id: "Berlin" }])
    expect(await committed()).toEqual([{ item: BOLT, location: "Berlin", committed: "1" }])
  })

  it("goes there if it becomes another item's", async () => {
    const id = await reserve(BOLT, "Lyon")
    await take(WINE, "Berlin")
    const update = { id, quantity: 1, location_id: "Berlin", inventory_item_id: WINE }
    await stockroom.service.updateReservationItems([update])
    expect(await committed()).toEqual([{ item: WINE, location: "Berlin", committed: "1" }])
  })

  it("stays, and then becomes another item's there, if two updates say so", async () => {
    const id = await reserve(BOLT, "Berlin")
    await take(BOLT, "Lyon")
    const item = { id, inventory_item_id: WINE }
    await stockroom.service.updateReservationItems([
      { id, quantity: 1, location_id: "Lyon" },
      item as { id: string },
    ])
    expect(await committed()).toEqual([{ item: WINE, location: "Berlin", committed: "1" }])
  })
})

describe("texts that mean something to Postgres", () => {
  const texts = [
    'a "quote"',
    "back\\slash",
    "{1,2}",
    "null",
    "",
    "  ",
    "it's",
    "zwei\nZeilen",
    "é 📦",
  ]

  it.each(texts)("are kept as they are: %j", async (text) => {
    const [made] = await stockroom.service.createReservationItems([
      {
        ...{ inventory_item_id: WINE, location_id: "Berlin", quantity: 0.5 },
        ...{ line_item_id: `line ${text} ${test}`, description: text, external_id: text },
        metadata: { [text || "empty"]: text },
      },
    ])
    await stockroom.service.changeStock({
      note: text,
      idempotency_key: `${text} ${test}`,
      changes: [
        {
          ...{ op: "adjust" as const, inventory_item_id: BOLT, location_id: "Berlin" },
          ...{ state: "available" as const, quantity: 1 },
        },
      ],
    })
    const kept = await database.sql(
      `select line_item_id, description, external_id, created_by, metadata from reservation_item
       where id = $1`,
      [made.id]
    )
    expect(kept).toEqual([
      {
        line_item_id: `line ${text} ${test}`,
        description: text,
        external_id: text,
        created_by: null,
        metadata: { [text || "empty"]: text },
      },
    ])
    expect(
      await database.sql("select note, reason from inventory_movement where idempotency_key = $1", [
        `${text} ${test}`,
      ])
    ).toEqual([{ note: text, reason: null }])
  })
})

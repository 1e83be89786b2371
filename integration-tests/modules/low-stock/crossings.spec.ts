import { WatchedShop } from "./shop"

/** Every test has an item of its own: 12 at Berlin, 3 at Lyon. */
jest.setTimeout(120_000)

let shop: WatchedShop
let test = 0
let BOLT: string

const NOTIFY = [{ identifier: "notify", options: { to: ["buyer@shop.test"] } }]
const at = (location_id: string) => ({ inventory_item_id: BOLT, location_id })

beforeAll(async () => {
  shop = await WatchedShop.open()
})

afterAll(() => shop.close())

beforeEach(async () => {
  BOLT = `BOLT-${++test}`
  await shop.stock(BOLT, { Berlin: "12", Lyon: "3" })
  shop.module.events.length = 0
})

/** A rule for the item at Berlin. */
async function watch(threshold: string, more: object = {}): Promise<string> {
  const { created } = await shop.service.setLowStockRules({
    create: [
      { inventory_item_id: BOLT, place: "location", location_id: "Berlin", threshold, ...more },
    ],
  })
  return created[0].id
}

const told = () =>
  shop.module.events.map(({ name }) => name).filter((name) => name.startsWith("stockroom.low"))

describe("a crossing", () => {
  it("opens one alert with its movement and its actions, and recovery ends it", async () => {
    await watch("5", { actions: NOTIFY })
    await shop.set(BOLT, "Berlin", "6")
    expect(await shop.alerts(BOLT)).toEqual([])

    const down = await shop.set(BOLT, "Berlin", "5")
    expect(await shop.alerts(BOLT)).toEqual(["Berlin open"])
    await shop.set(BOLT, "Berlin", "2")
    expect(await shop.alerts(BOLT)).toEqual(["Berlin open"])
    expect(await shop.runs(BOLT)).toEqual(["execute notify"])

    const up = await shop.set(BOLT, "Berlin", "5.01")
    expect(await shop.alerts(BOLT)).toEqual(["Berlin recovered"])
    expect(await shop.runs(BOLT)).toEqual(["execute notify", "undo notify"])
    const [[alert], count] = await shop.service.listLowStockAlerts(
      { inventory_item_id: BOLT },
      { limit: 10, offset: 0 }
    )
    expect(count).toBe(1)
    expect(alert).toMatchObject({
      ...{ place: "location", location_id: "Berlin", threshold: "5", available: "5" },
      ...{ current: "5.01", low: false, status: "resolved", resolution: "recovered" },
      ...{ movement_id: down, recovery_movement_id: up, recovery_available: "5.01" },
    })

    await shop.set(BOLT, "Berlin", "0")
    expect(await shop.alerts(BOLT)).toEqual(["Berlin recovered", "Berlin open"])
    expect(told()).toEqual([
      "stockroom.low-stock.rules-changed",
      "stockroom.low-stock.alert-opened",
      "stockroom.low-stock.alert-resolved",
      "stockroom.low-stock.alert-opened",
    ])
  })

  it("is noticed when a reservation takes the stock, and when it is let go", async () => {
    await watch("5")
    const reserve = { ...at("Berlin"), quantity: 8, line_item_id: `line-${BOLT}` }
    const [{ id }] = await shop.service.createReservationItems([reserve])
    expect(await shop.alerts(BOLT)).toEqual(["Berlin open"])
    await shop.service.deleteReservationItems([id])
    expect(await shop.alerts(BOLT)).toEqual(["Berlin recovered"])
  })

  it("is undone with the movement that caused it", async () => {
    await watch("5")
    const movement = await shop.set(BOLT, "Berlin", "1")
    await shop.service.undoMovement(movement as string)
    expect(await shop.alerts(BOLT)).toEqual(["Berlin recovered"])
  })

  it("of stock that never was is none, until there has been some", async () => {
    await shop.service.setLowStockRules({
      create: [{ inventory_item_id: BOLT, place: "each_location", threshold: "2" }],
    })
    await shop.service.openLevels([at("Rome"), at("Oslo")])
    expect(await shop.alerts(BOLT)).toEqual([])
    await shop.set(BOLT, "Oslo", "1")
    await shop.set(BOLT, "Rome", "1")
    // A supplier's place is not watched, nor one that is out of use.
    expect(await shop.alerts(BOLT)).toEqual([])
  })

  it("ends with the level", async () => {
    await watch("5")
    await shop.set(BOLT, "Berlin", "0")
    await shop.service.deleteInventoryLevel(BOLT, "Berlin")
    expect(await shop.alerts(BOLT)).toEqual(["Berlin closed"])
  })
})

describe("several locations together", () => {
  it("are low by their sum, in which a lack at one takes nothing from another", async () => {
    await shop.service.setLowStockRules({
      create: [
        { inventory_item_id: BOLT, place: "together", threshold: "4" },
        { inventory_item_id: BOLT, place: "channel", sales_channel_id: "fair", threshold: "2" },
      ],
    })
    await shop.set(BOLT, "Berlin", "2")
    expect(await shop.alerts(BOLT)).toEqual([])
    await shop.set(BOLT, "Berlin", "1")
    expect(await shop.alerts(BOLT)).toEqual(["together open"])
    await shop.set(BOLT, "Berlin", "-7")
    await shop.set(BOLT, "Lyon", "2")
    expect(await shop.alerts(BOLT)).toEqual(["together open", "fair open"])
    await shop.set(BOLT, "Lyon", "5")
    expect(await shop.alerts(BOLT)).toEqual(["together recovered", "fair recovered"])
  })

  it("are low when one of them is taken out of use", async () => {
    await shop.service.setLowStockRules({
      create: [{ inventory_item_id: BOLT, place: "together", threshold: "4" }],
    })
    try {
      await shop.database.sql(
        "update inventory_level_state set active = false where location_id = 'Berlin'"
      )
      await shop.service.activateLocation("Oslo")
      expect(await shop.alerts(BOLT)).toEqual(["together open"])
    } finally {
      await shop.service.activateLocation("Berlin")
    }
    expect(await shop.alerts(BOLT)).toEqual(["together recovered"])
  })
})

describe("a rule", () => {
  it("that is raised above the stock fires at once, and lets go when it is lowered", async () => {
    const id = await watch("5", { actions: NOTIFY })
    await shop.service.setLowStockRules({ update: [{ id, threshold: "12" }] })
    expect(await shop.alerts(BOLT)).toEqual(["Berlin open"])
    const [[alert]] = await shop.service.listLowStockAlerts(
      { inventory_item_id: BOLT },
      { limit: 1, offset: 0 }
    )
    expect(alert).toMatchObject({ movement_id: null, available: "12", threshold: "12" })
    await shop.service.setLowStockRules({ update: [{ id, threshold: "11" }] })
    expect(await shop.alerts(BOLT)).toEqual(["Berlin rule"])
  })

  it("that is off silences what the default would say, and its end lets it speak", async () => {
    const { created } = await shop.service.setLowStockRules({
      create: [{ place: "each_location", threshold: "3" }],
    })
    expect(await shop.alerts(BOLT)).toEqual(["Lyon open"])
    const off = await shop.service.setLowStockRules({
      create: [{ inventory_item_id: BOLT, place: "each_location", threshold: "3", enabled: false }],
    })
    expect(await shop.alerts(BOLT)).toEqual(["Lyon rule"])
    await shop.service.setLowStockRules({ delete: [off.created[0].id] })
    expect(await shop.alerts(BOLT)).toEqual(["Lyon rule", "Lyon open"])
    await shop.service.setLowStockRules({ delete: [created[0].id] })
    expect(await shop.alerts(BOLT)).toEqual(["Lyon rule", "Lyon rule"])
    const left = await shop.database.sql(
      "select id from inventory_low_stock_rule where deleted_at is not null"
    )
    expect(left).toEqual([])
  })

  it("for a location goes before one for the item, and that before the default", async () => {
    await shop.service.setLowStockRules({
      create: [
        { inventory_item_id: BOLT, place: "location", location_id: "Berlin", threshold: "1" },
        { inventory_item_id: BOLT, place: "each_location", threshold: "2" },
        { place: "each_location", threshold: "100" },
      ],
    })
    expect(await shop.alerts(BOLT)).toEqual([])
    const { pools } = await shop.service.retrieveLowStockOfItem(BOLT)
    expect(pools.map(({ location_id, rule }) => [location_id, rule?.threshold])).toEqual([
      ["Berlin", "1"],
      ["Lyon", "2"],
    ])
    await shop.database.sql("delete from inventory_low_stock_rule where inventory_item_id is null")
  })

  it("is refused twice for the same stock, and where it names what is not there", async () => {
    const id = await watch("5")
    await expect(watch("6")).rejects.toMatchObject({ type: "conflict", details: { rule_id: id } })
    const bad = (rule: object) =>
      shop.service.setLowStockRules({ create: [{ place: "together", threshold: "1", ...rule }] })
    await expect(bad({ inventory_item_id: "gone" })).rejects.toMatchObject({ type: "not_found" })
    await expect(bad({ place: "location", location_id: "Atlantis" })).rejects.toMatchObject({
      type: "not_found",
    })
    await expect(bad({ threshold: "-1" })).rejects.toThrow(/threshold must not be negative/)
    await expect(bad({ place: "location" })).rejects.toThrow(/location_id/)
  })
})

describe("what Medusa's adjustment may still take back", () => {
  it("is forgotten when its next call takes it back", async () => {
    await watch("5", { actions: NOTIFY })
    const line = { ...at("Berlin"), quantity: 6, line_item_id: `line-${BOLT}` }
    const [{ id }] = await shop.service.createReservationItems([line])
    expect(await shop.alerts(BOLT)).toEqual([])

    await shop.service.adjustInventory(BOLT, "Berlin", -6)
    expect(await shop.alerts(BOLT)).toEqual(["Berlin unsettled"])
    await shop.service.deleteReservationItems([id])
    expect(await shop.alerts(BOLT)).toEqual([])
    expect(await shop.runs(BOLT)).toEqual([])
    expect(told()).toEqual(["stockroom.low-stock.rules-changed"])
  })

  it("stands after a minute, and a recovery likewise", async () => {
    await watch("5", { actions: NOTIFY })
    await shop.service.adjustInventory(BOLT, "Berlin", -7)
    await shop.service.settleLowStock()
    expect(await shop.alerts(BOLT)).toEqual(["Berlin unsettled"])
    await shop.service.settleLowStock({ olderThan: 0 })
    expect(await shop.alerts(BOLT)).toEqual(["Berlin open"])
    expect(await shop.runs(BOLT)).toEqual(["execute notify"])

    await shop.service.adjustInventory(BOLT, "Berlin", 7)
    expect(await shop.alerts(BOLT)).toEqual(["Berlin recovering"])
    await shop.service.adjustInventory(BOLT, "Berlin", -7)
    expect(await shop.alerts(BOLT)).toEqual(["Berlin open"])
    await shop.service.adjustInventory(BOLT, "Berlin", 7)
    await shop.service.settleLowStock({ olderThan: 0 })
    expect(await shop.alerts(BOLT)).toEqual(["Berlin recovered"])
    expect(await shop.runs(BOLT)).toEqual(["execute notify", "undo notify"])
  })
})

describe("an alert", () => {
  const ids = async () =>
    (
      await shop.service.listLowStockAlerts({ inventory_item_id: BOLT }, { limit: 9, offset: 0 })
    )[0].map(({ id }) => id)

  it("that a person has resolved does not come again while the stock is low", async () => {
    await watch("5")
    await shop.set(BOLT, "Berlin", "4")
    await shop.service.changeLowStockAlerts({
      ids: await ids(),
      do: "acknowledge",
      note: "ordered",
    })
    expect(await shop.alerts(BOLT)).toEqual(["Berlin acknowledged"])
    await shop.service.changeLowStockAlerts({ ids: await ids(), do: "resolve" })
    await shop.set(BOLT, "Berlin", "3")
    expect(await shop.alerts(BOLT)).toEqual(["Berlin by_hand"])
    await expect(
      shop.service.changeLowStockAlerts({ ids: await ids(), do: "acknowledge", strict: true })
    ).rejects.toMatchObject({ type: "conflict", details: { status: "resolved" } })
    await shop.set(BOLT, "Berlin", "9")
    await shop.set(BOLT, "Berlin", "3")
    expect(await shop.alerts(BOLT)).toEqual(["Berlin by_hand", "Berlin open"])
  })

  it("that is muted lets its actions wait, and those of the next one", async () => {
    await watch("5", { actions: NOTIFY })
    await shop.set(BOLT, "Berlin", "4")
    const until = new Date(Date.now() + 86_400_000)
    await shop.service.changeLowStockAlerts({ ids: await ids(), do: "mute", until })
    await shop.set(BOLT, "Berlin", "9")
    await shop.set(BOLT, "Berlin", "3")
    const rows = await shop.database.sql<{ due: boolean }>(
      `select r.next_at >= $2::timestamptz as due from inventory_low_stock_run r
        join inventory_low_stock_alert a on a.id = r.alert_id
        where a.inventory_item_id = $1 and r.phase = 'execute'`,
      [BOLT, until.toISOString()]
    )
    expect(rows).toEqual([{ due: true }, { due: true }])
  })
})

describe("what a server that died has left undone", () => {
  it("is compared and settled by the next", async () => {
    const id = await watch("5", { actions: NOTIFY })
    await shop.database.sql(
      "update inventory_low_stock_rule set threshold = 20, evaluated_at = null where id = $1",
      [id]
    )
    expect(await shop.alerts(BOLT)).toEqual([])
    await shop.service.evaluateLowStock()
    expect(await shop.alerts(BOLT)).toEqual(["Berlin open"])

    await shop.database.sql(
      `update inventory_low_stock_rule set deleted_at = now(), evaluated_at = null where id = $1`,
      [id]
    )
    await shop.service.evaluateLowStock()
    expect(await shop.alerts(BOLT)).toEqual(["Berlin rule"])
    const left = await shop.database.sql("select 1 from inventory_low_stock_rule where id = $1", [
      id,
    ])
    expect(left).toEqual([])
  })
})

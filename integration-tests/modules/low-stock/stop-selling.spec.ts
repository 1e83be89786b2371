import { runAs } from "../../../src/modules/inventory/request-context"
import type { Actor } from "../../../src/modules/inventory/request-context"
import { exactly } from "../property/decimal"
import { orderModule } from "../property/order-module"
import { sent } from "../sent"
import { type RunningModule, startModule } from "../start-module"
import { WatchedShop } from "./shop"

/** Every test has an item of its own: 12 at Berlin, 3 at Lyon, both in the web shop, Lyon at the fair. */
jest.setTimeout(120_000)

const SHOPPER: Actor = { type: "customer", id: null }
/** Whom nobody knows: stopped as a shopper is, and told the figures. */
const NOBODY: Actor = { type: "system", id: null }
const ADMIN: Actor = { type: "user", id: "user_ann" }
const WEB = ["Berlin", "Lyon"]

let shop: WatchedShop
let tests = 0
let orders = 0
let BOLT: string

beforeAll(async () => {
  shop = await WatchedShop.open()
})

afterAll(() => shop.close())

beforeEach(async () => {
  BOLT = `BOLT-${++tests}`
  await shop.stock(BOLT, { Berlin: "12", Lyon: "3" })
})

/** A rule for the item that stops selling it. */
async function stopAt(threshold: string, at: object, more: object = {}): Promise<string> {
  const { created } = await shop.service.setLowStockRules({
    create: [{ inventory_item_id: BOLT, threshold, stop_selling: true, ...at, ...more } as never],
  })
  return created[0].id
}
const TOGETHER = { place: "together" }
const EACH = { place: "each_location" }

const as = <T>(actor: Actor, work: () => Promise<T>) =>
  runAs(
    () => ({
      ...{ actor, source: null, correlationId: null, references: {} },
      flow: { kind: "sale" },
    }),
    work
  )

interface Order {
  channel?: string
  backorder?: boolean
  by?: Actor
  on?: RunningModule["service"]
}

/** Places an order for so many; "sold", or the refusal. */
async function buy(quantity: number, order: Order = {}): Promise<string> {
  const { channel = "web", backorder = false, by = NOBODY, on = shop.service } = order
  const id = `ordli_stop_${++orders}`
  const [ordered, fulfilled] = [exactly(quantity), exactly(0)]
  orderModule.know([{ id, order: `order_stop_${orders}`, channel, ordered, fulfilled }])
  try {
    await as(by, () =>
      on.createReservationItems({
        ...{ inventory_item_id: BOLT, location_id: "Berlin", line_item_id: id, quantity },
        allow_backorder: backorder,
      })
    )
    return "sold"
  } catch (error) {
    return (error as Error).message.replace(/^.* \(/, "").replace(/\)$/, "")
  }
}

/** What is available: "12 3". */
async function left(): Promise<string> {
  const rows = await shop.database.sql<{ available: string }>(
    `select available::text from inventory_level_state
      where inventory_item_id = $1 order by location_id`,
    [BOLT]
  )
  return rows.map(({ available }) => available).join(" ")
}

describe("a rule that stops selling", () => {
  it("lets shoppers have what is above its threshold, and nothing at it", async () => {
    await stopAt("5", TOGETHER)
    expect(await buy(11)).toBe("has 10, asked 11")
    expect(await buy(4)).toBe("sold")
    expect(await buy(6)).toBe("sold")
    expect(await buy(1)).toBe("has 0, asked 1")
    expect(await left()).toBe("2 3")
  })

  it("stops a shopper without a word of how much there is", async () => {
    await stopAt("5", TOGETHER)
    expect(await buy(11, { by: SHOPPER })).toBe(
      `Not enough stock available for item ${BOLT} at location Berlin`
    )
    expect(await buy(10, { by: SHOPPER })).toBe("sold")
  })

  it("keeps its threshold at each location by itself", async () => {
    await stopAt("4", EACH)
    expect(await buy(9)).toBe("has 8, asked 9")
    expect(await buy(8)).toBe("sold")
    expect(await buy(1)).toBe("has 0, asked 1")
    expect(await left()).toBe("4 3")
  })

  it("about a channel stops that one only", async () => {
    await stopAt("3", { place: "channel", sales_channel_id: "fair" })
    expect(await buy(1, { channel: "fair" })).toBe("has 0, asked 1")
    expect(await buy(15)).toBe("sold")
  })

  it("is overruled by a more specific one, and does nothing while it is off", async () => {
    const { created } = await shop.service.setLowStockRules({
      create: [{ ...TOGETHER, threshold: "100", stop_selling: true } as never],
    })
    expect(await buy(1)).toBe("has 0, asked 1")
    const own = await stopAt("2", TOGETHER, { stop_selling: false })
    expect(await buy(1)).toBe("sold")
    await shop.service.setLowStockRules({ update: [{ id: own, stop_selling: true }] })
    expect(await buy(14)).toBe("has 12, asked 14")
    await shop.service.setLowStockRules({ update: [{ id: own, enabled: false }] })
    expect(await buy(14)).toBe("sold")
    await shop.service.setLowStockRules({ delete: [created[0].id] })
  })

  it("leaves to a backorder what cannot be had", async () => {
    await stopAt("10", TOGETHER)
    expect(await buy(6, { backorder: true })).toBe("sold")
    expect(await left()).toBe("6 3")
    expect(await buy(1)).toBe("has 0, asked 1")
  })

  it("stops no admin, no change by hand, and nothing that puts back", async () => {
    await stopAt("8", TOGETHER)
    expect(await buy(8)).toBe("has 7, asked 8")
    expect(await buy(8, { by: ADMIN })).toBe("sold")
    await shop.service.adjustInventory(BOLT, "Berlin", -1)
    await shop.set(BOLT, "Lyon", "1")
    expect(await left()).toBe("3 1")
    const line = `ordli_stop_${orders}`
    await shop.service.deleteReservationItemsByLineItem(line)
    expect(await left()).toBe("11 1")
    await shop.service.restoreReservationItemsByLineItem(line)
    expect(await left()).toBe("3 1")
  })

  it("holds at the others what one location may not give, and no more", async () => {
    await stopAt("2", EACH)
    expect(await buy(11)).toBe("sold")
    // Berlin may give 10: one more is held at Lyon, and comes to Berlin, which then has its 2.
    expect(await left()).toBe("1 2")
    expect(await buy(1)).toBe("has 0, asked 1")
  })
})

describe("what Medusa is told may be sold", () => {
  const told = (places: string[]) => shop.service.retrieveAvailableQuantity(BOLT, places)
  const confirmed = (places: string[], quantity: number) =>
    shop.service.confirmInventory(BOLT, places, quantity)

  it("is what a shopper's order could have", async () => {
    await stopAt("4", EACH)
    await stopAt("8", TOGETHER)
    await as(SHOPPER, async () => {
      expect((await told(WEB)).numeric).toBe(7)
      expect((await told(["Lyon"])).numeric).toBe(0)
      expect(await confirmed(WEB, 7)).toBe(true)
      expect(await confirmed(WEB, 7.5)).toBe(false)
    })
    expect((await told(WEB)).numeric).toBe(7)
  })

  it("is all that there is for an admin", async () => {
    await stopAt("8", TOGETHER)
    expect((await as(ADMIN, () => told(WEB))).numeric).toBe(15)
    expect(await as(ADMIN, () => confirmed(WEB, 15))).toBe(true)
  })

  it("follows the rule of the channel whose locations are named", async () => {
    await stopAt("3", { place: "channel", sales_channel_id: "fair" })
    await stopAt("5", { place: "channel", sales_channel_id: "web" })
    expect((await told(WEB)).numeric).toBe(10)
    expect((await told(["Lyon"])).numeric).toBe(0)
  })

  it("stays below zero where a single location is", async () => {
    await stopAt("3", TOGETHER)
    await shop.set(BOLT, "Lyon", "-4")
    expect((await told(["Lyon"])).numeric).toBe(-4)
    expect((await told(WEB)).numeric).toBe(9)
  })

  it("is the same for a dry run of an order", async () => {
    await stopAt("5", TOGETHER)
    await stopAt("1", EACH)
    const preview = (quantity: number) =>
      shop.service.previewAllocation({
        sales_channel_id: "web",
        items: [{ inventory_item_id: BOLT, quantity, allow_backorder: false }],
      } as never)
    expect((await preview(10)).items[0]).toMatchObject({ left_over: "0", together: "10" })
    expect((await preview(11)).items[0]).toMatchObject({ left_over: "1", together: "10" })
  })
})

describe("what it costs", () => {
  it("is no statement of a sale, with a rule and without; one of a question, with a rule", async () => {
    const { knex } = shop.module
    const sale = () => buy(1)
    const question = () => shop.service.confirmInventory(BOLT, WEB, 1)
    const without = [await sent(knex, sale), await sent(knex, question)]
    await stopAt("1", TOGETHER, { stop_selling: false })
    expect([await sent(knex, sale), await sent(knex, question)]).toEqual(without)
    await stopAt("1", EACH)
    expect(await sent(knex, sale)).toEqual(without[0])
    expect(await sent(knex, question)).toHaveLength(without[1].length + 1)
  })
})

describe("buyers at once on two servers", () => {
  let other: RunningModule

  beforeAll(async () => {
    other = await startModule("stockroom", shop.database, { migrate: false })
  })

  afterAll(() => other.stop())

  it.each([
    ["together", TOGETHER, "6", 9],
    ["each location", EACH, "2", 11],
  ])("never go below a threshold of %s", async (_, at, threshold, most) => {
    await stopAt(threshold, at)
    const buyers = Array.from({ length: 60 }, (__, n) =>
      buy(1, { on: n % 2 ? shop.service : other.service })
    )
    const told = await Promise.all(buyers)
    expect(told.filter((one) => one === "sold")).toHaveLength(most)
    expect(new Set(told)).toEqual(new Set(["sold", "has 0, asked 1"]))
    const sum = (await left()).split(" ").reduce((all, one) => all + Number(one), 0)
    expect(sum).toBe(15 - most)
  })

  it("buy, cancel and buy again: what is kept is there in the end, to the unit", async () => {
    await stopAt("5", TOGETHER)
    for (let round = 0; round < 5; round++) {
      const first = orders + 1
      const told = await Promise.all(
        Array.from({ length: 24 }, (_, n) =>
          buy(1 + (n % 3), { on: n % 2 ? shop.service : other.service })
        )
      )
      const lines = told.flatMap((one, n) => (one === "sold" ? `ordli_stop_${first + n}` : []))
      expect(
        (await left()).split(" ").reduce((all, one) => all + Math.max(Number(one), 0), 0)
      ).toBe(5)
      await Promise.all(
        lines.map((line, n) =>
          (n % 2 ? shop.service : other.service).deleteReservationItemsByLineItem(line)
        )
      )
      expect(await left()).toBe("12 3")
    }
  })
})

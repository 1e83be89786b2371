import type { StockFilters, StockLevel } from "../../src/modules/inventory"
import { stockPage, stockPages } from "../../src/modules/inventory/stock"
import { createDatabase, type Database } from "./databases"
import { startModule } from "./start-module"

/**
 * 4,100 items at three places: more levels than are counted. Every tenth item has no SKU, every seventh
 * level is empty, and only levels at Oslo of every hundredth item have something damaged.
 */
const ITEMS = 4_100
const PLACES = ["Berlin", "Lyon", "Oslo"]
const LEVELS = ITEMS * PLACES.length
const PAGE = 997

const FILL = `
  insert into inventory_item (id, sku)
  select 'item-' || n, case when n % 10 = 0 then null else 'SKU-' || (n * 17) % ${ITEMS} end
  from generate_series(1, ${ITEMS}) n;
  insert into inventory_level_state (id, inventory_item_id, location_id, level_id, available, damaged)
  select 'state-' || n || place, 'item-' || n, place, 'level-' || n || place,
    case when (n + length(place)) % 7 = 0 then 0 else n end,
    case when n % 100 = 0 and place = 'Oslo' then 2 else 0 end
  from generate_series(1, ${ITEMS}) n, unnest(array['${PLACES.join("', '")}']) place`

const ORDERS = {
  item: "s.inventory_item_id, s.location_id",
  sku: "i.sku, s.inventory_item_id, s.location_id",
}

jest.setTimeout(120_000)

describe("pages of more levels than are counted", () => {
  let database: Database

  beforeAll(async () => {
    database = await createDatabase()
    await (await startModule("stockroom", database)).stop()
    await database.sql(FILL)
  })

  afterAll(() => database.drop())

  const read = <Row>({ text }: { text: string }, values?: unknown[]) =>
    database.sql<Row>(text, values)
  const idOf = ({ level_id }: StockLevel) => level_id

  async function allIds(order: keyof typeof ORDERS, condition = "true"): Promise<string[]> {
    const rows = await database.sql<{ level_id: string }>(`
      select level_id from inventory_level_state s
      join inventory_item i on i.id = s.inventory_item_id
      where ${condition} order by ${ORDERS[order]}`)
    return rows.map(({ level_id }) => level_id)
  }

  describe.each(["item", "sku"] as const)("by %s", (by) => {
    it.each([
      ["upwards", by, (ids: string[]) => ids],
      ["downwards", `-${by}`, (ids: string[]) => ids.reverse()],
    ])("%s, there and back, each level comes once", async (_, order, turned) => {
      const expected = turned(await allIds(by))

      const there = [await stockPage(read, {}, { limit: PAGE, order })]
      for (let { next_cursor: cursor } = there[0]; cursor;) {
        there.push(await stockPage(read, {}, { limit: PAGE, order, cursor }))
        cursor = there[there.length - 1].next_cursor
      }
      expect(there.flatMap(({ stock }) => stock.map(idOf))).toEqual(expected)
      expect(there.every((page) => page.count === 10_000 && page.count_is_lower_bound)).toBe(true)

      const back = [there[there.length - 1]]
      for (let { previous_cursor: cursor } = back[0]; cursor;) {
        back.unshift(await stockPage(read, {}, { limit: PAGE, order, cursor }))
        cursor = back[0].previous_cursor
      }
      expect(back.flatMap(({ stock }) => stock.map(idOf))).toEqual(expected)
    })
  })

  it("takes any offset", async () => {
    const expected = await allIds("sku")
    const { stock } = await stockPage(read, {}, { limit: 10, offset: LEVELS - 5, order: "sku" })

    expect(stock.map(idOf)).toEqual(expected.slice(-5))
  })

  it("orders by a figure only where few enough match", async () => {
    const order = "-available"
    await expect(stockPage(read, {}, { limit: 10, order })).rejects.toThrow(
      /^order can be available/
    )

    const few = await stockPage(read, { location_id: "Oslo" }, { limit: 10, order })
    expect(few.stock[0].available).toBe(String(ITEMS))
    expect(few.count).toBe(ITEMS)
  })

  it.each([
    ["damaged", { state: "damaged" }, "damaged <> 0"],
    ["empty", { zero: true }, "available + damaged = 0"],
    ["at one place", { location_id: "Lyon" }, "location_id = 'Lyon'"],
    ["all", {}, "true"],
  ] as [string, StockFilters, string][])(
    "are exported whole: %s",
    async (_, filters, condition) => {
      const ids: (string | null)[] = []
      for await (const page of stockPages(read, filters)) ids.push(...page.map(idOf))

      expect(ids).toEqual(await allIds("sku", condition))
    }
  )
})

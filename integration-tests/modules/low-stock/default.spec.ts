import type { StockroomModuleService } from "../../../src/modules/inventory"
import { createDatabase, type Database } from "../databases"
import { startModule } from "../start-module"

/** A store that is started again and again, each time with another default in its options. */
jest.setTimeout(120_000)

let database: Database

beforeAll(async () => {
  database = await createDatabase()
})

afterAll(() => database.drop())

type Rule = Record<string, unknown>

/** Starts the store with a default, lets somebody work, and tells which rules there are then. */
async function rulesWith(
  given: object | undefined,
  work: (stock: StockroomModuleService, rules: Rule[]) => unknown = () => undefined
): Promise<Rule[]> {
  const options = given && { low_stock: { default: given } }
  const module = await startModule("stockroom", database, { options })
  try {
    const rules = async () =>
      (await module.service.listLowStockRules({}, { limit: 10, offset: 0 }))[0] as unknown as Rule[]
    await work(module.service, await rules())
    return await rules()
  } finally {
    await module.stop()
  }
}

describe("the store's default", () => {
  it("is what the options say, as long as nobody has changed it", async () => {
    const NOTIFY = [{ identifier: "notify", options: {} }]
    expect(await rulesWith({ threshold: 5, actions: NOTIFY, reorder_to: "20" })).toMatchObject([
      { place: "together", threshold: "5", actions: NOTIFY, reorder_to: "20", source: "options" },
    ])
    expect(await rulesWith({ threshold: "7.5", place: "each_location" })).toMatchObject([
      { place: "each_location", threshold: "7.5", source: "options" },
    ])
    expect(await rulesWith(undefined)).toEqual([])
  })

  it("is not deleted but changed; deleting the change brings it back", async () => {
    const given = { threshold: 5 }
    await rulesWith(given, async (stock, [rule]) => {
      const id = rule.id as string
      await expect(stock.setLowStockRules({ delete: [id] })).rejects.toMatchObject({
        type: "not_allowed",
      })
      await stock.setLowStockRules({ update: [{ id, threshold: 9 }] })
    })
    expect(await rulesWith({ threshold: 6 })).toMatchObject([{ threshold: "9", source: "stored" }])
    const left = await rulesWith({ threshold: 6 }, (stock, [rule]) =>
      stock.setLowStockRules({ delete: [rule.id as string] })
    )
    expect(left).toMatchObject([{ threshold: "6", source: "options" }])
  })
})

import type { LowStockRuleInput } from "../../../src/modules/inventory"
import { WatchedShop } from "./shop"

/** What follows a change of rules in transactions of its own. */
jest.setTimeout(120_000)

let shop: WatchedShop

beforeEach(async () => {
  shop = await WatchedShop.open()
  await shop.stock("TEA", { Berlin: "3" })
})

afterEach(() => shop.close())

const RULE: LowStockRuleInput = {
  inventory_item_id: "TEA",
  place: "location",
  location_id: "Berlin",
  threshold: 5,
  actions: [{ identifier: "notify" }],
}

/** Has Postgres refuse to open alerts, for a reason, as often as is said. */
async function refuseAlerts(sqlstate: string, times: number): Promise<void> {
  await shop.database.sql(`
    create sequence refusals;
    create function refuse_alert() returns trigger language plpgsql as $$
    begin
      if nextval('refusals') <= ${times} then
        raise exception 'not now' using errcode = '${sqlstate}';
      end if;
      return new;
    end $$;
    create trigger refuse_alert before insert on inventory_low_stock_alert
      for each row execute function refuse_alert();`)
}

it("a deadlock while the stock is compared is tried again", async () => {
  await refuseAlerts("40P01", 2)
  await shop.service.setLowStockRules({ create: [RULE] })
  expect(await shop.alerts("TEA")).toEqual(["Berlin open"])
})

it("a rule stands whose comparison fails, and is compared by the job", async () => {
  await refuseAlerts("P0001", 1)
  const { created } = await shop.service.setLowStockRules({ create: [RULE] })
  expect(created).toMatchObject([{ inventory_item_id: "TEA", threshold: "5" }])
  expect(await shop.alerts("TEA")).toEqual([])
  await shop.service.evaluateLowStock()
  expect(await shop.alerts("TEA")).toEqual(["Berlin open"])
})

it("what waits for a muted rule waits no longer than the rule is muted", async () => {
  const { created } = await shop.service.setLowStockRules({
    create: [{ ...RULE, muted_until: "2099-01-01" }],
  })
  expect((await shop.service.claimLowStockRuns(5)).runs).toEqual([])
  const change = { id: created[0].id, muted_until: null }
  const unmuted = await shop.service.setLowStockRules({ update: [change] })
  await shop.service.putBackLowStockRules(unmuted)
  expect((await shop.service.claimLowStockRuns(5)).runs).toEqual([])
  await shop.service.setLowStockRules({ update: [change] })
  expect((await shop.service.claimLowStockRuns(5)).runs).toMatchObject([{ identifier: "notify" }])
})

it("the rules of a deleted item are not told, and are there again when it is restored", async () => {
  await shop.service.setLowStockRules({ create: [RULE, { place: "together", threshold: 1 }] })
  const told = async () => {
    const [rules, count] = await shop.service.listLowStockRules({}, { limit: 10, offset: 0 })
    expect(count).toBe(rules.length)
    return rules.map(({ threshold }) => threshold)
  }
  expect(await told()).toEqual(["1", "5"])
  await shop.service.softDeleteInventoryItems(["TEA"])
  expect(await told()).toEqual(["1"])
  await shop.service.restoreInventoryItems(["TEA"])
  expect(await told()).toEqual(["1", "5"])
})

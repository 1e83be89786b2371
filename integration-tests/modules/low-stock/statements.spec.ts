import { sent } from "../sent"
import { WatchedShop } from "./shop"

/** What the looking costs: no statement more, however many rules there are and whether one of them fires. */
jest.setTimeout(120_000)

describe("with 10,000 rules", () => {
  let shop: WatchedShop
  let line = 0

  beforeAll(async () => {
    shop = await WatchedShop.open()
    for (const item of ["BOLT", "NUT"]) await shop.stock(item, { Berlin: "50", Lyon: "50" })
  })

  afterAll(() => shop.close())

  const reserve = (quantity: number) => () =>
    shop.service.createReservationItems(
      ["BOLT", "NUT"].map((inventory_item_id) => ({
        ...{ inventory_item_id, location_id: "Berlin", quantity },
        line_item_id: `line-${++line}`,
      }))
    )
  const adjust = () => shop.service.adjustInventory("BOLT", "Berlin", -1)

  it("a change of stock takes as many statements as without, and when it fires", async () => {
    const without = [await sent(shop.module.knex, reserve(1)), await sent(shop.module.knex, adjust)]
    expect(without[0]).toContain("stockroom_write")
    await shop.database.sql(
      `insert into inventory_low_stock_rule
        (id, inventory_item_id, place, location_id, threshold, actions, evaluated_at)
      select 'ilrule_' || n, case n when 0 then 'BOLT' when 1 then 'NUT' else 'ITEM-' || n end,
        'location', 'Berlin', 10, '[{"identifier": "notify"}]', now()
      from generate_series(0, 9999) n`
    )
    await shop.database.sql(
      `insert into inventory_low_stock_rule (id, place, threshold, evaluated_at)
        values ('ilrule_together', 'together', 70, now())`
    )
    expect([
      await sent(shop.module.knex, reserve(1)),
      await sent(shop.module.knex, adjust),
    ]).toEqual(without)
    expect(await shop.alerts("BOLT")).toEqual([])
    expect(await sent(shop.module.knex, reserve(40))).toEqual(without[0])
    expect(await shop.alerts("BOLT")).toEqual(["Berlin open", "together open"])
    expect(await shop.runs("NUT")).toEqual(["execute notify"])
  })

  it("10,000 crossings in one import open 10,000 alerts in its transaction", async () => {
    const items = Array.from({ length: 10_000 }, (_, n) => `ITEM-${n + 2}`)
    const { database, service } = shop
    await database.sql(
      `insert into inventory_item (id, sku) select id, id from unnest($1::text[]) as k (id)`,
      [items]
    )
    await database.sql(
      `insert into inventory_level (id, inventory_item_id, location_id, stocked_quantity,
        raw_stocked_quantity, raw_reserved_quantity, raw_incoming_quantity)
      select 'ilev_' || id, id, 'Berlin', 100, '{"value": "100"}', '{"value": "0"}', '{"value": "0"}'
      from unnest($1::text[]) as k (id)`,
      [items]
    )
    await service.reconcile()
    const content = ["sku,location_id,available", ...items.map((item) => `${item},Berlin,3`)]
    const { id } = await service.checkImport({
      ...{ file_name: "count.csv", content: content.join("\n") },
      locations: [{ id: "Berlin", name: "Berlin" }],
    })
    const { movementId } = await service.applyImport(id)
    const [told] = await database.sql(
      `select count(*)::int as alerts, count(distinct a.movement_id)::int as movements,
          (select count(*)::int from inventory_low_stock_run r
            join inventory_low_stock_alert x on x.id = r.alert_id
            where x.movement_id = $1) as runs
        from inventory_low_stock_alert a where a.movement_id = $1 and a.place = 'location'`,
      [movementId]
    )
    // The last two of the rules are of BOLT and NUT.
    expect(told).toEqual({ alerts: 9_998, movements: 1, runs: 9_998 })
  })
})

import { testStore } from "../../test-store"
import { APP, BOOT_TIMEOUT } from "../support"
import { type Answer, openShop, type Shop } from "../shop"

jest.setTimeout(BOOT_TIMEOUT)

testStore({
  medusaConfigFile: APP,
  testSuite: ({ api, getContainer }) => {
    describe("the report of what lasts how long", () => {
      let shop: Shop
      let order: Answer
      const report = async (query = "") =>
        await shop.admin.get(`/stockroom/low-stock/report?${query}`)

      /** Three of the ten in Berlin are sold on the first day. Lyon has five, which only count together. */
      beforeAll(async () => {
        shop = await openShop(api as never, getContainer())
        const rule = (input: Answer) => shop.admin.post("/stockroom/low-stock/rules", input)
        await rule({
          inventory_item_id: shop.widget,
          place: "location",
          location_id: shop.berlin,
          threshold: 5,
          lead_time_days: 1,
        })
        await rule({ inventory_item_id: shop.widget, place: "together", threshold: 2 })
        await rule({
          inventory_item_id: shop.honey,
          place: "location",
          location_id: shop.berlin,
          threshold: "3.5",
          reorder_to: 20,
        })
        order = await shop.placeOrder(3)
      })

      it("has every figure of the arithmetic, and what is most urgent first", async () => {
        const answer = await report()
        expect(answer).toMatchObject({ count: 3, cover_days: 30 })
        expect(answer.report).toEqual([
          expect.objectContaining({
            inventory_item_id: shop.honey,
            status: "low",
            available: "2.75",
            threshold: "3.5",
            reorder_to: "20",
            sold: "0",
            per_day: "0",
            days_of_cover: null,
            demand: "0",
            target: "20",
            order: "17.25",
          }),
          expect.objectContaining({
            inventory_item_id: shop.widget,
            place: "location",
            location_id: shop.berlin,
            status: "soon",
            available: "7",
            incoming: "0",
            threshold: "5",
            lead_time_days: 1,
            sold: "3",
            days: 1,
            per_day: "3",
            days_of_cover: "2.3",
            demand: "3",
            target: "95",
            order: "91",
          }),
          expect.objectContaining({
            inventory_item_id: shop.widget,
            place: "together",
            location_id: null,
            status: "ok",
            available: "12",
            sold: "3",
            days_of_cover: "4",
            target: "92",
            order: "0",
          }),
        ])
        expect(answer.names).toMatchObject({
          items: { [shop.widget]: { sku: "WIDGET" } },
          locations: { [shop.berlin]: "Berlin" },
        })
      })

      it.each([
        ["status=soon", ["location"]],
        ["status=low&status=ok", ["location", "together"]],
        ["place=together", ["together"]],
        ["limit=1&offset=2", ["together"]],
      ])("is filtered by %s", async (query, places) => {
        const { report: rows } = await report(query)
        expect(rows.map(({ place }: Answer) => place)).toEqual(places)
      })

      it("is filtered by item, lasts as long as is asked for, and refuses what it does not know", async () => {
        const { report: rows } = await report(`location_id=${shop.berlin}&cover_days=10`)
        expect(rows.map(({ order: quantity }: Answer) => quantity)).toEqual(["17.25", "31"])
        const refused = await shop.admin.refused("get", "/stockroom/low-stock/report?days=0")
        expect(refused).toMatchObject({ status: 400 })
      })

      it("counts what is cancelled as not sold", async () => {
        await shop.admin.post(`/orders/${order.id}/cancel`)
        const { report: rows } = await report(`inventory_item_id=${shop.widget}`)
        expect(rows).toMatchObject([
          { place: "location", status: "ok", sold: "0", order: "0" },
          { place: "together", status: "ok", sold: "0", order: "0" },
        ])
      })
    })
  },
})

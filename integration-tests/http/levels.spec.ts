import { testStore } from "../test-store"
import { type Answer, openShop, type Shop } from "./shop"
import { APP, BOOT_TIMEOUT } from "./support"

jest.setTimeout(BOOT_TIMEOUT)

/**
 * What the shop has, and these:
 *
 *     item     title         Berlin                        Lyon
 *     WIDGET   Widget        10                            5
 *     HONEY                  2.75                          -
 *     BEAKER   =Glass        −2 available                  0
 *     (none)   Loose screws  4 available, 1 damaged        0
 */
testStore({
  medusaConfigFile: APP,
  testSuite: ({ api, getContainer }) => {
    let shop: Shop
    let beaker: string
    let screws: string

    beforeAll(async () => {
      shop = await openShop(api, getContainer())
      beaker = await item({ sku: "BEAKER", title: "=Glass" })
      screws = await item({ title: "Loose screws" })
      await change(beaker, shop.berlin, { op: "adjust", state: "available", quantity: -2 })
      await change(screws, shop.berlin, { op: "count", quantity: 5 })
      await change(screws, shop.berlin, {
        op: "move",
        from: "available",
        to: "damaged",
        quantity: 1,
      })
    })

    async function item(body: object): Promise<string> {
      const { inventory_item } = await shop.admin.post("/inventory-items", body)
      for (const location_id of [shop.berlin, shop.lyon]) {
        await shop.admin.post(`/inventory-items/${inventory_item.id}/location-levels`, {
          location_id,
        })
      }
      return inventory_item.id
    }

    function change(inventory_item_id: string, location_id: string, one: object) {
      return shop.admin.post("/stockroom/stock", {
        changes: [{ inventory_item_id, location_id, ...one }],
        allow_negative: true,
      })
    }

    const stock = (query: string) => shop.admin.get(`/stockroom/stock?${query}`)
    const told = (answer: Answer): string[] =>
      answer.stock.map(
        ({ sku, title, location_id }: Record<string, string>) =>
          `${sku ?? title} ${answer.names.locations[location_id]}`
      )
    const found = async (query: string) => told(await stock(`order=sku&${query}`)).sort()
    const ALL = [
      "BEAKER Berlin",
      "BEAKER Lyon",
      "HONEY Berlin",
      "Loose screws Berlin",
      "Loose screws Lyon",
      "WIDGET Berlin",
      "WIDGET Lyon",
    ]

    describe("GET /admin/stockroom/stock", () => {
      it("counts what matches, and names the locations", async () => {
        const answer = await stock("order=sku")

        expect(told(answer).sort()).toEqual(ALL)
        expect(answer).toMatchObject({
          count: 7,
          count_is_lower_bound: false,
          next_cursor: null,
          previous_cursor: null,
          limit: 50,
          offset: 0,
        })
      })

      it("puts items without SKU last", async () => {
        const skus = (await stock("order=sku")).stock.map(({ sku }: { sku: string }) => sku)

        expect(skus).toEqual(["BEAKER", "BEAKER", "HONEY", "WIDGET", "WIDGET", null, null])
      })

      it.each([
        ["negative=true", ["BEAKER Berlin"]],
        ["zero=true", ["BEAKER Lyon", "Loose screws Lyon"]],
        [
          "zero=false",
          ["BEAKER Berlin", "HONEY Berlin", "Loose screws Berlin", "WIDGET Berlin", "WIDGET Lyon"],
        ],
        ["state=damaged", ["Loose screws Berlin"]],
        ["state=committed", []],
        ["state=incoming", []],
        ["state=committed&state=damaged", ["Loose screws Berlin"]],
        ["q=wid", ["WIDGET Berlin", "WIDGET Lyon"]],
        ["q=SCREWS", ["Loose screws Berlin", "Loose screws Lyon"]],
        ["q=%25", []],
        ["q=wid&zero=true", []],
      ])("finds by %s", async (query, expected) => {
        expect(await found(query)).toEqual(expected)
      })

      it("finds by location, one or several", async () => {
        expect(await found(`location_id=${shop.lyon}`)).toEqual([
          "BEAKER Lyon",
          "Loose screws Lyon",
          "WIDGET Lyon",
        ])
        expect(await found(`location_id=${shop.lyon}&location_id=${shop.berlin}`)).toEqual(ALL)
      })

      it("finds what an order has committed, until it is shipped", async () => {
        const order = await shop.placeOrder(3)
        expect(await found("state=committed")).toEqual(["WIDGET Berlin"])

        await shop.admin.post(`/orders/${order.id}/fulfillments`, {
          location_id: shop.berlin,
          items: [{ id: order.items[0].id, quantity: 3 }],
        })
        expect(await found("state=committed")).toEqual([])
        expect(await found("state=fulfilled")).toEqual(["WIDGET Berlin"])
      })

      it.each(["item", "sku", "-sku", "-item", "on_hand", "-available", "title"])(
        "pages there and back by cursor, by %s",
        async (order) => {
          const whole = told(await stock(`order=${order}`))
          expect(whole).toHaveLength(ALL.length)

          const there: Answer[] = [await stock(`order=${order}&limit=2`)]
          while (there[there.length - 1].next_cursor) {
            const { next_cursor } = there[there.length - 1]
            there.push(await stock(`order=${order}&limit=2&cursor=${next_cursor}`))
          }
          expect(there.flatMap(told)).toEqual(whole)
          expect(there[0].previous_cursor).toBeNull()

          const back: Answer[] = [there[there.length - 1]]
          while (back[0].previous_cursor) {
            back.unshift(await stock(`order=${order}&limit=2&cursor=${back[0].previous_cursor}`))
          }
          expect(back.flatMap(told)).toEqual(whole)
        }
      )

      it("orders by a figure", async () => {
        const available = (await stock("order=-available")).stock.map(
          (level: { available: string }) => level.available
        )
        expect(available).toEqual(["10", "5", "4", "2.75", "0", "0", "-2"])
      })

      it("still takes an offset", async () => {
        const whole = told(await stock("order=sku"))
        expect(told(await stock("order=sku&offset=5&limit=5"))).toEqual(whole.slice(5))
        expect(await stock("offset=100")).toMatchObject({ stock: [], count: 7 })
      })

      it.each([
        ["order=price", "order"],
        ["state=lost", "state"],
        ["cursor=x", "cursor"],
        ["zero=maybe", "zero"],
      ])("refuses %s", async (query, field) => {
        expect(await shop.admin.refused("get", `/stockroom/stock?${query}`)).toMatchObject({
          status: 400,
          message: expect.stringContaining(field),
        })
      })
    })

    describe("GET /admin/stockroom/stock/export", () => {
      const lines = async (query = "") =>
        String(await shop.admin.get(`/stockroom/stock/export?${query}`))
          .trim()
          .split("\n")

      it("writes every level, by SKU, with names and figures", async () => {
        const [head, ...rows] = await lines()

        expect(head).toBe(
          "sku,title,location,inventory_item_id,location_id,on_hand,available,committed,reserved," +
            "damaged,safety,quality_control,unavailable,incoming,fulfilled"
        )
        expect(rows).toHaveLength(7)
        expect(rows[2]).toBe(`HONEY,,Berlin,${shop.honey},${shop.berlin},2.75,2.75,0,0,0,0,0,0,0,0`)
        expect(rows).toContain(`,Loose screws,Berlin,${screws},${shop.berlin},5,4,0,0,1,0,0,1,0,0`)
      })

      it("leaves figures numbers, and runs nothing in a spreadsheet", async () => {
        const [, row] = await lines("negative=true")

        expect(row).toBe(`BEAKER,'=Glass,Berlin,${beaker},${shop.berlin},-2,-2,0,0,0,0,0,0,0,0`)
      })

      it("takes the list's filters, and none of its pages", async () => {
        expect(await lines(`location_id=${shop.lyon}&zero=false`)).toHaveLength(2)
        expect(await shop.admin.refused("get", "/stockroom/stock/export?limit=1")).toMatchObject({
          status: 400,
        })
      })
    })

    describe("locations", () => {
      const path = (location: string) => `/stockroom/locations/${location}`

      it("have names and count their levels", async () => {
        const { locations } = await shop.admin.get("/stockroom/locations")
        expect(locations.map(({ name }: { name: string }) => name).sort()).toEqual([
          "Berlin",
          "Lyon",
        ])

        expect((await shop.admin.get(path(shop.berlin))).location).toMatchObject({
          name: "Berlin",
          active: true,
          levels: 4,
          stocked_levels: 4,
          levels_below_zero: 1,
        })
        expect((await shop.admin.get(path(shop.lyon))).location).toMatchObject({
          levels: 3,
          stocked_levels: 1,
          levels_below_zero: 0,
        })
      })

      it("say before a deactivation what is to be moved", async () => {
        const answer = await shop.admin.get(`${path(shop.lyon)}/deactivate`)

        expect(answer.deactivation).toEqual({
          location_id: shop.lyon,
          obstacles: [],
          more_obstacles: 0,
          to_move: { levels: 1 },
        })
      })

      it("say what stands against it, in the words of the refusal", async () => {
        await shop.placeOrder(3)
        await shop.admin.post("/reservations", {
          inventory_item_id: shop.honey,
          location_id: shop.berlin,
          quantity: 1,
        })
        await shop.admin.post(`/inventory-items/${screws}/location-levels/${shop.berlin}`, {
          incoming_quantity: 6,
        })

        const { deactivation, names } = await shop.admin.get(`${path(shop.berlin)}/deactivate`)
        expect(deactivation.obstacles).toEqual([
          { obstacle: "below_zero", inventory_item_id: beaker, quantity: "-2" },
          { obstacle: "committed", inventory_item_id: shop.widget, quantity: "3" },
          { obstacle: "incoming", inventory_item_id: screws, quantity: "6" },
          { obstacle: "reserved", inventory_item_id: shop.honey, quantity: "1" },
        ])
        expect(names.items[shop.widget]).toEqual({ sku: "WIDGET", title: "One" })
        const refusal = await shop.admin.refused("post", `${path(shop.berlin)}/deactivate`, {
          destination_id: shop.lyon,
        })
        for (const { inventory_item_id } of deactivation.obstacles) {
          expect(refusal.message).toContain(inventory_item_id)
        }
        expect((await shop.admin.get(path(shop.berlin))).location.active).toBe(true)
      })

      it("do not know one that is not there", async () => {
        for (const route of [path("sloc_nowhere"), `${path("sloc_nowhere")}/deactivate`]) {
          expect(await shop.admin.refused("get", route)).toMatchObject({
            status: 404,
            message: expect.stringContaining("sloc_nowhere"),
          })
        }
      })
    })
  },
})

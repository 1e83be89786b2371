import { testStore } from "../test-store"
import { type Answer, openShop, type Shop } from "./shop"
import { APP, BOOT_TIMEOUT } from "./support"

jest.setTimeout(BOOT_TIMEOUT)

const HOUR = 3_600_000

testStore({
  medusaConfigFile: APP,
  testSuite: ({ api, getContainer }) => {
    let shop: Shop
    let at: { inventory_item_id: string; location_id: string }

    beforeAll(async () => {
      shop = await openShop(api, getContainer())
      at = { inventory_item_id: shop.widget, location_id: shop.berlin }
    })

    const change = (body: object) => shop.admin.post("/stockroom/stock", body)
    const get = (path: string) => shop.admin.get(`/stockroom${path}`)
    const refused = (path: string) => shop.admin.refused("get", `/stockroom${path}`)

    describe("GET /admin/stockroom/history", () => {
      it("carries the order's number and the shopper's name", async () => {
        const order = await shop.placeOrder(2)
        await shop.admin.post(`/orders/${order.id}/fulfillments`, {
          location_id: shop.berlin,
          items: [{ id: order.items[0].id, quantity: 2 }],
        })
        const { history } = await get(`/history?order_id=${order.id}`)

        // What checkout wrote knew the line, but not yet the order.
        const fulfilled = history.filter(({ kind }: Answer) => kind === "fulfil")
        expect(fulfilled).toHaveLength(2)
        for (const entry of fulfilled) {
          expect(entry).toMatchObject({
            order_id: order.id,
            order_display_id: order.display_id,
            sku: "WIDGET",
            location_name: "Berlin",
            return_id: null,
            transfer_id: null,
            import_id: null,
          })
        }
      })

      it("finds an order by its number, also what was done before it had one", async () => {
        const order = await shop.placeOrder(2)
        const byId = (await get(`/history?order_id=${order.id}`)).history
        const byNumber = (await get(`/history?order_display_id=${order.display_id}`)).history

        expect(byNumber).toHaveLength(2)
        expect(byNumber).toEqual(byId)
        const none = await get(`/history?order_display_id=${order.display_id + 1}`)
        expect(none.history).toEqual([])
        expect(await refused("/history?order_display_id=one")).toMatchObject({
          status: 400,
          message: expect.stringContaining("order_display_id"),
        })
      })

      it("says that nothing stands behind a change by hand", async () => {
        await change({ changes: [{ op: "count", ...at, quantity: 9 }] })
        const [entry] = (await get("/history?kind=count")).history

        expect(entry).toMatchObject({
          order_id: null,
          order_display_id: null,
          actor_name: "admin@stockroom.test",
        })
      })

      it("names the API key that did it", async () => {
        const { api_key } = await shop.admin.post("/api-keys", { title: "Robot", type: "secret" })
        const { data } = await api.post(
          "/admin/stockroom/stock",
          { changes: [{ op: "count", ...at, quantity: 8 }], reason: "robot count" },
          { auth: { username: api_key.token, password: "" } }
        )
        expect(data.movement).toMatchObject({ actor_type: "api-key", actor_id: api_key.id })

        expect((await get("/history?actor_type=api-key")).history).toEqual([
          expect.objectContaining({ actor_name: "Robot", quantity: "-2" }),
        ])
        const { filters } = await get("/history/filters")
        expect(filters.actors).toContainEqual({ id: api_key.id, type: "api-key", name: "Robot" })
      })

      it("exports the names beside the ids", async () => {
        await change({ changes: [{ op: "count", ...at, quantity: 9 }] })
        const csv = String(await get("/history/export?kind=count"))
        const [head, row] = csv.trim().split("\n")

        expect(head).toMatch(/,sku,location_name,actor_name,order_display_id$/)
        expect(row).toMatch(/,WIDGET,Berlin,admin@stockroom\.test,$/)
      })
    })

    describe("GET /admin/stockroom/history/filters", () => {
      it("lists who has moved stock, which reasons were given, and the locations", async () => {
        const { user } = await shop.admin.get("/users/me")
        await shop.admin.post("/api-keys", { title: "Idle", type: "secret" })
        for (const reason of ["recount", "breakage", "recount"]) {
          await change({
            changes: [{ op: "adjust", ...at, state: "available", quantity: -1 }],
            reason,
          })
        }

        expect((await get("/history/filters")).filters).toEqual({
          actors: [{ id: user.id, type: "user", name: "admin@stockroom.test" }],
          reasons: ["breakage", "recount"],
          locations: [
            { id: shop.berlin, name: "Berlin" },
            { id: shop.lyon, name: "Lyon" },
          ],
        })
      })
    })

    describe("GET /admin/stockroom/movements/:id/undo", () => {
      it("names what it is about", async () => {
        const { movement } = await change({ changes: [{ op: "count", ...at, quantity: 4 }] })

        expect(await get(`/movements/${movement.id}/undo`)).toMatchObject({
          undo: { possible: true, rows: [{ before: "4", after: "10" }] },
          names: {
            items: { [shop.widget]: { sku: "WIDGET" } },
            locations: { [shop.berlin]: "Berlin" },
          },
        })
      })
    })

    describe("GET /admin/stockroom/stock/as-of", () => {
      it("names what it is about", async () => {
        const answer = await get(
          `/stock/as-of?at=${new Date(Date.now() + HOUR).toISOString()}&inventory_item_id=${shop.widget}`
        )

        expect(answer.stock).toHaveLength(2)
        expect(answer.names.locations).toEqual({ [shop.berlin]: "Berlin", [shop.lyon]: "Lyon" })
        expect(answer.names.items[shop.widget]).toMatchObject({ sku: "WIDGET" })
      })
    })

    describe("GET /admin/stockroom/items/:id/chart", () => {
      const chartOf = async (query: object = {}, item = shop.widget) =>
        (await get(`/items/${item}/chart?${new URLSearchParams(query as never)}`)).chart

      it("adds up the levels at the end of each step, exactly", async () => {
        const { movement: moved } = await change({
          changes: [
            { op: "move", ...at, from: "available", to: "damaged", quantity: "2.25" },
            { op: "adjust", ...at, state: "available", quantity: "0.1" },
          ],
        })
        await shop.placeOrder(3)
        const now = Date.now()
        const from = new Date(now - 4 * HOUR).toISOString()
        const until = new Date(now + 4 * HOUR).toISOString()

        const chart = await chartOf({ from, until, points: 4 })
        expect(chart).toMatchObject({ from, until, location_id: null })
        expect(chart.location_ids.sort()).toEqual([shop.berlin, shop.lyon].sort())
        expect(chart.points.map(({ at: end }: Answer) => Date.parse(end) - now)).toEqual(
          [-2, 0, 2, 4].map((hours) => hours * HOUR)
        )
        expect(chart.points[0]).toMatchObject({ on_hand: "0", available: "0" })
        expect(chart.points[3]).toMatchObject({ on_hand: "15.1", available: "9.85" })

        const justThen = await chartOf({ from, until: moved.created_at, points: 1 })
        expect(justThen.points).toHaveLength(1)
        const berlin = await chartOf({ from, until, points: 1, location_id: shop.berlin })
        expect(berlin).toMatchObject({
          location_id: shop.berlin,
          points: [{ at: until, on_hand: "10.1", available: "4.85" }],
        })
      })

      it("agrees with the stock as of each moment", async () => {
        const moments: string[] = []
        for (const quantity of [3, 12, 7.5, 0, 41]) {
          const { movement } = await change({ changes: [{ op: "count", ...at, quantity }] })
          moments.push(movement.created_at)
        }
        const until = new Date().toISOString()
        const chart = await chartOf({
          from: moments[0],
          until,
          points: 40,
          location_id: shop.berlin,
        })

        for (const point of chart.points) {
          const { stock } = await get(
            `/stock/as-of?at=${point.at}&inventory_item_id=${shop.widget}&location_id=${shop.berlin}`
          )
          expect(point).toMatchObject({ on_hand: stock[0].on_hand, available: stock[0].available })
        }
      })

      it("shows ninety days, a point for each, unless it is told otherwise", async () => {
        const chart = await chartOf()

        expect(chart.points).toHaveLength(90)
        expect(chart.points[88]).toMatchObject({ on_hand: "0", available: "0" })
        expect(chart.points[89]).toMatchObject({ at: chart.until, on_hand: "15", available: "15" })
      })

      it.each([
        ["a date that is none", { from: "yesterday" }, 400, "from"],
        ["an end before the beginning", { from: "2026-02-01", until: "2026-01-01" }, 400, "from"],
        ["too many points", { points: 401 }, 400, "points"],
        ["a parameter nobody knows", { step: "day" }, 400, "step"],
        ["a location without the item", { location_id: "sloc_none" }, 404, "sloc_none"],
      ])("refuses %s", async (_, query, status, message) => {
        const path = `/items/${shop.widget}/chart?${new URLSearchParams(query as never)}`
        expect(await refused(path)).toMatchObject({
          status,
          message: expect.stringContaining(message),
        })
      })

      it("does not know an item that is not there", async () => {
        expect(await refused("/items/iitem_none/chart")).toMatchObject({
          status: 404,
          message: expect.stringContaining("iitem_none"),
        })
      })
    })
  },
})

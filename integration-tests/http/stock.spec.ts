import { testStore } from "../test-store"
import { openShop, type Shop } from "./shop"
import { APP, BOOT_TIMEOUT } from "./support"

jest.setTimeout(BOOT_TIMEOUT)

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
    const level = async (location = shop.berlin, item = shop.widget) => {
      const { stock } = await shop.admin.get(
        `/stockroom/stock?inventory_item_id=${item}&location_id=${location}`
      )
      return stock[0]
    }
    const expectConsistent = async () => {
      const { verification } = await shop.admin.get("/stockroom/verify")
      expect(verification.drifts).toEqual([])
    }

    afterEach(() => expectConsistent())

    describe("POST /admin/stockroom/stock", () => {
      it("counts, moves, sets and adjusts; Medusa's own figures follow", async () => {
        await change({ changes: [{ op: "count", ...at, quantity: 12, expected: 10 }] })
        const { movement } = await change({
          changes: [
            { op: "move", ...at, from: "available", to: "damaged", quantity: 2 },
            { op: "set", ...at, state: "safety", quantity: "1.5" },
            { op: "adjust", ...at, state: "available", quantity: -0.25 },
          ],
          reason: "shelf count",
          note: "top shelf",
        })

        expect(movement).toMatchObject({ kind: "adjust", reason: "shelf count", note: "top shelf" })
        expect(await level()).toMatchObject({
          available: "9.75",
          damaged: "2",
          safety: "1.5",
          on_hand: "13.25",
          unavailable: "3.5",
        })
        const { inventory_levels } = await shop.admin.get(
          `/inventory-items/${shop.widget}/location-levels?location_id=${shop.berlin}`
        )
        expect(inventory_levels[0]).toMatchObject({
          stocked_quantity: 13.25,
          reserved_quantity: 3.5,
          available_quantity: 9.75,
        })
      })

      it("says who did it and by which request", async () => {
        const { movement } = await change({ changes: [{ op: "count", ...at, quantity: 9 }] })
        const { user } = await shop.admin.get("/users/me")

        expect(movement).toMatchObject({
          actor_type: "user",
          actor_id: user.id,
          source: "POST /admin/stockroom/stock",
        })
        expect(movement.correlation_id).toMatch(/^req_/)
      })

      it.each([
        ["a figure that has changed", { op: "count", quantity: 12, expected: 11 }, 409, "has 10"],
        ["text for a quantity", { op: "count", quantity: "many" }, 400, "changes[0].quantity"],
        [
          "a state nobody sets by hand",
          { op: "set", state: "committed", quantity: 1 },
          400,
          "state",
        ],
        ["more than there is", { op: "adjust", state: "damaged", quantity: -1 }, 400, "damaged"],
        [
          "available below zero",
          { op: "adjust", state: "available", quantity: -11 },
          400,
          "available would be -1",
        ],
        [
          "a move onto itself",
          { op: "move", from: "safety", to: "safety", quantity: 1 },
          400,
          "to",
        ],
      ])("refuses %s, and changes nothing", async (_, wrong, status, message) => {
        const good = { op: "count", ...at, location_id: shop.lyon, quantity: 7 }
        const refusal = await shop.admin.refused("post", "/stockroom/stock", {
          changes: [{ ...at, ...wrong }, good],
        })

        expect(refusal.status).toBe(status)
        expect(refusal.message).toContain(message)
        expect(await level()).toMatchObject({ on_hand: "10" })
        expect(await level(shop.lyon)).toMatchObject({ on_hand: "5" })
      })

      it("names the current figure in a conflict", async () => {
        const refusal = await shop.admin.refused("post", "/stockroom/stock", {
          changes: [{ op: "set", ...at, state: "available", quantity: 3, expected: 4 }],
        })

        expect(refusal).toMatchObject({
          status: 409,
          code: "conflict",
          details: { current: "10", expected: "4" },
        })
      })

      it("goes below zero only when told so", async () => {
        await change({
          changes: [{ op: "adjust", ...at, state: "available", quantity: -11 }],
          allow_negative: true,
        })

        expect(await level()).toMatchObject({ available: "-1", on_hand: "-1" })
        const { verification } = await shop.admin.get("/stockroom/verify")
        expect(verification).toMatchObject({
          consistent: true,
          notices: [{ notice: "below_zero", location_id: shop.berlin, quantity: "-1" }],
        })
      })

      it("knows an item or location that is not there by name", async () => {
        const refusal = await shop.admin.refused("post", "/stockroom/stock", {
          changes: [{ op: "count", ...at, location_id: "sloc_nowhere", quantity: 1 }],
        })

        expect(refusal.status).toBe(404)
        expect(refusal.message).toContain("sloc_nowhere")
      })

      it("makes a request with a key once", async () => {
        const request = {
          changes: [{ op: "adjust", ...at, state: "available", quantity: 1 }],
          idempotency_key: "delivery-7",
        }
        const first = await change(request)
        const second = await change(request)

        expect(first.repeated).toBe(false)
        expect(second).toMatchObject({ repeated: true, movement: { id: first.movement.id } })
        expect(await level()).toMatchObject({ available: "11" })

        const other = { ...request, note: "another one" }
        expect(await shop.admin.refused("post", "/stockroom/stock", other)).toMatchObject({
          status: 409,
          details: { idempotency_key: "delivery-7" },
        })
      })

      it("makes thousands of changes as one movement", async () => {
        const changes = Array.from({ length: 3_000 }, (_, index) => ({
          op: "adjust",
          ...at,
          location_id: index % 2 ? shop.lyon : shop.berlin,
          state: "damaged",
          quantity: 1,
        }))
        const { movement } = await change({ changes })

        expect(movement.transactions).toHaveLength(2)
        expect(await level()).toMatchObject({ damaged: "1500", on_hand: "1510" })
      })
    })

    describe("history", () => {
      it("tells an order: committed in checkout, then shipped", async () => {
        const order = await shop.placeOrder(3)
        expect(await level()).toMatchObject({ available: "7", committed: "3", on_hand: "10" })

        await shop.admin.post(`/orders/${order.id}/fulfillments`, {
          location_id: shop.berlin,
          items: [{ id: order.items[0].id, quantity: 3 }],
        })
        expect(await level()).toMatchObject({ available: "7", committed: "0", on_hand: "7" })

        const { history } = await shop.admin.get(`/stockroom/history?order_id=${order.id}`)
        const { user } = await shop.admin.get("/users/me")
        const told = history.map((row: Record<string, string>) =>
          [row.kind, row.state, row.quantity, row.actor_type].join(" ")
        )
        expect(told.sort()).toEqual(
          [
            "commit available -3 customer",
            "commit committed 3 customer",
            "fulfil committed -3 user",
            "fulfil fulfilled 3 user",
          ].sort()
        )
        const shipped = history.filter((row: Record<string, string>) => row.kind !== "commit")
        expect(shipped.every((row: Record<string, string>) => row.actor_id === user.id)).toBe(true)
        expect(new Set(shipped.map((row: Record<string, string>) => row.correlation_id)).size).toBe(
          1
        )
        expect(shipped[0]).toMatchObject({ order_id: order.id })
      })

      it("pages by cursor, newest first, with the running balance", async () => {
        for (const quantity of [11, 12, 13, 14, 15]) {
          await change({ changes: [{ op: "count", ...at, quantity }] })
        }
        const path = `/stockroom/history?inventory_item_id=${shop.widget}&location_id=${shop.berlin}`
        const balances: string[] = []
        let cursor: string | null = ""
        while (cursor !== null) {
          const page = await shop.admin.get(`${path}&limit=2${cursor && `&cursor=${cursor}`}`)
          balances.push(...page.history.map((row: { balance_after: string }) => row.balance_after))
          cursor = page.next_cursor
        }

        expect(balances).toEqual(["15", "14", "13", "12", "11", "10"])
      })

      it("filters by reason, kind, state and time", async () => {
        await change({ changes: [{ op: "count", ...at, quantity: 11 }], reason: "recount" })
        const count = async (query: string) =>
          (await shop.admin.get(`/stockroom/history?${query}`)).history.length

        expect(await count("reason=recount")).toBe(1)
        expect(await count("kind=count&kind=opening")).toBe(4)
        expect(await count("state=damaged")).toBe(0)
        expect(await count(`from=${new Date(Date.now() + 60_000).toISOString()}`)).toBe(0)
        expect(await shop.admin.refused("get", "/stockroom/history?kind=theft")).toMatchObject({
          status: 400,
        })
        expect(await shop.admin.refused("get", "/stockroom/history?cursor=x")).toMatchObject({
          status: 400,
          message: expect.stringContaining("cursor"),
        })
      })

      it("exports CSV that a spreadsheet does not run", async () => {
        await change({ changes: [{ op: "count", ...at, quantity: 11 }], note: "=1+1" })
        const csv = String(
          await shop.admin.get(`/stockroom/history/export?inventory_item_id=${shop.widget}`)
        )

        const lines = csv.trim().split("\n")
        expect(lines[0]).toMatch(/^created_at,kind,inventory_item_id,location_id,state,quantity/)
        expect(lines).toHaveLength(4)
        expect(lines[1]).toContain("'=1+1")
      })

      it("knows the stock of an earlier moment", async () => {
        const { movement } = await change({ changes: [{ op: "count", ...at, quantity: 4 }] })
        await change({
          changes: [{ op: "move", ...at, from: "available", to: "safety", quantity: 1 }],
        })
        const asOf = async (moment: string) =>
          (
            await shop.admin.get(
              `/stockroom/stock/as-of?at=${moment}&inventory_item_id=${shop.widget}&location_id=${shop.berlin}`
            )
          ).stock[0]

        expect(await asOf(movement.created_at)).toMatchObject({ on_hand: "4", safety: "0" })
        expect(await asOf(new Date(Date.now() + 1_000).toISOString())).toMatchObject({
          on_hand: "4",
          available: "3",
          safety: "1",
        })
      })

      it("is reachable through Query", async () => {
        const query = getContainer().resolve("query")
        const { data } = await query.graph({
          entity: "inventory_transaction",
          fields: ["state", "quantity", "movement.kind", "movement.actor_type"],
          filters: { inventory_item_id: shop.honey } as never,
        })

        expect(data).toEqual([
          expect.objectContaining({
            state: "available",
            quantity: "2.75",
            movement: expect.objectContaining({ kind: "opening", actor_type: "user" }),
          }),
        ])
      })
    })

    describe("undo", () => {
      it("shows what it would leave, takes back, and takes back once", async () => {
        const { movement } = await change({ changes: [{ op: "count", ...at, quantity: 4 }] })
        const path = `/stockroom/movements/${movement.id}/undo`
        const { undo } = await shop.admin.get(path)
        expect(undo).toMatchObject({
          possible: true,
          rows: [{ state: "available", quantity: "6", before: "4", after: "10", negative: false }],
        })

        const { movement: counter } = await shop.admin.post(path, { note: "miscounted" })
        expect(counter).toMatchObject({ kind: "undo", reverses_id: movement.id })
        expect(await level()).toMatchObject({ available: "10" })
        expect(await shop.admin.refused("post", path)).toMatchObject({
          status: 409,
          message: expect.stringContaining("undone already"),
        })
      })

      it("refuses what an order stands behind", async () => {
        const order = await shop.placeOrder(1)
        const { history } = await shop.admin.get(`/stockroom/history?order_id=${order.id}`)

        const refusal = await shop.admin.refused(
          "post",
          `/stockroom/movements/${history[0].movement_id}/undo`
        )
        expect(refusal.status).toBe(409)
        expect(refusal.message).toContain("order")
      })

      it("does not know a movement that is not there", async () => {
        expect(await shop.admin.refused("get", "/stockroom/movements/imov_none")).toMatchObject({
          status: 404,
          message: expect.stringContaining("imov_none"),
        })
      })
    })

    describe("locations", () => {
      it("follow Medusa's, with the channels they serve", async () => {
        const { locations } = await shop.admin.get("/stockroom/locations")

        expect(locations).toHaveLength(2)
        expect(locations[0]).toMatchObject({
          active: true,
          kind: "warehouse",
          sales_channel_ids: [shop.channel],
        })
      })

      it("take settings, and refuse wrong ones", async () => {
        const path = `/stockroom/locations/${shop.lyon}`
        const { location } = await shop.admin.post(path, {
          kind: "store",
          priority: 3,
          latitude: 45.7,
        })

        expect(location).toMatchObject({ kind: "store", priority: 3, latitude: 45.7 })
        expect(await shop.admin.refused("post", path, { latitude: 91 })).toMatchObject({
          status: 400,
          message: expect.stringContaining("latitude"),
        })
      })

      it("are deactivated only when nothing stands against it", async () => {
        await shop.placeOrder(3)
        const refusal = await shop.admin.refused(
          "post",
          `/stockroom/locations/${shop.berlin}/deactivate`,
          { destination_id: shop.lyon }
        )

        expect(refusal).toMatchObject({ status: 400 })
        expect(refusal.message).toContain("3 committed to orders")
        expect(await level()).toMatchObject({ active: true, available: "7" })
      })

      it("ask for a destination, and move all that people may move there", async () => {
        await change({
          changes: [{ op: "move", ...at, from: "available", to: "damaged", quantity: 4 }],
        })
        const path = `/stockroom/locations/${shop.berlin}/deactivate`
        expect(await shop.admin.refused("post", path)).toMatchObject({
          status: 400,
          details: { needs_destination: true },
        })

        const answer = await shop.admin.post(path, { destination_id: shop.lyon, note: "lease" })
        expect(answer.location).toMatchObject({ id: shop.berlin, active: false })
        expect(await level(shop.lyon)).toMatchObject({ available: "11", damaged: "4" })
        expect(await level(shop.lyon, shop.honey)).toMatchObject({ available: "2.75" })
        expect(await level()).toMatchObject({ available: "0", on_hand: "0", active: false })
      })

      it("sell nothing while inactive, and again when activated", async () => {
        const inventory = getContainer().resolve("inventory")
        await shop.admin.post(`/stockroom/locations/${shop.berlin}/deactivate`, {
          destination_id: shop.lyon,
        })
        await change({ changes: [{ op: "count", ...at, quantity: 9 }] })
        const both = [shop.berlin, shop.lyon]
        expect(await inventory.confirmInventory(shop.widget, both, 16)).toBe(false)

        await shop.admin.post(`/stockroom/locations/${shop.berlin}/activate`)
        expect(await inventory.confirmInventory(shop.widget, both, 16)).toBe(true)
      })
    })
  },
})

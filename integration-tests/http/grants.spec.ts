import { join } from "node:path"

import { RIGHTS, type Right } from "../../src/core/grants"
import { testStore } from "../test-store"
import { adminOf, type Answer, openShop, type Shop } from "./shop"
import { adminHeaders, BOOT_TIMEOUT } from "./support"

jest.setTimeout(BOOT_TIMEOUT)

const APP_WITH_GRANTS = join(__dirname, "..", "app-with-grants")
const CLERK = "clerk@stockroom.test"

/** Made by the owner before each route is asked. */
interface Given {
  shop: Shop
  movement: string
  /** An item with an empty level in Berlin, and one without a level. */
  empty: string
  unstocked: string
  /** Of 2 WIDGET in Berlin. */
  reservation: string
  /** A location with nothing in it. */
  attic: string
  /** 2 WIDGET that Lyon keeps for an order in Berlin. */
  hold: string
  /** 2 PLANK from Berlin to Lyon: not sent yet, and on their way. */
  plank: string
  draft: string
  sent: string
  /** Of PLANK in Berlin, which is low by it. */
  rule: string
  alert: string
}

interface GuardedRoute {
  method: "post" | "delete"
  path: (given: Given) => string
  body?: (given: Given) => unknown
  right: Right
  /** The locations for which the right is needed; `all` where only a right for all of them will do. */
  at: ("berlin" | "lyon" | "attic")[] | "all" | "any"
  /** Whether two units are moved, so that a right for one is not enough. */
  moves: boolean
}

const level = ({ shop }: Given) => ({ inventory_item_id: shop.widget, location_id: shop.berlin })
const transferOf = ({ shop, plank }: Pick<Given, "shop" | "plank">) => ({
  origin_id: shop.berlin,
  destination_id: shop.lyon,
  lines: [{ inventory_item_id: plank, quantity: 2 }],
})

type Defaults = "method" | "right" | "at" | "moves"
type Route = Omit<GuardedRoute, Defaults> & Partial<GuardedRoute>

const stock = (route: Route): GuardedRoute => ({
  ...{ method: "post", right: "levels", at: ["berlin"], moves: true },
  ...route,
})
/** What is watched in Berlin; nothing is moved by it. */
const watch = (path: (given: Given) => string, body?: GuardedRoute["body"]): GuardedRoute =>
  stock({ path, body, moves: false })
const ruleOf = ({ shop }: Given) => ({
  ...{ inventory_item_id: shop.widget, place: "location", location_id: shop.berlin },
  threshold: 2,
})
const carry = (route: Route): GuardedRoute => stock({ right: "transfers", ...route })
const place = (route: Route): GuardedRoute => ({
  ...{ method: "post", right: "locations", at: ["attic"], moves: false },
  ...route,
})

/** Every admin route that changes stock or stock locations. */
const ROUTES: Record<string, GuardedRoute> = {
  "POST /stockroom/stock": stock({
    path: () => "/stockroom/stock",
    body: (given) => ({
      changes: [{ op: "adjust", ...level(given), state: "damaged", quantity: 2 }],
    }),
  }),
  "POST /stockroom/movements/:id/undo": stock({
    path: ({ movement }) => `/stockroom/movements/${movement}/undo`,
  }),
  "POST /stockroom/repair": stock({ path: () => "/stockroom/repair", at: "all", moves: false }),
  "POST /stockroom/holds/:id/cover": stock({
    path: ({ hold }) => `/stockroom/holds/${hold}/cover`,
    right: "transfers",
    at: ["berlin", "lyon"],
  }),
  "POST /stockroom/holds/:id/draft-transfer": carry({
    path: ({ hold }) => `/stockroom/holds/${hold}/draft-transfer`,
    at: ["lyon"],
    moves: false,
  }),
  "POST /stockroom/transfers": carry({
    path: () => "/stockroom/transfers",
    body: transferOf,
    moves: false,
  }),
  "POST /stockroom/transfers at once": carry({
    path: () => "/stockroom/transfers",
    body: (given) => ({ ...transferOf(given), at_once: true }),
    at: ["berlin", "lyon"],
  }),
  "POST /stockroom/transfers/:id": carry({
    path: ({ draft }) => `/stockroom/transfers/${draft}`,
    body: () => ({ note: "by noon" }),
    moves: false,
  }),
  "DELETE /stockroom/transfers/:id": carry({
    method: "delete",
    path: ({ draft }) => `/stockroom/transfers/${draft}`,
    moves: false,
  }),
  "POST /stockroom/transfers/:id/pending": carry({
    path: ({ draft }) => `/stockroom/transfers/${draft}/pending`,
  }),
  "POST /stockroom/transfers/:id/receive": carry({
    path: ({ sent }) => `/stockroom/transfers/${sent}/receive`,
    body: ({ plank }) => ({ lines: [{ inventory_item_id: plank, accepted: 2 }] }),
    at: ["lyon"],
  }),
  "POST /stockroom/transfers/:id/cancel": carry({
    path: ({ sent }) => `/stockroom/transfers/${sent}/cancel`,
  }),
  "POST /stockroom/transfers/:id/close": carry({
    path: ({ sent }) => `/stockroom/transfers/${sent}/close`,
    at: ["lyon"],
  }),
  "POST /stockroom/transfers/:id/duplicate": carry({
    path: ({ sent }) => `/stockroom/transfers/${sent}/duplicate`,
    moves: false,
  }),
  "POST /stockroom/low-stock/rules": watch(() => "/stockroom/low-stock/rules", ruleOf),
  "POST /stockroom/low-stock/rules of every item": stock({
    path: () => "/stockroom/low-stock/rules",
    body: () => ({ place: "together", threshold: 2 }),
    ...{ at: "all", moves: false },
  }),
  "POST /stockroom/low-stock/rules/batch": watch(
    () => "/stockroom/low-stock/rules/batch",
    (given) => ({ upsert: [ruleOf(given)], update: [{ id: given.rule, note: "oak" }] })
  ),
  "POST /stockroom/low-stock/rules/import": watch(
    () => "/stockroom/low-stock/rules/import",
    () => ({ content: "sku,place,location,threshold\nWIDGET,location,Berlin,3" })
  ),
  "POST /stockroom/low-stock/rules/:id": watch(
    ({ rule }) => `/stockroom/low-stock/rules/${rule}`,
    () => ({ note: "oak" })
  ),
  "DELETE /stockroom/low-stock/rules/:id": {
    ...watch(({ rule }) => `/stockroom/low-stock/rules/${rule}`),
    method: "delete",
  },
  "POST /stockroom/low-stock/alerts/:id/acknowledge": watch(
    ({ alert }) => `/stockroom/low-stock/alerts/${alert}/acknowledge`
  ),
  "POST /stockroom/low-stock/alerts/:id/resolve": watch(
    ({ alert }) => `/stockroom/low-stock/alerts/${alert}/resolve`
  ),
  "POST /stockroom/low-stock/alerts/:id/mute": watch(
    ({ alert }) => `/stockroom/low-stock/alerts/${alert}/mute`,
    () => ({ until: "2099-01-01" })
  ),
  "POST /stockroom/low-stock/alerts/batch": watch(
    () => "/stockroom/low-stock/alerts/batch",
    ({ alert }) => ({ ids: [alert], do: "acknowledge" })
  ),
  "POST /inventory-items": stock({
    path: () => "/inventory-items",
    body: ({ shop }) => ({
      sku: "NEW",
      location_levels: [{ location_id: shop.berlin, stocked_quantity: 2 }],
    }),
  }),
  "POST /inventory-items/:id": stock({
    path: ({ shop }) => `/inventory-items/${shop.widget}`,
    body: () => ({ title: "Renamed" }),
    at: "any",
    moves: false,
  }),
  "DELETE /inventory-items/:id": stock({
    method: "delete",
    path: ({ empty }) => `/inventory-items/${empty}`,
    moves: false,
  }),
  "POST /inventory-items/:id/location-levels": stock({
    path: ({ unstocked }) => `/inventory-items/${unstocked}/location-levels`,
    body: ({ shop }) => ({ location_id: shop.berlin, stocked_quantity: 2 }),
  }),
  "POST /inventory-items/:id/location-levels/batch": stock({
    path: ({ shop }) => `/inventory-items/${shop.widget}/location-levels/batch`,
    body: ({ shop }) => ({ update: [{ location_id: shop.berlin, stocked_quantity: 14 }] }),
  }),
  "POST /inventory-items/:id/location-levels/:location_id": stock({
    path: ({ shop }) => `/inventory-items/${shop.widget}/location-levels/${shop.berlin}`,
    body: () => ({ stocked_quantity: 14 }),
  }),
  "DELETE /inventory-items/:id/location-levels/:location_id": stock({
    method: "delete",
    path: ({ shop, empty }) => `/inventory-items/${empty}/location-levels/${shop.berlin}`,
    moves: false,
  }),
  "POST /inventory-items/location-levels/batch": stock({
    path: () => "/inventory-items/location-levels/batch",
    body: (given) => ({ update: [{ ...level(given), stocked_quantity: 14 }] }),
  }),
  "POST /reservations": stock({
    path: () => "/reservations",
    body: ({ shop }) => ({
      ...{ inventory_item_id: shop.widget, location_id: shop.lyon, quantity: 2 },
    }),
    at: ["lyon"],
  }),
  "POST /reservations/:id": stock({
    path: ({ reservation }) => `/reservations/${reservation}`,
    body: () => ({ description: "for the fair" }),
    moves: false,
  }),
  "DELETE /reservations/:id": stock({
    method: "delete",
    path: ({ reservation }) => `/reservations/${reservation}`,
  }),
  "POST /stockroom/locations/:id": place({
    path: ({ attic }) => `/stockroom/locations/${attic}`,
    body: () => ({ priority: 7 }),
  }),
  "POST /stockroom/locations/:id/deactivate": place({
    path: ({ attic }) => `/stockroom/locations/${attic}/deactivate`,
  }),
  "POST /stockroom/locations/:id/activate": place({
    path: ({ attic }) => `/stockroom/locations/${attic}/activate`,
  }),
  "POST /stock-locations": place({
    path: () => "/stock-locations",
    body: () => ({ name: "Shed" }),
    at: "all",
  }),
  "POST /stock-locations/:id": place({
    path: ({ attic }) => `/stock-locations/${attic}`,
    body: () => ({ name: "Loft" }),
  }),
  "DELETE /stock-locations/:id": place({
    method: "delete",
    path: ({ attic }) => `/stock-locations/${attic}`,
  }),
  "POST /stock-locations/:id/sales-channels": place({
    path: ({ attic }) => `/stock-locations/${attic}/sales-channels`,
    body: ({ shop }) => ({ add: [shop.channel] }),
  }),
  "POST /stock-locations/:id/fulfillment-sets": place({
    path: ({ attic }) => `/stock-locations/${attic}/fulfillment-sets`,
    body: () => ({ name: "Parcels Attic", type: "shipping" }),
  }),
  "POST /stock-locations/:id/fulfillment-providers": place({
    path: ({ attic }) => `/stock-locations/${attic}/fulfillment-providers`,
    body: () => ({ add: ["manual_manual"] }),
  }),
}

testStore({
  medusaConfigFile: APP_WITH_GRANTS,
  testSuite: ({ api, getContainer }) => {
    let given: Given
    let owner: Shop["admin"]
    let clerk: Shop["admin"]
    let clerkId: string

    beforeAll(async () => {
      const shop = await openShop(api, getContainer())
      owner = shop.admin
      clerk = adminOf(api, await adminHeaders(api as never, getContainer(), CLERK))
      clerkId = (await clerk.get("/users/me")).user.id

      const berlin = { location_id: shop.berlin, stocked_quantity: 0 }
      const [empty, unstocked] = await Promise.all([
        owner.post("/inventory-items", { sku: "EMPTY", location_levels: [berlin] }),
        owner.post("/inventory-items", { sku: "UNSTOCKED" }),
      ])
      const { stock_location } = await owner.post("/stock-locations", { name: "Attic" })
      const at = { inventory_item_id: shop.widget, location_id: shop.berlin }
      const { movement } = await owner.post("/stockroom/stock", {
        changes: [{ op: "adjust", ...at, state: "damaged", quantity: 2 }],
      })
      // 10 in Berlin and 5 in Lyon: an order for 12 is short of 2, which Lyon keeps for it.
      const order = await shop.placeOrder(12)
      const { order_stock } = await owner.get(`/stockroom/orders/${order.id}`)
      const reservation = await owner.post("/reservations", {
        ...{ inventory_item_id: shop.honey, location_id: shop.berlin, quantity: 2 },
      })
      const planks = await owner.post("/inventory-items", {
        sku: "PLANK",
        location_levels: [{ location_id: shop.berlin, stocked_quantity: 10 }],
      })
      const plank = planks.inventory_item.id
      const draft = await owner.post("/stockroom/transfers", transferOf({ shop, plank }))
      const sent = await owner.post("/stockroom/transfers", transferOf({ shop, plank }))
      await owner.post(`/stockroom/transfers/${sent.transfer.id}/pending`)
      const { rule } = await owner.post("/stockroom/low-stock/rules", {
        ...{ inventory_item_id: plank, place: "location", location_id: shop.berlin },
        threshold: 100,
      })
      const { alerts } = await owner.get("/stockroom/low-stock/alerts")
      given = {
        rule: rule.id,
        alert: alerts[0].id,
        plank,
        draft: draft.transfer.id,
        sent: sent.transfer.id,
        shop,
        movement: movement.id,
        empty: empty.inventory_item.id,
        unstocked: unstocked.inventory_item.id,
        reservation: reservation.reservation.id,
        attic: stock_location.id,
        hold: order_stock.holds[0].id,
      }
    })

    const grant = (...grants: unknown[]) => owner.post(`/stockroom/grants/${clerkId}`, { grants })

    /** All that the routes could change. */
    const everything = async () =>
      await Promise.all([
        owner.get("/stockroom/stock?limit=1000"),
        owner.get("/stockroom/history?limit=1"),
        owner.get("/stockroom/transfers?limit=100"),
        owner.get("/stockroom/locations"),
        owner.get("/stockroom/low-stock/rules?limit=100"),
        owner.get("/stockroom/low-stock/alerts?limit=100"),
        owner.get("/inventory-items?limit=100&fields=id,title,*location_levels"),
        owner.get("/reservations?limit=100"),
        owner.get("/stock-locations?limit=100&fields=id,name,*fulfillment_sets,*sales_channels"),
      ])

    describe.each(Object.entries(ROUTES))("%s", (_, route) => {
      const { method, right, at, moves } = route
      const ask = () => clerk[method](route.path(given), route.body?.(given))
      const places = () =>
        Array.isArray(at)
          ? at.map((name) => (name === "attic" ? given.attic : given.shop[name]))
          : null
      const most = () => (moves ? 2 : 1)

      it("refuses with 403, and changes nothing, whoever has not been granted it", async () => {
        const before = await everything()
        const short: [string, unknown[]][] = [
          ["nothing", []],
          [
            "the other rights",
            RIGHTS.filter((one) => one !== right).map((one) => ({ right: one })),
          ],
        ]
        if (at !== "any") {
          const elsewhere = given.shop.lyon === places()?.[0] ? given.attic : given.shop.lyon
          short.push(["a right elsewhere", [{ right, location_ids: [elsewhere] }]])
        }
        if (moves) {
          short.push(["a right for one unit", [{ right, max_quantity: 1 }]])
        }
        for (const [what, grants] of short) {
          await grant(...grants)
          const refusal = await clerk.refused(method, route.path(given), route.body?.(given))
          expect({ what, ...refusal }).toMatchObject({
            what,
            status: 403,
            message: expect.stringContaining("right to manage"),
          })
        }
        expect(await everything()).toEqual(before)
      })

      it("lets through whoever has just the right that it needs", async () => {
        await grant({ right, location_ids: places(), max_quantity: most() })
        await ask()
      })
    })

    it("lets owners do everything without a grant", async () => {
      const { rights } = await owner.get("/stockroom/rights")
      expect(rights).toEqual({ enforced: true, may_grant: true, grants: null })
      await owner.post("/stockroom/stock", {
        changes: [
          {
            op: "adjust",
            ...{ inventory_item_id: given.shop.widget, location_id: given.shop.lyon },
            ...{ state: "damaged", quantity: 1_000 },
          },
        ],
      })
    })

    it("leaves order work to everybody", async () => {
      await grant()
      const order = await given.shop.checkout([{ variant: given.shop.variant, quantity: 1 }])
      const items = [{ id: order.items[0].id, quantity: 1 }]
      await clerk.post(`/orders/${order.id}/fulfillments`, {
        ...{ items, location_id: given.shop.lyon },
      })
      const history = await owner.get(`/stockroom/history?order_id=${order.id}&state=fulfilled`)
      expect(history.history).toMatchObject([
        { quantity: "1", location_id: given.shop.lyon, actor_id: clerkId },
      ])
    })

    it("lets only an owner grant rights, and no one by himself", async () => {
      await grant({ right: "levels" }, { right: "locations" }, { right: "transfers" })
      expect(
        await clerk.refused("post", `/stockroom/grants/${clerkId}`, { grants: [] })
      ).toMatchObject({ status: 403, message: expect.stringContaining("permissions.owners") })
      expect((await clerk.get("/stockroom/rights")).rights).toMatchObject({ may_grant: false })
    })

    it("lets secret API keys do what the option says", async () => {
      const { api_key } = await owner.post("/api-keys", { title: "ERP", type: "secret" })
      const basic = Buffer.from(`${api_key.token}:`).toString("base64")
      const erp = adminOf(api, { authorization: `Basic ${basic}` })
      await erp.post(`/inventory-items/${given.shop.widget}/location-levels/${given.shop.lyon}`, {
        stocked_quantity: 500,
      })
      expect(
        await erp.refused("post", `/stockroom/locations/${given.attic}`, { priority: 1 })
      ).toMatchObject({ status: 403 })
      expect((await erp.get("/stockroom/rights")).rights).toMatchObject({
        may_grant: false,
        grants: [{ right: "levels", location_ids: null, max_quantity: null }],
      })
    })

    describe("grants", () => {
      it("are listed, and every change of them is kept with who made it", async () => {
        await grant({ right: "levels", location_ids: [given.shop.berlin], max_quantity: "2.50" })
        await grant({ right: "levels" })
        await grant({ right: "levels" })
        const { grants, enforced, names } = await owner.get("/stockroom/grants")
        const all = { right: "levels", location_ids: null, max_quantity: null }
        const some = { right: "levels", location_ids: [given.shop.berlin], max_quantity: "2.5" }
        expect(enforced).toBe(true)
        expect(names.users[clerkId]).toBe(CLERK)
        expect(grants).toEqual([expect.objectContaining({ user_id: clerkId, grants: [all] })])
        expect((await clerk.get("/stockroom/rights")).rights.grants).toEqual([all])

        const { changes, count } = await owner.get("/stockroom/grants/changes")
        expect(count).toBe(2)
        expect(changes).toMatchObject([
          { user_id: clerkId, before: [some], after: [all], actor_type: "user" },
          { user_id: clerkId, before: [], after: [some] },
        ])
        expect(names.users).toHaveProperty(clerkId)
      })

      it.each<[string, () => Answer, string]>([
        ["an unknown right", () => ({ right: "everything" }), "grants"],
        ["no location", () => ({ right: "levels", location_ids: [] }), "location_ids"],
        ["an unknown location", () => ({ right: "levels", location_ids: ["sloc_x"] }), "sloc_x"],
        ["a limit of nothing", () => ({ right: "levels", max_quantity: 0 }), "max_quantity"],
        [
          "a limit that is no number",
          () => ({ right: "levels", max_quantity: "two" }),
          "max_quantity",
        ],
      ])("are refused with %s", async (_, bad, named) => {
        const refusal = await owner.refused("post", `/stockroom/grants/${clerkId}`, {
          grants: [bad()],
        })
        expect(refusal).toMatchObject({ status: 400, message: expect.stringContaining(named) })
        expect((await owner.get("/stockroom/grants")).grants).toEqual([])
      })

      it("are refused for a user who is not there", async () => {
        expect(
          await owner.refused("post", "/stockroom/grants/user_gone", { grants: [] })
        ).toMatchObject({ status: 404, message: expect.stringContaining("user_gone") })
      })
    })
  },
})

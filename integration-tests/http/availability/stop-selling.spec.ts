import { Modules } from "@medusajs/framework/utils"

import { testStore } from "../../test-store"
import type { Answer } from "../shop"
import { BOOT_TIMEOUT } from "../support"
import { APP_WITH_CACHING, Window } from "./window"

jest.setTimeout(BOOT_TIMEOUT)

const RULES = "/stockroom/low-stock/rules"
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** 10 WIDGET at Berlin and 5 at Lyon; a TABLE takes four of 9 and 6 legs. */
testStore({
  medusaConfigFile: APP_WITH_CACHING,
  testSuite: ({ api, getContainer }) => {
    let window: Window

    beforeAll(async () => {
      window = await Window.open(api, getContainer())
    })

    /** Between tests the database is put back, of which the cache hears nothing. */
    beforeEach(async () => {
      await getContainer()
        .resolve(Modules.CACHING)
        .clear({ tags: ["*"] })
      await window.shop.admin.post("/stockroom/availability", {
        display: "always",
        locations: "all",
      })
    })

    const stop = async (item: string, threshold: number, more: object = {}): Promise<string> => {
      const { rule } = await window.shop.admin.post(RULES, {
        ...{ inventory_item_id: item, place: "together", threshold, stop_selling: true },
        ...more,
      })
      return rule.id
    }
    const cartOf = (quantity: number) =>
      window.refused("/carts", {
        region_id: window.shop.region,
        items: [{ variant_id: window.shop.variant, quantity }],
      })

    it("what is kept is no longer told, put into a cart, or sold; a raised rule counts at once", async () => {
      const { shop } = window
      expect(await window.look("WIDGET")).toMatchObject({ status: "in_stock", quantity: "15" })
      const cart = await shop.fillCart([{ variant: shop.variant, quantity: 8 }])
      const rule = await stop(shop.widget, 6)
      expect(await window.look("WIDGET")).toMatchObject({ status: "in_stock", quantity: "9" })
      expect(await cartOf(10)).toMatchObject({ status: 400, code: "insufficient_inventory" })

      await shop.admin.post(`${RULES}/${rule}`, { threshold: 8 })
      expect(await window.look("WIDGET")).toMatchObject({ quantity: "7" })
      const full = await window.refused(`/carts/${cart}/complete`, {})
      expect(full).toMatchObject({ status: 400, type: "not_allowed" })
      expect(full.message).toMatch(/^Not enough stock available for item \S+ at location \S+$/)

      await shop.placeOrder(7)
      expect(await window.look("WIDGET")).toMatchObject({ status: "out_of_stock", quantity: "0" })
      expect(await cartOf(1)).toMatchObject({ status: 400, code: "insufficient_inventory" })
      await shop.admin.post(`${RULES}/${rule}`, { stop_selling: false })
      expect(await window.look("WIDGET")).toMatchObject({ status: "low_stock", quantity: "8" })
      await shop.placeOrder(8)
    })

    it("each location tells what it may give, and the variant what both may", async () => {
      await stop(window.shop.widget, 4, { place: "each_location" })
      const told = await window.look("WIDGET", "&locations=true")
      expect(told.quantity).toBe("7")
      const at = (name: string) => told.locations.find((one: Answer) => one.name === name)
      expect(at("Berlin")).toMatchObject({ quantity: "6", status: "in_stock" })
      expect(at("Lyon")).toMatchObject({ quantity: "1", status: "in_stock" })
      await stop(window.shop.widget, 10)
      expect(await window.look("WIDGET")).toMatchObject({ quantity: "5" })
    })

    it("a kit is stopped by its scarcest item, a backorder is not", async () => {
      await stop(window.items.LEG, 8)
      // Seven legs may go: one table, though there are tops for four.
      expect(await window.look("TABLE")).toMatchObject({ quantity: "1" })
      await stop(window.items.VASE, 2)
      expect(await window.look("VASE")).toMatchObject({ status: "backorder", quantity: "0" })
      await window.shop.checkout([{ variant: window.variants.VASE, quantity: 1 }])
      const refused = await window.shop
        .checkoutRefused([
          { variant: window.variants.TABLE, quantity: 1 },
          { variant: window.variants.TABLE, quantity: 1 },
        ])
        .catch((error: { status: number; body: Answer }) => ({
          ...error.body,
          status: error.status,
        }))
      expect(refused).toMatchObject({ status: 400 })
    })

    it("what is on its way fills up what is to stay before it is promised", async () => {
      const { stock_location } = await window.shop.admin.post("/stock-locations", { name: "Works" })
      await stop(window.shop.widget, 20)
      await window.expect("WIDGET", 5, day(2), stock_location.id)
      expect(await window.look("WIDGET")).toMatchObject({ status: "out_of_stock", estimate: null })
      await window.expect("WIDGET", 3, day(4), stock_location.id)
      expect((await window.look("WIDGET")).estimate).toMatchObject({ date: day(4), quantity: "3" })
    })

    it("an admin sells what is kept: a draft order, and an edit", async () => {
      const { shop } = window
      await stop(shop.widget, 14)
      const order = await shop.placeOrder(1)
      expect(await cartOf(1)).toMatchObject({ status: 400 })
      const { draft_order } = await shop.admin.post("/draft-orders", {
        ...{ region_id: shop.region, sales_channel_id: shop.channel, email: "eve@example.com" },
        items: [{ variant_id: shop.variant, quantity: 3 }],
        shipping_methods: [],
      })
      await shop.admin.post(`/draft-orders/${draft_order.id}/convert-to-order`, {})
      const stock = async () => {
        const { stock: rows } = await shop.admin.get(
          `/stockroom/stock?inventory_item_id=${shop.widget}`
        )
        return rows.reduce((sum: number, one: Answer) => sum + Number(one.available), 0)
      }
      expect(await stock()).toBe(11)
      await shop.admin.post("/order-edits", { order_id: order.id })
      await shop.admin.post(`/order-edits/${order.id}/items/item/${order.items[0].id}`, {
        quantity: 3,
      })
      await shop.admin.post(`/order-edits/${order.id}/confirm`, {})
      expect(await stock()).toBe(9)
    })

    it("a rule says so in every way: one by one, many at once, by file, and as the store's default", async () => {
      const { admin, widget } = window.shop
      const { rule } = await admin.post(RULES, { place: "together", threshold: 15 })
      expect(rule.stop_selling).toBe(false)
      expect(await admin.refused("post", RULES, { ...rule, stop_selling: "yes" })).toMatchObject({
        status: 400,
      })
      await admin.post(`${RULES}/batch`, { update: [{ id: rule.id, stop_selling: true }] })
      expect(await window.look("WIDGET")).toMatchObject({ status: "out_of_stock" })
      const load = (content: string) => admin.post(`${RULES}/import`, { content })
      await load(`inventory_item_id,threshold,stop_selling\n${widget},3,true`)
      expect(await window.look("WIDGET")).toMatchObject({ quantity: "12" })
      await load(`inventory_item_id,threshold\n${widget},2`)
      expect(await window.look("WIDGET")).toMatchObject({ quantity: "13" })
      const wrong = await load(`inventory_item_id,threshold,stop_selling\n${widget},3,maybe`)
      expect(wrong.errors).toMatchObject([{ line: 2, field: "stop_selling" }])
      const file = await admin.get(`${RULES}/export`)
      expect(String(file).split("\n")[0]).toContain("reorder_to,stop_selling,note")
      expect(await load(String(file))).toMatchObject({ unchanged: 2, errors: [] })
      await load(`inventory_item_id,threshold,stop_selling\n${widget},2,`)
      expect(await window.look("WIDGET")).toMatchObject({ quantity: "15" })
    })

    it("ten shoppers at once get exactly what is above the threshold", async () => {
      const { shop } = window
      const carts: string[] = []
      for (let n = 0; n < 10; n++) {
        carts.push(await shop.fillCart([{ variant: shop.variant, quantity: 1 }]))
      }
      await stop(shop.widget, 9)
      const done = await Promise.allSettled(
        carts.map((cart) => shop.store(`/carts/${cart}/complete`, {}))
      )
      expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(6)
      expect(await window.look("WIDGET")).toMatchObject({ status: "out_of_stock", quantity: "0" })
    })
  },
})

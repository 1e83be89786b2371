import { testStore } from "../../test-store"
import { APP, BOOT_TIMEOUT } from "../support"
import { type Sku, Window } from "./window"

jest.setTimeout(BOOT_TIMEOUT)

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

testStore({
  medusaConfigFile: APP,
  testSuite: ({ api, getContainer }) => {
    let window: Window
    let supplier: string

    beforeAll(async () => {
      window = await Window.open(api, getContainer())
      const { stock_location } = await window.shop.admin.post("/stock-locations", { name: "Works" })
      supplier = stock_location.id
    })

    const path = (sku: Sku | "WIDGET") =>
      `/stockroom/products/${window.products[sku]}/availability/told`
    const told = async (sku: Sku | "WIDGET", query = "") =>
      await window.shop.admin.get(`${path(sku)}${query}`)
    const variantOf = async (sku: Sku | "WIDGET") => (await told(sku)).told.variants[0]
    const ofProduct = (sku: string, body: object) =>
      window.shop.admin.post(`/stockroom/products/${window.products[sku]}/availability`, body)

    describe("what an admin reads of what shoppers are told", () => {
      it("says the same as the store route, and what there is where that is hidden", async () => {
        for (const sku of ["WIDGET", "TABLE", "VASE", "VOUCHER"] as const) {
          const { locations: _, ...shown } = await window.look(sku)
          expect(await variantOf(sku)).toMatchObject(shown)
        }
        expect(await told("WIDGET")).toMatchObject({
          told: {
            product_id: window.products.WIDGET,
            sales_channel_id: window.shop.channel,
            not_for_sale: null,
            variants: [
              {
                ...{ variant_id: window.variants.WIDGET, sku: "WIDGET", status: "in_stock" },
                ...{ quantity: null, actual_quantity: "15", estimate: null, promise: null },
              },
            ],
          },
          ...{ count: 1, limit: 20, offset: 0 },
        })
        await ofProduct("WIDGET", { display: "below", display_below: 16 })
        expect(await variantOf("WIDGET")).toMatchObject({ quantity: "15", actual_quantity: "15" })
        expect(await variantOf("VOUCHER")).toMatchObject({ actual_quantity: null })
      })

      it("is not all that Medusa's own routes tell, unless an option hides it there", async () => {
        const { products } = await window.get("/store/products?fields=+variants.inventory_quantity")
        const titles = products.map((one: { title: string }) => one.title)
        const widget = products[titles.indexOf("Widget")]
        expect(widget.variants[0].inventory_quantity).toBe(15)
      })

      it("says why no shopper sees it", async () => {
        expect((await told("SECRET")).told).toMatchObject({
          not_for_sale: "unpublished",
          variants: [{ actual_quantity: "2" }],
        })
        const here = await told("ELSEWHERE", `?sales_channel_id=${window.shop.channel}`)
        expect(here.told).toMatchObject({ not_for_sale: "other_channels" })
        const there = (await told("ELSEWHERE")).told
        expect(there.not_for_sale).toBeNull()
        // No location serves the fair.
        expect(there.variants).toMatchObject([{ status: "out_of_stock", actual_quantity: "0" }])

        await window.shop.admin.post(`/products/${window.products.ELSEWHERE}`, {
          sales_channels: [],
        })
        expect((await told("ELSEWHERE")).told).toMatchObject({
          ...{ sales_channel_id: null, not_for_sale: "other_channels", variants: [] },
        })
      })

      it("is about the store's default channel, or else the product's first by name", async () => {
        const { admin, channel } = window.shop
        const { stores } = await admin.get("/stores")
        const { sales_channel: bazaar } = await admin.post("/sales-channels", { name: "A bazaar" })
        await admin.post(`/products/${window.products.WIDGET}`, {
          sales_channels: [{ id: channel }, { id: bazaar.id }],
        })
        const main = async () => (await told("WIDGET")).told.sales_channel_id
        await admin.post(`/stores/${stores[0].id}`, { default_sales_channel_id: channel })
        expect(await main()).toBe(channel)
        const { sales_channel: other } = await admin.post("/sales-channels", {
          name: "Nothing yet",
        })
        await admin.post(`/stores/${stores[0].id}`, { default_sales_channel_id: other.id })
        expect(await main()).toBe(bazaar.id)
      })

      it("explains a date by the transfers that make it, and by no later one", async () => {
        const { admin, berlin, lyon } = window.shop
        await window.shop.placeOrder(15)
        // Lyon keeps 5 for the order of 15: others wait for 4.
        await admin.post("/stockroom/stock", {
          allow_negative: true,
          changes: [
            {
              ...{ op: "set", state: "available", inventory_item_id: window.shop.widget },
              ...{ location_id: berlin, quantity: -9 },
            },
          ],
        })
        const { estimate } = await admin.post("/stockroom/estimates", {
          ...{ title: "Made to order", lead_time_days: 1 },
        })
        await ofProduct("WIDGET", { estimate_id: estimate.id })
        expect(await variantOf("WIDGET")).toMatchObject({
          estimate: { source: "title", title: "Made to order" },
          promise: null,
        })

        const first = await window.expect("WIDGET", 4, day(3), supplier)
        const second = await window.expect("WIDGET", 10, day(9), supplier)
        await window.expect("WIDGET", 30, day(20), supplier)
        await window.expect("WIDGET", 30, day(-1), supplier)
        await admin.post(`/stockroom/locations/${berlin}`, { lead_time_days: 2 })
        const { number } = (await admin.get(`/stockroom/transfers/${second}`)).transfer
        const { told: answer, names } = await told("WIDGET")
        expect(answer.variants[0]).toMatchObject({
          ...{ status: "out_of_stock", quantity: null, actual_quantity: "0" },
          estimate: { source: "transfer", date: day(12), quantity: null },
          promise: {
            quantity: "10",
            of: "14",
            arrivals: [
              { transfer_id: first, expected: day(3), brings: "4", free: "4" },
              {
                ...{ transfer_id: second, number, inventory_item_id: window.shop.widget },
                ...{ location_id: berlin, expected: day(9), lead_time_days: 3 },
                ...{ brings: "10", free: "10" },
              },
            ],
          },
        })
        expect(answer.variants[0].promise.arrivals).toHaveLength(2)
        expect(names).toMatchObject({
          items: { [window.shop.widget]: { sku: "WIDGET" } },
          locations: { [berlin]: "Berlin" },
        })
        expect(names.locations[lyon]).toBeUndefined()
      })

      it("pages through many variants", async () => {
        const { product } = await window.shop.admin.post("/products", {
          ...{ title: "Ribbon", status: "published", shipping_profile_id: window.shop.profile },
          sales_channels: [{ id: window.shop.channel }],
          options: [{ title: "Colour", values: ["Red", "Blue", "Green"] }],
          variants: ["Red", "Blue", "Green"].map((colour, variant_rank) => ({
            ...{ title: colour, options: { Colour: colour }, variant_rank },
            prices: [{ currency_code: "eur", amount: 1 }],
          })),
        })
        const ask = async (query: string) =>
          await window.shop.admin.get(
            `/stockroom/products/${product.id}/availability/told?${query}`
          )
        const { told: page, count } = await ask("limit=2&offset=1")
        expect(count).toBe(3)
        expect(page.variants.map((one: { title: string }) => one.title)).toEqual(["Blue", "Green"])
      })

      it.each<[string, string, number, string]>([
        ["a sales channel that is not there", "?sales_channel_id=sc_gone", 404, "sc_gone"],
        ["more variants than a page has", "?limit=101", 400, "limit"],
        ["what nobody knows", "?colour=red", 400, "colour"],
      ])("refuses %s", async (_, query, status, named) => {
        const answer = await window.shop.admin.refused("get", `${path("WIDGET")}${query}`)
        expect(answer.status).toBe(status)
        expect(answer.message).toContain(named)
      })

      it("refuses a product that is not there", async () => {
        const gone = "/stockroom/products/prod_gone/availability/told"
        expect(await window.shop.admin.refused("get", gone)).toMatchObject({
          status: 404,
          message: expect.stringContaining("prod_gone"),
        })
      })
    })
  },
})

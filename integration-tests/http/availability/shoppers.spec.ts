import fc from "fast-check"
import { Modules } from "@medusajs/framework/utils"

import type { StockroomModuleService } from "../../../src/modules/inventory"
import { testStore } from "../../test-store"
import { Refused } from "../shop"
import { BOOT_TIMEOUT } from "../support"
import { APP_WITH_CACHING, Window } from "./window"

jest.setTimeout(BOOT_TIMEOUT)

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

testStore({
  medusaConfigFile: APP_WITH_CACHING,
  testSuite: ({ api, getContainer }) => {
    let window: Window
    let supplier: string

    beforeAll(async () => {
      window = await Window.open(api, getContainer())
      const { stock_location } = await window.shop.admin.post("/stock-locations", { name: "Works" })
      supplier = stock_location.id
    })

    /** Between tests the database is put back, of which the cache hears nothing. */
    beforeEach(() =>
      getContainer()
        .resolve(Modules.CACHING)
        .clear({ tags: ["*"] })
    )

    const settings = (body: object) => window.shop.admin.post("/stockroom/availability", body)
    const ofProduct = (sku: string, body: object) =>
      window.shop.admin.post(`/stockroom/products/${window.products[sku]}/availability`, body)

    describe("a shopper is told", () => {
      it("what can be had in the channel of the key, without quantities unless the merchant shows them", async () => {
        const { availability, not_found, sales_channel_id } = await window.ask([
          ...(["WIDGET", "TABLE", "VASE", "VOUCHER"] as const),
        ])
        expect(sales_channel_id).toBe(window.shop.channel)
        expect(not_found).toEqual([])
        const quiet = { quantity: null, estimate: null, order_quantities: null, locations: null }
        expect(availability).toEqual([
          { variant_id: window.variants.WIDGET, status: "in_stock", ...quiet },
          { variant_id: window.variants.TABLE, status: "in_stock", ...quiet },
          { variant_id: window.variants.VASE, status: "in_stock", ...quiet },
          { variant_id: window.variants.VOUCHER, status: "in_stock", ...quiet },
        ])
      })

      it("how many, always or below a number, as the store or the product has it", async () => {
        await settings({ display: "always" })
        const { availability } = await window.ask(["WIDGET", "TABLE", "VOUCHER"])
        expect(availability.map(({ quantity }: { quantity: string }) => quantity)).toEqual([
          ...["15", "3", null],
        ])
        await settings({ display: "below", display_below: 15 })
        expect(await window.look("WIDGET")).toMatchObject({ quantity: null })
        expect(await window.look("TABLE")).toMatchObject({ quantity: "3" })
        await ofProduct("WIDGET", { display: "below", display_below: "15.5" })
        await ofProduct("TABLE", { display: "never" })
        expect(await window.look("WIDGET")).toMatchObject({ quantity: "15" })
        expect(await window.look("TABLE")).toMatchObject({ quantity: null })
      })

      it("no location's figure where the sum of them is hidden", async () => {
        const figures = async () =>
          (await window.look("WIDGET", "&locations=true")).locations.map(
            (one: { quantity: string | null }) => one.quantity
          )
        await settings({ display: "below", display_below: 15, locations: "all" })
        expect(await figures()).toEqual([null, null])
        await settings({ display_below: 16 })
        expect((await figures()).sort()).toEqual(["10", "5"])
      })

      it("nothing to be had where less is there than may be ordered", async () => {
        await settings({ display: "always" })
        await ofProduct("WIDGET", { order_quantities: { minimum: 16 } })
        expect(await window.look("WIDGET")).toMatchObject({
          ...{ status: "out_of_stock", quantity: "0", order_quantities: { minimum: "16" } },
        })
        await ofProduct("WIDGET", { order_quantities: { minimum: null, multiple: 5 } })
        expect(await window.look("WIDGET")).toMatchObject({ status: "in_stock", quantity: "15" })
      })

      it.each([
        "+variants.inventory_quantity",
        "*variants.inventory_items.inventory.location_levels",
        "+variants.inventory_items.inventory.location_levels.stocked_quantity",
      ])("no stock by %s of Medusa's routes, where the store hides it", async (fields) => {
        const { products, variants } = window
        for (const path of ["/products", `/products/${products.WIDGET}`]) {
          const answer = await window.get(`/store${path}?fields=${encodeURIComponent(fields)}`)
          expect(toldOf(answer)).toEqual([])
        }
        const own = encodeURIComponent(fields.replace("variants.", ""))
        for (const path of ["/product-variants", `/product-variants/${variants.WIDGET}`]) {
          expect(toldOf(await window.get(`/store${path}?fields=${own}`))).toEqual([])
        }
      })

      it("that stock has run low, by the rule of the channel", async () => {
        const rule = { inventory_item_id: window.shop.widget, threshold: 15 }
        await window.shop.admin.post("/stockroom/low-stock/rules", { ...rule, place: "together" })
        expect(await window.look("WIDGET")).toMatchObject({ status: "low_stock" })
        await window.shop.admin.post("/stockroom/low-stock/rules", {
          ...{ ...rule, threshold: 14, place: "channel", sales_channel_id: window.shop.channel },
        })
        expect(await window.look("WIDGET")).toMatchObject({ status: "in_stock" })
      })

      it("that something is sold out, or can be ordered all the same", async () => {
        await window.shop.checkout([{ variant: window.variants.VASE, quantity: 2 }])
        expect(await window.look("VASE")).toMatchObject({ status: "backorder" })
        await window.shop.placeOrder(15)
        expect(await window.look("WIDGET")).toMatchObject({ status: "out_of_stock" })
      })

      it("nothing of what is not for sale in the channel, as if it were not there", async () => {
        const { SECRET, ELSEWHERE } = window.variants
        const answer = await window.ask(["SECRET", "WIDGET", "ELSEWHERE"], "&variant_id=nowhere")
        expect(answer.not_found).toEqual([SECRET, ELSEWHERE, "nowhere"])
        expect(answer.availability).toHaveLength(1)
      })

      it("nothing of a location that is out of use", async () => {
        await settings({ display: "always" })
        await window.look("WIDGET")
        await window.shop.admin.post(`/stockroom/locations/${window.shop.lyon}/deactivate`, {
          destination_id: window.shop.berlin,
        })
        await window.shop.admin.post(
          `/inventory-items/${window.shop.widget}/location-levels/batch`,
          {
            update: [{ location_id: window.shop.lyon, stocked_quantity: 7 }],
          }
        )
        expect(await window.look("WIDGET")).toMatchObject({ quantity: "15" })
      })
    })

    describe("of what is out of stock, a shopper is told", () => {
      beforeEach(async () => {
        const { admin } = window.shop
        await admin.post("/stockroom/estimates", {
          ...{ title: "Soon", translations: { de: "Bald" }, is_default: true, priority: 1 },
        })
        await settings({ display: "always" })
        await window.shop.placeOrder(15)
      })

      it("the store's estimate, or the product's, in the shopper's language", async () => {
        expect(await window.look("WIDGET", "&locale=de-AT")).toMatchObject({
          estimate: { source: "title", title: "Bald", date: null, quantity: null },
        })
        expect(await window.look("TABLE")).toMatchObject({ estimate: null })
        const { estimate } = await window.shop.admin.post("/stockroom/estimates", {
          title: "Made to order",
        })
        await ofProduct("WIDGET", { estimate_id: estimate.id })
        expect(await window.look("WIDGET", "", { "x-medusa-locale": "de" })).toMatchObject({
          estimate: { estimate_id: estimate.id, title: "Made to order" },
        })
        await window.shop.admin.delete(`/stockroom/estimates/${estimate.id}`)
        expect(await window.look("WIDGET")).toMatchObject({ estimate: { title: "Soon" } })
      })

      it("the day on which a transfer brings more than earlier orders wait for", async () => {
        const { admin, berlin } = window.shop
        const wait = (quantity: number) =>
          admin.post("/stockroom/stock", {
            ...{ allow_negative: true },
            changes: [
              {
                ...{ op: "set", state: "available", inventory_item_id: window.shop.widget },
                ...{ location_id: berlin, quantity },
              },
            ],
          })
        // Lyon keeps 5 for the order of 15: others wait for 4.
        await wait(-9)
        await window.expect("WIDGET", 4, day(3), supplier)
        expect(await window.look("WIDGET")).toMatchObject({ estimate: { source: "title" } })
        const later = await window.expect("WIDGET", 10, day(9), supplier)
        expect((await window.look("WIDGET")).estimate).toEqual({
          ...{ source: "transfer", estimate_id: null, title: null },
          ...{ date: day(9), quantity: "10" },
        })
        await admin.post(`/stockroom/locations/${berlin}`, { lead_time_days: 2 })
        expect(await window.look("WIDGET")).toMatchObject({ estimate: { date: day(11) } })
        await admin.post(`/stockroom/transfers/${later}`, { expected_at: day(5) })
        expect(await window.look("WIDGET")).toMatchObject({ estimate: { date: day(7) } })
        await ofProduct("WIDGET", { display: "never" })
        expect(await window.look("WIDGET")).toMatchObject({
          estimate: { date: day(7), quantity: null },
        })
        await admin.post(`/stockroom/transfers/${later}/cancel`, {})
        expect(await window.look("WIDGET")).toMatchObject({ estimate: { source: "title" } })
      })
    })

    describe("locations", () => {
      const told = async (more = "") =>
        (await window.look("WIDGET", `&locations=true${more}`)).locations

      it("are told only where the merchant shows them", async () => {
        expect(await told()).toBeNull()
        await settings({ locations: "all", display: "always" })
        expect(await window.look("WIDGET")).toMatchObject({ locations: null })
        const place = { pickup: false, distance_km: null, status: "in_stock" }
        expect(await told()).toEqual(
          expect.arrayContaining([
            { ...place, location_id: window.shop.berlin, name: "Berlin", quantity: "10" },
            { ...place, location_id: window.shop.lyon, name: "Lyon", quantity: "5" },
          ])
        )
        await settings({ locations: "pickup" })
        expect(await told()).toEqual([])
      })

      it("begin with those where orders can be picked up, the nearest first", async () => {
        const { admin, berlin, lyon } = window.shop
        const { stock_location } = await admin.post("/stock-locations", { name: "Paris" })
        const paris = stock_location.id
        await admin.post(`/stock-locations/${paris}/sales-channels`, { add: [window.shop.channel] })
        const stock = getContainer().resolve(Modules.INVENTORY) as unknown as StockroomModuleService
        await stock.syncLocations()
        for (const [id, latitude, longitude] of [
          ...[[berlin, 52.52, 13.4] as const, [lyon, 45.76, 4.84] as const],
          [paris, 48.86, 2.35] as const,
        ]) {
          await admin.post(`/stockroom/locations/${id}`, { latitude, longitude })
        }
        for (const [id, name] of [
          [berlin, "B"],
          [lyon, "L"],
        ]) {
          await admin.post(`/stock-locations/${id}/fulfillment-sets`, { name, type: "pickup" })
        }
        await settings({ locations: "all" })
        const nearMarseille = await told("&lat=43.3&lng=5.37")
        expect(
          nearMarseille.map((one: { name: string; pickup: boolean; distance_km: number }) => [
            ...[one.name, one.pickup, Math.round(one.distance_km)],
          ])
        ).toEqual([
          ["Lyon", true, 277],
          ["Berlin", true, 1186],
          ["Paris", false, 661],
        ])
      })
    })

    it("nobody is told what was true before a sale, once the sale is answered", async () => {
      await settings({ display: "always" })
      let sold = 0
      let done = false
      const look = async () => {
        const least = sold
        const { quantity } = await window.look("WIDGET")
        expect(Number(quantity)).toBeLessThanOrEqual(15 - least)
      }
      const crowd = Array.from({ length: 4 }, async () => {
        while (!done) await look()
      })
      for (const quantity of [1, 3, 2, 4]) {
        await window.shop.placeOrder(quantity)
        sold += quantity
        expect(await window.look("WIDGET")).toMatchObject({ quantity: String(15 - sold) })
      }
      done = true
      await Promise.all(crowd)
    })

    describe("a request", () => {
      it("may be about 100 variants, however they are named", async () => {
        const ids = Array.from({ length: 99 }, (_, index) => `variant_${index}`)
        const { WIDGET } = window.variants
        for (const query of [
          `variant_id=${[WIDGET, ...ids].join(",")}`,
          [WIDGET, ...ids].map((id) => `variant_id=${id}`).join("&"),
          [WIDGET, ...ids].map((id) => `variant_id[]=${id}`).join("&"),
        ]) {
          const answer = await window.get(`/store/stockroom/availability?${query}`)
          expect(answer.availability).toHaveLength(1)
          expect(answer.not_found).toEqual(ids)
        }
        const many = [WIDGET, ...ids, "one_more"].join(",")
        await expect(
          window.get(`/store/stockroom/availability?variant_id=${many}`)
        ).rejects.toMatchObject({ status: 400 })
      })

      it.each(["lat=&lng=", "lat=%20&lng=4", "lat=43.3&lng="])(
        "with %s is refused",
        async (where) => {
          await expect(window.look("WIDGET", `&locations=true&${where}`)).rejects.toMatchObject({
            status: 400,
          })
        }
      )

      it("names a channel of its key, where the key has several", async () => {
        await expect(
          window.look("WIDGET", "&sales_channel_id=sc_of_somebody_else")
        ).rejects.toMatchObject({ status: 400 })
        const more = `&sales_channel_id=${window.shop.channel}`
        expect(await window.look("WIDGET", more)).toMatchObject({ status: "in_stock" })
      })

      it("of any kind is answered or refused, and never fails", async () => {
        const text = fc.oneof(fc.string({ maxLength: 30, unit: "binary" }), fc.string())
        const value = fc.oneof(
          text,
          fc.constantFrom(
            window.variants.WIDGET,
            "true",
            "false",
            "-91",
            "NaN",
            "1e309",
            "",
            "\u0000"
          )
        )
        const key = fc.oneof(
          {
            weight: 5,
            arbitrary: fc.constantFrom("variant_id", "variant_id[]", "variant_id[a][b]"),
          },
          { weight: 5, arbitrary: fc.constantFrom("locations", "lat", "lng", "sales_channel_id") },
          { weight: 1, arbitrary: fc.constantFrom("locale", "fields", "__proto__", "limit") }
        )
        await settings({ locations: "all", display: "always" })
        await fc.assert(
          fc.asyncProperty(fc.array(fc.tuple(key, value), { maxLength: 6 }), async (pairs) => {
            // With two of them, Medusa's own middleware fails before any route of the Store API.
            const once = pairs.filter(
              ([k], index) => k !== "locale" || pairs.findIndex(([other]) => other === k) === index
            )
            const query = once.map(([k, v]) => `${k}=${safe(v)}`).join("&")
            const answer = await window
              .get(`/store/stockroom/availability?${query}`)
              .catch((error: unknown) => error)
            if (answer instanceof Error) {
              expect(answer).toBeInstanceOf(Refused)
              expect((answer as Refused).status).toBe(400)
            } else {
              expect(answer).toHaveProperty("availability")
            }
          }),
          { numRuns: 150 }
        )
      })
    })
  },
})

/** The fields of an answer that tell stock. */
function toldOf(answer: object): string[] {
  return JSON.stringify(answer).match(/"(inventory|stocked|available)_quantity"/g) ?? []
}

/** Lone surrogates cannot be sent at all. */
function safe(value: string): string {
  return encodeURIComponent(value.replace(/\p{Surrogate}/gu, ""))
}

import { testStore } from "../../test-store"

import { APP, BOOT_TIMEOUT } from "../support"
import { Window } from "./window"

jest.setTimeout(BOOT_TIMEOUT)

testStore({
  medusaConfigFile: APP,
  testSuite: ({ api, getContainer }) => {
    let window: Window

    beforeAll(async () => {
      window = await Window.open(api, getContainer())
    })

    const ofProduct = (sku = "WIDGET") => `/stockroom/products/${window.products[sku]}/availability`
    const ESTIMATES = "/stockroom/estimates"

    describe("an estimate", () => {
      it("is made, read, changed and deleted; there is one default", async () => {
        const { admin } = window.shop
        const first = await admin.post(ESTIMATES, {
          ...{ title: "Two weeks", translations: { de: "Zwei Wochen" }, is_default: true },
          ...{ priority: 2, lead_time_days: 1 },
        })
        expect(first.estimate).toMatchObject({
          ...{ title: "Two weeks", translations: { de: "Zwei Wochen" }, is_default: true },
          ...{ priority: 2, lead_time_days: 1 },
        })
        const path = `${ESTIMATES}/${first.estimate.id}`
        expect(await admin.get(path)).toEqual(first)
        const second = await admin.post(ESTIMATES, { title: "Tomorrow", is_default: true })
        const { estimates, count } = await admin.get(ESTIMATES)
        expect(count).toBe(2)
        expect(
          estimates.map((one: { title: string; is_default: boolean }) => [
            one.title,
            one.is_default,
          ])
        ).toEqual([
          ["Tomorrow", true],
          ["Two weeks", false],
        ])
        const { estimate } = await admin.post(path, { is_default: true, translations: null })
        expect(estimate).toMatchObject({ title: "Two weeks", translations: {}, is_default: true })
        expect((await admin.get(`${ESTIMATES}/${second.estimate.id}`)).estimate.is_default).toBe(
          false
        )
        expect(await admin.delete(path)).toMatchObject({ deleted: true })
        expect(await admin.refused("get", path)).toMatchObject({
          ...{ status: 404, details: { estimate_id: first.estimate.id } },
        })
        expect(await admin.refused("delete", path)).toMatchObject({ status: 404 })
      })

      it.each<[string, object, string]>([
        ["without a title", { title: "  " }, "title"],
        ["in no language", { title: "Soon", translations: { "": "Bald" } }, "translations"],
        ["of a lead time below zero", { title: "Soon", lead_time_days: -1 }, "lead_time_days"],
        ["with what nobody knows", { title: "Soon", colour: "red" }, "colour"],
      ])("%s is refused", async (_, body, named) => {
        const answer = await window.shop.admin.refused("post", ESTIMATES, body)
        expect(answer.status).toBe(400)
        expect(answer.message).toContain(named)
      })
    })

    describe("the settings", () => {
      it("of the store are those of the options until they are changed", async () => {
        const { admin } = window.shop
        const path = "/stockroom/availability"
        const options = { display: "never", display_below: null, locations: "none" }
        expect((await admin.get(path)).store_availability).toEqual(options)
        const changed = { display: "below", display_below: "5", locations: "pickup" }
        expect((await admin.post(path, changed)).store_availability).toEqual(changed)
        expect((await admin.post(path, { display: null })).store_availability).toEqual({
          ...{ ...options, locations: "pickup" },
        })
        expect(
          await admin.refused("post", path, { display: "always", display_below: 3 })
        ).toMatchObject({ status: 400, details: { field: "display_below" } })
      })

      it("of a product are kept beside each other, and taken away one by one", async () => {
        const { admin } = window.shop
        const rules = { minimum: "6", maximum: "60", multiple: "6", allowed: null }
        const before = await admin.get(ofProduct())
        expect(before.product_availability).toMatchObject({ display: null, estimate_id: null })
        await admin.post(ofProduct(), {
          order_quantities: { minimum: 6, maximum: 60, multiple: 6 },
        })
        const { product_availability } = await admin.post(ofProduct(), { display: "always" })
        expect(product_availability).toMatchObject({ display: "always", order_quantities: rules })
        expect(await window.look("WIDGET")).toMatchObject({
          quantity: "15",
          order_quantities: rules,
        })
        await admin.post(ofProduct(), { display: null, order_quantities: null })
        expect(await admin.get(ofProduct())).toEqual(before)
      })

      it.each<[string, object, number, string]>([
        ["an estimate that is not there", { estimate_id: "iest_gone" }, 404, "iest_gone"],
        ["a display below no number", { display: "below" }, 400, "display_below"],
        [
          "limits that exclude each other",
          { order_quantities: { minimum: 6, maximum: 5 } },
          400,
          "order_quantities.maximum",
        ],
        ["a quantity that is none", { order_quantities: { minimum: "six" } }, 400, "six"],
      ])("of a product with %s are refused", async (_, body, status, named) => {
        const answer = await window.shop.admin.refused("post", ofProduct(), body)
        expect(answer.status).toBe(status)
        expect(answer.message).toContain(named)
      })

      it("of a product that is not there are refused", async () => {
        const path = "/stockroom/products/prod_gone/availability"
        expect(await window.shop.admin.refused("post", path, { display: "always" })).toMatchObject({
          status: 404,
        })
      })
    })

    describe("with order quantities, a cart", () => {
      const dozen = () =>
        window.shop.admin.post(ofProduct(), { order_quantities: { minimum: 4, multiple: 2 } })
      const line = (quantity: number) => ({ variant_id: window.variants.WIDGET, quantity })

      it("takes only what they allow, over all lines of a variant", async () => {
        await dozen()
        const { shop } = window
        const refused = await window.refused("/carts", { region_id: shop.region, items: [line(2)] })
        expect(refused.status).toBe(400)
        expect(refused.message).toContain(
          `variant ${window.variants.WIDGET}: order at least 4 (minimum)`
        )

        const { cart } = await shop.store("/carts", { region_id: shop.region, items: [line(4)] })
        const lines = `/carts/${cart.id}/line-items`
        expect((await window.refused(lines, line(1))).message).toContain(
          "a multiple of 2 (multiple)"
        )
        const { cart: more } = await shop.store(lines, line(2))
        expect(more.items[0].quantity).toBe(6)
        const item = `${lines}/${more.items[0].id}`
        expect(await window.refused(item, { quantity: 3 })).toMatchObject({ status: 400 })
        await shop.store(item, { quantity: 8 })
        await shop.store(lines, { variant_id: window.variants.TABLE, quantity: 1 })
        await shop.store(item, { quantity: 0 })
      })

      it("that was filled before they came is not completed", async () => {
        const { shop } = window
        const cart = await shop.fillCart([{ variant: window.variants.WIDGET, quantity: 3 }])
        const done = await shop.fillCart([{ variant: window.variants.WIDGET, quantity: 1 }])
        const { order } = await shop.store(`/carts/${done}/complete`, {})
        await dozen()
        expect((await window.refused(`/carts/${cart}/complete`, {})).message).toContain("(minimum)")
        // What is completed already is answered with its order.
        expect((await shop.store(`/carts/${done}/complete`, {})).order.id).toBe(order.id)
      })

      it("that is not well-formed is refused by Medusa", async () => {
        await dozen()
        for (const body of [
          {},
          { variant_id: 7, quantity: 1 },
          { variant_id: "x", quantity: "4" },
        ]) {
          expect(await window.refused("/carts/cart_gone/line-items", body)).toMatchObject({
            status: 400,
          })
        }
        const { shop } = window
        expect(
          await window.refused("/carts", { region_id: shop.region, items: "many" })
        ).toMatchObject({ status: 400 })
      })
    })
  },
})

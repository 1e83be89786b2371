import { testStore } from "../test-store"
import { type Glassworks, openGlassworks } from "./orders/glassworks"
import type { Answer, Shop } from "./shop"
import { APP, BOOT_TIMEOUT, eventually } from "./support"

jest.setTimeout(BOOT_TIMEOUT)

testStore({
  medusaConfigFile: APP,
  testSuite: ({ api, getContainer }) => {
    let works: Glassworks
    let admin: Shop["admin"]

    beforeAll(async () => {
      works = await openGlassworks(api, getContainer())
      admin = works.shop.admin
    })

    const variantStock = (id: string) => admin.get(`/stockroom/variants/${id}/stock`)

    describe("GET /admin/stockroom/variants/:id/stock", () => {
      it("has the states of each item at every location, by priority", async () => {
        const { variant_stock, locations } = await variantStock(works.variants.WIDGET)
        expect(locations).toEqual([
          {
            ...{ id: works.places.A, name: "Berlin", active: true, attached: true },
            ...{ priority: 1, kind: "warehouse" },
          },
          {
            ...{ id: works.places.B, name: "Lyon", active: true, attached: true },
            ...{ priority: 2, kind: "warehouse" },
          },
        ])
        expect(variant_stock).toMatchObject({
          variant_id: works.variants.WIDGET,
          sku: "G-WIDGET",
          manage_inventory: true,
          makeable: {
            together: "188",
            by_location: [
              { location_id: works.places.A, quantity: "25" },
              { location_id: works.places.B, quantity: "163" },
            ],
          },
        })
        expect(variant_stock.items).toHaveLength(1)
        expect(variant_stock.items[0]).toMatchObject({
          inventory_item_id: works.items.WIDGET,
          required_quantity: "1",
        })
        expect(variant_stock.items[0].levels).toEqual([
          expect.objectContaining({
            ...{ location_id: works.places.A, available: "25", committed: "10", on_hand: "35" },
          }),
          expect.objectContaining({
            ...{ location_id: works.places.B, available: "163", committed: "0", on_hand: "163" },
          }),
        ])
      })

      it("counts how many of a kit the locations that are sold from can make", async () => {
        const { product } = await admin.post("/products", {
          title: "Still",
          options: [{ title: "Kind", values: ["Kit"] }],
          variants: [
            {
              title: "Kit",
              sku: "KIT",
              manage_inventory: true,
              options: { Kind: "Kit" },
              prices: [],
              inventory_items: [
                { inventory_item_id: works.items.WIDGET, required_quantity: 10 },
                { inventory_item_id: works.items.ALEMBIC, required_quantity: 2 },
              ],
            },
          ],
        })
        const kit = product.variants[0].id
        expect((await variantStock(kit)).variant_stock.makeable).toEqual({
          // 188 WIDGET make 18, 60 ALEMBIC make 30.
          together: "18",
          by_location: [
            { location_id: works.places.A, quantity: "2" },
            { location_id: works.places.B, quantity: "16" },
          ],
        })

        await admin.post(`/stock-locations/${works.places.B}/sales-channels`, {
          remove: [works.shop.channel],
        })
        // Stockroom hears of it by an event.
        await eventually(async () => {
          const { locations } = await variantStock(kit)
          expect(locations.map(({ attached }: Answer) => attached)).toEqual([true, false])
        })
        const { variant_stock } = await variantStock(kit)
        expect(variant_stock.makeable).toEqual({
          together: "2",
          by_location: [{ location_id: works.places.A, quantity: "2" }],
        })
      })

      it("knows of a variant without items that nothing can be made", async () => {
        const { product } = await admin.post("/products", {
          title: "Lesson",
          options: [{ title: "Kind", values: ["Hour"] }],
          variants: [
            { title: "Hour", manage_inventory: false, options: { Kind: "Hour" }, prices: [] },
          ],
        })
        expect((await variantStock(product.variants[0].id)).variant_stock).toMatchObject({
          manage_inventory: false,
          items: [],
          makeable: null,
        })
      })

      it("names the variant that is not there", async () => {
        expect(await admin.refused("get", "/stockroom/variants/variant_gone/stock")).toMatchObject({
          status: 404,
          message: expect.stringContaining("variant_gone"),
        })
      })
    })

    describe("GET /admin/stockroom/items/:id/stock", () => {
      it("has the item's levels, and the variants that take it", async () => {
        const { item_stock, locations } = await admin.get(
          `/stockroom/items/${works.items.FLASK}/stock`
        )
        expect(locations).toHaveLength(2)
        expect(item_stock).toMatchObject({
          inventory_item_id: works.items.FLASK,
          sku: "G-FLASK",
          variants: [{ id: works.variants.FLASK, title: "FLASK" }],
          levels: [
            { location_id: works.places.A, available: "2" },
            { location_id: works.places.B, available: "14", reserved: "10", reserved_free: "10" },
          ],
        })
      })

      it("takes neither reservations nor what is held for an order as free", async () => {
        await admin.post("/reservations", {
          ...{ inventory_item_id: works.items.ALEMBIC, location_id: works.places.B, quantity: 4 },
        })
        // 19 at A and 37 at B: no location has 40, so what A lacks is held at B.
        await works.order([{ sku: "ALEMBIC", quantity: 40 }])
        const { item_stock } = await admin.get(`/stockroom/items/${works.items.ALEMBIC}/stock`)
        expect(item_stock.levels[1]).toMatchObject({ reserved: "31", reserved_free: "6" })
      })

      it("names the item that is not there", async () => {
        expect(await admin.refused("get", "/stockroom/items/iitem_gone/stock")).toMatchObject({
          status: 404,
          message: expect.stringContaining("iitem_gone"),
        })
      })
    })

    describe("GET /admin/stockroom/commitments", () => {
      it("lists the orders that stock is committed to, oldest first", async () => {
        const order = await works.order([{ sku: "WIDGET", quantity: 3 }])
        const at = `inventory_item_id=${works.items.WIDGET}&location_id=${works.places.A}`
        const { commitments, count } = await admin.get(`/stockroom/commitments?${at}`)
        expect(count).toBe(2)
        expect(commitments.map(({ quantity }: Answer) => quantity)).toEqual(["10", "3"])
        expect(commitments[1]).toMatchObject({
          location_id: works.places.A,
          line_item_id: order.items[0].id,
          order: { id: order.id, display_id: order.display_id, email: "ada@example.com" },
        })

        const page = await admin.get(`/stockroom/commitments?${at}&limit=1&offset=1`)
        expect(page).toMatchObject({ commitments: [commitments[1]], count: 2, limit: 1, offset: 1 })
        const elsewhere = `inventory_item_id=${works.items.WIDGET}&location_id=${works.places.B}`
        expect(await admin.get(`/stockroom/commitments?${elsewhere}`)).toMatchObject({
          commitments: [],
          count: 0,
        })
      })

      it("asks for the item", async () => {
        expect(await admin.refused("get", "/stockroom/commitments")).toMatchObject({
          status: 400,
          message: expect.stringContaining("inventory_item_id"),
        })
      })
    })

    it("GET /admin/stockroom/options tells that any reason is allowed", async () => {
      expect(await admin.get("/stockroom/options")).toEqual({
        options: {
          reasons: null,
          transfers: {
            ...{ origin_deduction: "on_pending", allow_over_receipt: false, custom_fields: [] },
          },
        },
      })
    })
  },
})

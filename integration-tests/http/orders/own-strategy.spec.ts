import { Modules } from "@medusajs/framework/utils"

import { testStore } from "../../test-store"
import { BOOT_TIMEOUT } from "../support"
import { buildStoreOfPage } from "./docs-store"
import { type Glassworks, openGlassworks } from "./glassworks"

jest.setTimeout(BOOT_TIMEOUT)

const store = buildStoreOfPage("allocation-strategies.md")
const before = process.cwd()

// Medusa finds a store's own modules from the folder that it is started in.
process.chdir(store)
afterAll(() => process.chdir(before))

testStore({
  medusaConfigFile: store,
  testSuite: ({ api, getContainer }) => {
    /**
     * The glassworks, and the location that the page's configuration calls cheap. It comes last by
     * priority, and has three WIDGETs and one ALEMBIC.
     */
    describe("the strategy of docs/allocation-strategies.md", () => {
      let glass: Glassworks

      beforeAll(async () => {
        glass = await openGlassworks(api as never, getContainer())
        await getContainer()
          .resolve(Modules.STOCK_LOCATION)
          .createStockLocations({ id: CHEAP, name: "Cheap" } as never)
        const { admin, channel } = glass.shop
        await admin.post(`/stock-locations/${CHEAP}/sales-channels`, { add: [channel] })
        await admin.post(`/stockroom/locations/${CHEAP}`, { priority: 9 })
        for (const [sku, stocked_quantity] of [
          ["WIDGET", 3],
          ["ALEMBIC", 1],
        ] as const) {
          const path = `/inventory-items/${glass.items[sku]}/location-levels`
          await admin.post(path, { location_id: CHEAP, stocked_quantity })
        }
      })

      afterEach(async () => {
        expect(await glass.drifts()).toEqual([])
      })

      it("decides where an order ships from, and the order says so", async () => {
        const order = await glass.order([{ sku: "WIDGET", quantity: 2 }])

        const { allocations } = await glass.orderStock(order.id)
        expect(allocations).toEqual([
          expect.objectContaining({
            inventory_item_id: glass.items.WIDGET,
            location_id: CHEAP,
            quantity: "2",
            strategy: "cheapest",
            reason: "covers",
          }),
        ])
        expect(await stockAtCheap(glass, "WIDGET")).toMatchObject({
          available: "1",
          committed: "2",
        })
      })

      it("ranks only: what covers is taken first, and what is short is held elsewhere", async () => {
        const covered = await glass.order([{ sku: "WIDGET", quantity: 5 }])
        const short = await glass.order([{ sku: "ALEMBIC", quantity: 50 }])

        expect(await glass.orderStock(covered.id)).toMatchObject({
          allocations: [{ location_id: glass.places.A, strategy: "cheapest", reason: "covers" }],
        })
        expect(await glass.orderStock(short.id)).toMatchObject({
          allocations: [{ location_id: CHEAP, strategy: "cheapest", reason: "together" }],
          holds: [
            { location_id: glass.places.A, quantity: "19" },
            { location_id: glass.places.B, quantity: "30" },
          ],
        })
        expect(await stockAtCheap(glass, "ALEMBIC")).toMatchObject({
          available: "-49",
          committed: "50",
        })
      })

      it("answers a dry run, beside the strategies that Stockroom brings", async () => {
        const preview = (strategy?: string) =>
          glass.shop.admin.post("/stockroom/allocations/preview", {
            sales_channel_id: glass.shop.channel,
            items: [{ inventory_item_id: glass.items.WIDGET, quantity: 2 }],
            strategy,
          })

        expect(await preview()).toMatchObject({
          allocation: { strategy: "cheapest", items: [{ location_id: CHEAP }] },
        })
        expect(await preview("priority")).toMatchObject({
          allocation: { strategy: "priority", items: [{ location_id: glass.places.A }] },
        })
      })
    })
  },
})

/** The id that the page's configuration has a cost for. */
const CHEAP = "sloc_1"

async function stockAtCheap({ shop, items }: Glassworks, sku: "WIDGET" | "ALEMBIC") {
  const { stock } = await shop.admin.get(
    `/stockroom/stock?inventory_item_id=${items[sku]}&location_id=${CHEAP}`
  )
  return stock[0]
}

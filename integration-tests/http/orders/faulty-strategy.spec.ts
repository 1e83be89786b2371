import { join } from "node:path"

import { Modules } from "@medusajs/framework/utils"

import { DETACHED, type Whim } from "../../app-own-strategy/whims/service"
import { testStore } from "../../test-store"
import { BOOT_TIMEOUT } from "../support"
import { type Glassworks, type Line, openGlassworks } from "./glassworks"

jest.setTimeout(BOOT_TIMEOUT)

testStore({
  medusaConfigFile: join(__dirname, "..", "..", "app-own-strategy"),
  testSuite: ({ api, getContainer }) => {
    describe("a strategy that takes the place of `priority`", () => {
      let glass: Glassworks
      const wanted: Line[] = [
        { sku: "WIDGET", quantity: 1 },
        { sku: "ALEMBIC", quantity: 20 },
      ]
      const lines = () => wanted.map((line) => ({ ...line, variant: glass.variants[line.sku] }))

      beforeAll(async () => {
        glass = await openGlassworks(api as never, getContainer())
        await getContainer()
          .resolve(Modules.STOCK_LOCATION)
          .createStockLocations({ id: DETACHED, name: "Detached" } as never)
        await glass.shop.admin.post(`/inventory-items/${glass.items.WIDGET}/location-levels`, {
          location_id: DETACHED,
          stocked_quantity: 1000,
        })
      })

      afterEach(async () => {
        expect(await glass.drifts()).toEqual([])
      })

      it("wins: the last location comes first", async () => {
        const order = await glass.order([{ sku: "WIDGET", quantity: 1 }])

        expect(await glass.orderStock(order.id)).toMatchObject({
          allocations: [{ location_id: glass.places.B, strategy: "priority", reason: "covers" }],
        })
      })

      it("that fails stops the order, and nothing is sold", async () => {
        const before = await figures(glass)
        for (const [whim, method] of [
          ["fails in prepare", "prepare"],
          ["fails in rank", "rank"],
          ["gives no list", "rank"],
          ["waits", "rank"],
        ] satisfies [Whim, string][]) {
          const refused = await glass.shop.checkoutRefused(lines(), { metadata: { whim } })
          expect({ whim, ...refused }).toEqual({
            whim,
            status: 500,
            type: "unexpected_state",
            message: `The allocation strategy "priority" failed in ${method}; the server's log tells why`,
          })
          expect(await figures(glass)).toEqual(before)
        }

        // The next order is sold as ever.
        await glass.order(wanted)
        expect(await glass.stock("ALEMBIC", "B")).toMatchObject({ committed: "20" })
      })

      it("that names what is not eligible, or nothing, is helped out: by priority", async () => {
        for (const whim of ["names a stranger", "forgets them all"] satisfies Whim[]) {
          const order = await glass.shop.checkout(lines(), { metadata: { whim } })

          const { allocations } = await glass.orderStock(order.id)
          expect(allocations).toHaveLength(2)
          expect(allocations).toEqual(
            expect.arrayContaining([
              committed(glass.items.WIDGET, glass.places.A),
              committed(glass.items.ALEMBIC, glass.places.B),
            ])
          )
        }
      })

      it("that makes stock up sells none of it", async () => {
        const whim: Whim = "makes stock up"
        const all = [{ variant: glass.variants.ALEMBIC, quantity: 60 }]
        const order = await glass.shop.checkout(all, { metadata: { whim } })

        expect(await glass.orderStock(order.id)).toMatchObject({
          allocations: [{ location_id: glass.places.A, quantity: "60", reason: "together" }],
          holds: [{ location_id: glass.places.B, quantity: "41" }],
        })
        expect(await glass.stock("ALEMBIC", "B")).toEqual({ reserved: "47" })
      })
    })
  },
})

function committed(itemId: string, locationId: string) {
  const reason = "covers"
  return expect.objectContaining({ inventory_item_id: itemId, location_id: locationId, reason })
}

async function figures(glass: Glassworks) {
  const all = []
  for (const sku of ["WIDGET", "ALEMBIC"] as const) {
    all.push(await glass.stock(sku, "A"), await glass.stock(sku, "B"))
  }
  return all
}

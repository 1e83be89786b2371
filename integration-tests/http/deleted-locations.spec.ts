import { deleteStockLocationsWorkflow } from "@medusajs/medusa/core-flows"

import type { StockroomModuleService } from "../../src/modules/inventory"
import { testStore } from "../test-store"
import { type Answer, openShop, type Shop } from "./shop"
import { APP, BOOT_TIMEOUT } from "./support"

jest.setTimeout(BOOT_TIMEOUT)

testStore({
  medusaConfigFile: APP,
  testSuite: ({ api, getContainer }) => {
    let shop: Shop

    beforeAll(async () => {
      shop = await openShop(api as never, getContainer())
    })

    const stock = () => getContainer().resolve("inventory") as unknown as StockroomModuleService
    const at = (item: string) => ({ inventory_item_id: item, location_id: shop.berlin })
    const verified = async () => (await shop.admin.get("/stockroom/verify")).verification
    const change = (changes: Answer[]) => shop.admin.post("/stockroom/stock", { changes })

    /** As a job does it: Medusa's workflow, without its route. */
    async function deleteBerlin() {
      await deleteStockLocationsWorkflow(getContainer()).run({ input: { ids: [shop.berlin] } })
      await stock().syncLocations()
    }

    async function levelsInBerlin(): Promise<number> {
      return (await stock().listInventoryLevels({ location_id: shop.berlin })).length
    }

    describe("a location", () => {
      it("is deleted once it was deactivated into another", async () => {
        await shop.admin.post(`/stockroom/locations/${shop.berlin}/deactivate`, {
          destination_id: shop.lyon,
        })

        await shop.admin.delete(`/stock-locations/${shop.berlin}`)
        await stock().syncLocations()

        expect(await levelsInBerlin()).toBe(0)
        expect(await verified()).toMatchObject({ drifts: [], notices: [] })
      })

      it("is not deleted while units are damaged, or on their way", async () => {
        await change([
          { op: "move", ...at(shop.honey), from: "available", to: "damaged", quantity: 2.75 },
        ])
        await change([{ op: "count", ...at(shop.widget), quantity: 0 }])
        const level = `/inventory-items/${shop.widget}/location-levels/${shop.berlin}`
        await shop.admin.post(level, { incoming_quantity: 5 })

        const refusal = await shop.admin.refused("delete", `/stock-locations/${shop.berlin}`)

        expect(refusal).toMatchObject({ status: 400, type: "not_allowed" })
        expect(refusal.message).toContain(`item ${shop.widget}: 5 incoming`)
        expect(refusal.message).toContain("it still has stock of 1 items")
        expect(await levelsInBerlin()).toBe(2)
      })

      it("is nobody's to delete who is not logged in", async () => {
        await expect(api.delete(`/admin/stock-locations/${shop.berlin}`)).rejects.toMatchObject({
          response: { status: 401 },
        })
      })
    })

    describe("a location that was deleted with stock in it", () => {
      it("is listed by verify with what is left, until that is moved away", async () => {
        await shop.admin.post("/reservations", { ...at(shop.honey), quantity: 1 })
        await deleteBerlin()

        const { notices, drifts } = await verified()
        expect(drifts).toEqual([])
        expect(notices).toHaveLength(2)
        expect(notices).toEqual(
          expect.arrayContaining([
            {
              notice: "deleted_location",
              ...at(shop.honey),
              quantity: "2.75",
              movement_id: null,
              left: { available: "1.75", reserved: "1" },
            },
            {
              notice: "deleted_location",
              ...at(shop.widget),
              quantity: "10",
              movement_id: null,
              left: { available: "10" },
            },
          ])
        )

        const { reservations } = await shop.admin.get("/reservations")
        await shop.admin.delete(`/reservations/${reservations[0].id}`)
        const { moved } = await shop.admin.post(`/stockroom/locations/${shop.berlin}/deactivate`, {
          destination_id: shop.lyon,
        })
        expect(moved).toBe(2)
        expect(await verified()).toMatchObject({ drifts: [], notices: [] })
        await shop.admin.get("/stockroom/locations")
        expect(await levelsInBerlin()).toBe(0)
      })

      it("is listed also when it was deleted before Stockroom knew of it", async () => {
        // Without Medusa's workflow, whose event would make Stockroom look at once.
        const pg = getContainer().resolve("__pg_connection__")
        await pg.raw("update stock_location set deleted_at = now() where id = ?", [shop.berlin])
        await pg.raw("delete from inventory_location where id = ?", [shop.berlin])
        expect((await verified()).notices).toEqual([])

        await stock().syncLocations()

        expect((await verified()).notices).toMatchObject([
          { notice: "deleted_location", location_id: shop.berlin },
          { notice: "deleted_location", location_id: shop.berlin },
        ])
      })

      it("keeps what it holds when the location is restored", async () => {
        await deleteBerlin()

        await getContainer().resolve("stock_location").restoreStockLocations([shop.berlin])
        await stock().syncLocations()

        expect((await verified()).notices).toEqual([])
        expect(await levelsInBerlin()).toBe(2)
      })
    })
  },
})

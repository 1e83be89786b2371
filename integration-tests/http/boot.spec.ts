import { testStore } from "../test-store"
import { adminHeaders, APP, BOOT_TIMEOUT, storeHeaders } from "./support"

jest.setTimeout(BOOT_TIMEOUT)

testStore({
  medusaConfigFile: APP,
  testSuite: ({ api, getContainer }) => {
    describe("a store with the plugin", () => {
      it("lists inventory items to an admin", async () => {
        const headers = await adminHeaders(api, getContainer())
        const { status, data } = await api.get("/admin/inventory-items", { headers })

        expect(status).toBe(200)
        expect(data).toMatchObject({ inventory_items: [], count: 0 })
      })

      it("refuses whoever is not logged in", async () => {
        const refused = api.get("/admin/inventory-items")

        await expect(refused).rejects.toMatchObject({ response: { status: 401 } })
      })

      it("lists products to a shopper", async () => {
        const headers = await storeHeaders(getContainer())
        const { status, data } = await api.get("/store/regions", { headers })

        expect(status).toBe(200)
        expect(data.regions).toEqual([])
      })
    })
  },
})

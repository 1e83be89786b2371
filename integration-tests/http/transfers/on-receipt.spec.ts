import { testStore } from "../../test-store"
import { openShop } from "../shop"
import { APP_ON_RECEIPT, BOOT_TIMEOUT } from "../support"
import { Desk } from "./desk"

jest.setTimeout(BOOT_TIMEOUT)

testStore({
  medusaConfigFile: APP_ON_RECEIPT,
  testSuite: ({ api, getContainer }) => {
    let desk: Desk

    beforeAll(async () => {
      desk = new Desk(await openShop(api, getContainer()), { custom_fields: { truck: "B-1" } })
    })

    afterEach(async () => {
      expect(await desk.drifts()).toEqual([])
    })

    describe("a transfer that leaves the origin when it is received", () => {
      it("lets the origin go on selling, and shows there what will leave", async () => {
        const id = await desk.send(12)
        expect(await desk.ends()).toEqual({
          Berlin: { available: "10", incoming: "-12" },
          Lyon: { available: "5", incoming: "12" },
        })
        expect(await desk.rows(id)).toEqual([
          "transfer_out Lyon incoming 12",
          "transfer_out Berlin incoming -12",
        ])
      })

      it("takes from the origin what was accepted, below zero where it was sold meanwhile", async () => {
        const id = await desk.send(6)
        await desk.shop.placeOrder(8)
        const { transfer } = await desk.receive(id, { accepted: 4 })
        expect(transfer.status).toBe("partial")
        expect(await desk.ends()).toEqual({
          Berlin: { available: "-2", committed: "8", incoming: "-2" },
          Lyon: { available: "9", incoming: "2" },
        })
        expect((await desk.rows(id)).slice(2)).toEqual([
          "transfer_in Lyon incoming -4",
          "transfer_in Lyon available 4",
          "transfer_in Berlin incoming 4",
          "transfer_in Berlin available -4",
        ])
      })

      it("keeps its origin from being deactivated while it is on its way", async () => {
        await desk.send(6)
        const { admin, lyon, berlin } = desk.shop
        const refusal = await admin.refused("post", `/stockroom/locations/${berlin}/deactivate`, {
          destination_id: lyon,
        })
        expect(refusal.message).toContain("-6 incoming")
      })
    })

    describe("fields of the merchant's own", () => {
      it("are told by the options, and kept", async () => {
        const { admin } = desk.shop
        const { options } = await admin.get("/stockroom/options")
        expect(options.transfers).toMatchObject({
          origin_deduction: "on_receipt",
          allow_over_receipt: true,
          custom_fields: [
            { key: "truck", label: "Truck", type: "text", required: true },
            { key: "dock", type: "select", options: ["North", "South"] },
          ],
        })
        const id = await desk.draft(1, { custom_fields: { truck: "B-2", dock: "North" } })
        expect((await desk.read(id)).custom_fields).toEqual({ truck: "B-2", dock: "North" })
        await admin.post(`/stockroom/transfers/${id}`, { custom_fields: { dock: null } })
        expect((await desk.read(id)).custom_fields).toEqual({ truck: "B-2" })
      })

      it.each([
        [{ colour: "red" }, "custom_fields.colour"],
        [{ dock: "West" }, "custom_fields.dock"],
      ])("are refused: %j", async (custom_fields, field) => {
        const refusal = await desk.shop.admin.refused(
          "post",
          "/stockroom/transfers",
          desk.bodyOf(1, { custom_fields })
        )
        expect(refusal).toMatchObject({ status: 400, details: { field } })
      })

      it("that are required keep a draft from being sent", async () => {
        const id = await desk.draft(1, { custom_fields: {} })
        expect(await desk.refused(id, "pending")).toMatchObject({
          status: 400,
          details: { field: "custom_fields.truck" },
        })
      })
    })
  },
})

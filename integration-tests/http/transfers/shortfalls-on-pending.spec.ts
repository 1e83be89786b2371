import { testStore } from "../../test-store"
import { APP, BOOT_TIMEOUT } from "../support"
import { openShortfall, SHORT, type Shortfall } from "./shortfalls"

jest.setTimeout(BOOT_TIMEOUT)

testStore({
  medusaConfigFile: APP,
  testSuite: ({ api, getContainer }) => {
    let on: Shortfall

    beforeAll(async () => {
      on = await openShortfall(api, getContainer())
    })

    afterEach(async () => {
      expect(await on.glass.drifts()).toEqual([])
    })

    it("a hold drafts its transfer, and stays while it is a draft", async () => {
      const { transfer } = await on.draft()
      expect(transfer).toMatchObject({
        ...{ status: "draft", origin_id: on.glass.places.B, destination_id: on.glass.places.A },
        lines: [{ quantity: "31", hold_id: on.hold, order_id: on.order.id }],
      })
      expect(await on.alembics()).toEqual(SHORT)
      const again = await on.glass.shop.admin.refused(
        "post",
        `/stockroom/holds/${on.hold}/draft-transfer`
      )
      expect(again).toMatchObject({ status: 409, details: { transfer_id: transfer.id } })
    })

    it("pending takes what is held; the receipt covers the shortfall, nothing is committed again", async () => {
      const { transfer } = await on.draft()
      await on.step(transfer.id, "pending")
      expect(await on.alembics()).toEqual({
        A: { available: "-31", committed: "50", incoming: "31" },
        B: { available: "10", reserved: "6" },
      })
      expect(await on.holds()).toEqual([])
      await on.step(transfer.id, "receive", { accept_rest: true })
      expect(await on.alembics()).toEqual({
        A: { committed: "50" },
        B: { available: "10", reserved: "6" },
      })
      const { events } = await on.glass.orderStock(on.order.id)
      expect(events.map(({ kind }: { kind: string }) => kind)).toEqual([
        ...["commit", "hold", "transfer_out", "transfer_in"],
      ])
    })

    it("cancelling holds again what had not arrived", async () => {
      const { transfer } = await on.draft()
      await on.step(transfer.id, "pending")
      await on.step(transfer.id, "receive", {
        lines: [{ inventory_item_id: on.glass.items.ALEMBIC, accepted: 11 }],
      })
      await on.step(transfer.id, "cancel")
      expect(await on.alembics()).toEqual({
        A: { available: "-20", committed: "50" },
        B: { available: "10", reserved: "26" },
      })
      expect(await on.holds()).toMatchObject([{ quantity: "20" }])
    })

    it("cancelling holds nothing for an order that was cancelled meanwhile", async () => {
      const { transfer } = await on.draft()
      await on.step(transfer.id, "pending")
      await on.glass.shop.admin.post(`/orders/${on.order.id}/cancel`)
      await on.step(transfer.id, "cancel")
      expect(await on.alembics()).toEqual({
        A: { available: "19" },
        B: { available: "41", reserved: "6" },
      })
      expect(await on.holds()).toEqual([])
    })

    it("more than is held comes from what is available, and is refused where there is not enough", async () => {
      const { transfer } = await on.draft()
      const path = `/stockroom/transfers/${transfer.id}`
      const lines = (quantity: number) => ({
        lines: [{ inventory_item_id: on.glass.items.ALEMBIC, quantity }],
      })
      const { admin } = on.glass.shop
      await admin.post(path, lines(42))
      expect(await admin.refused("post", `${path}/pending`)).toMatchObject({
        status: 400,
        details: { short: [{ has: "41", asked: "42" }] },
      })
      await admin.post(path, lines(40))
      await on.step(transfer.id, "pending")
      expect((await on.alembics()).B).toEqual({ available: "1", reserved: "6" })
      await on.step(transfer.id, "cancel")
      expect(await on.alembics()).toEqual(SHORT)
    })

    it("a hold that was let go leaves its draft an ordinary transfer", async () => {
      const { transfer } = await on.draft()
      await on.glass.shop.admin.post(`/orders/${on.order.id}/cancel`)
      await on.step(transfer.id, "pending")
      expect(await on.alembics()).toEqual({
        A: { available: "19", incoming: "31" },
        B: { available: "10", reserved: "6" },
      })
    })
  },
})

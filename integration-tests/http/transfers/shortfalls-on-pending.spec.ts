import { testStore } from "../../test-store"
import type { Answer } from "../shop"
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

    it("the order tells of the transfer that covers a hold, whatever its status", async () => {
      const told = async () => {
        const { proposals, transfers } = await on.glass.orderStock(on.order.id)
        return {
          covered: proposals.map((one: Answer) => one.transfer_id),
          transfers: transfers.map((one: Answer) => [one.id, one.status, one.lines[0].outstanding]),
        }
      }
      expect(await told()).toEqual({ covered: [null], transfers: [] })
      const { transfer } = await on.draft()
      const { id } = transfer
      expect(await told()).toEqual({ covered: [id], transfers: [[id, "draft", "31"]] })
      await on.step(id, "pending")
      expect(await told()).toEqual({ covered: [], transfers: [[id, "pending", "31"]] })
      await on.step(id, "receive", {
        lines: [{ inventory_item_id: on.glass.items.ALEMBIC, accepted: 11 }],
      })
      expect(await told()).toEqual({ covered: [], transfers: [[id, "partial", "20"]] })
      await on.step(id, "cancel")
      expect(await told()).toEqual({ covered: [null], transfers: [[id, "canceled", "0"]] })
      const again = await on.draftAll((await on.holds()).map((hold) => hold.id))
      expect(await told()).toEqual({
        covered: [again.transfer.id],
        transfers: [
          [again.transfer.id, "draft", "20"],
          [id, "canceled", "0"],
        ],
      })
      await on.glass.shop.admin.delete(`/stockroom/transfers/${again.transfer.id}`)
      expect(await told()).toEqual({ covered: [null], transfers: [[id, "canceled", "0"]] })
    })

    it("one draft covers all that is held at one location for another", async () => {
      const order = await on.glass.order([
        { sku: "WIDGET", quantity: 170 },
        { sku: "FLASK", quantity: 15 },
      ])
      const { holds } = await on.glass.orderStock(order.id)
      const ids = holds.map((hold: Answer) => hold.id)
      const { transfer } = await on.draftAll(ids, { reference: `Order ${order.display_id}` })
      expect(transfer.reference).toBe(`Order ${order.display_id}`)
      expect(transfer.lines.map((line: Answer) => line.hold_id)).toEqual(ids)
      expect(transfer.lines.map((line: Answer) => line.hold_quantity)).toEqual(
        holds.map((hold: Answer) => hold.quantity)
      )
      const refused = async (hold_ids: string[]) =>
        await on.glass.shop.admin.refused("post", "/stockroom/holds/draft-transfer", { hold_ids })
      expect(await refused(ids)).toMatchObject({
        status: 409,
        details: { transfer_id: transfer.id },
      })
      expect(await refused([on.hold, on.hold])).toMatchObject({
        status: 400,
        details: { field: "hold_ids[1]" },
      })
      expect(await refused([on.hold, "ihold_gone"])).toMatchObject({
        status: 404,
        details: { hold_id: "ihold_gone" },
      })
      expect(await refused([])).toMatchObject({ status: 400 })
    })

    it("of many drafts for one hold that are made at once, one is", async () => {
      const { admin } = on.glass.shop
      const path = `/stockroom/holds/${on.hold}/draft-transfer`
      const made = await Promise.allSettled(Array.from({ length: 6 }, () => admin.post(path)))
      expect(made.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
      expect((await on.glass.orderStock(on.order.id)).transfers).toHaveLength(1)
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

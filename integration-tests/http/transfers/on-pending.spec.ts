import { testStore } from "../../test-store"
import { openShop } from "../shop"
import { APP, BOOT_TIMEOUT } from "../support"
import { Desk } from "./desk"

jest.setTimeout(BOOT_TIMEOUT)

testStore({
  medusaConfigFile: APP,
  testSuite: ({ api, getContainer }) => {
    let desk: Desk

    beforeAll(async () => {
      desk = new Desk(await openShop(api, getContainer()))
    })

    afterEach(async () => {
      expect(await desk.drifts()).toEqual([])
    })

    describe("a transfer that leaves the origin when it is marked pending", () => {
      it("is refused while it would take the origin below zero, naming every short item", async () => {
        const { widget, honey } = desk.shop
        const id = await desk.draft([
          { inventory_item_id: widget, quantity: 11 },
          { inventory_item_id: honey, quantity: "2.76" },
        ])
        const refusal = await desk.refused(id, "pending")
        expect(refusal.status).toBe(400)
        expect(refusal.details.short).toEqual([
          expect.objectContaining({ inventory_item_id: widget, has: "10", asked: "11" }),
          expect.objectContaining({ inventory_item_id: honey, has: "2.75", asked: "2.76" }),
        ])
        expect(await desk.ends()).toEqual({ Berlin: { available: "10" }, Lyon: { available: "5" } })
        expect((await desk.read(id)).status).toBe("draft")

        await desk.step(id, "pending", { allow_negative: true })
        expect((await desk.ends()).Berlin).toEqual({ available: "-1" })
        expect(await desk.ends(honey)).toEqual({
          Berlin: { available: "-0.01" },
          Lyon: { incoming: "2.76" },
        })
      })

      it("arrives in parts, until everything was accepted or rejected", async () => {
        const id = await desk.send(6)
        const first = await desk.receive(id, { accepted: 2 })
        expect(first.transfer.status).toBe("partial")
        expect(await desk.ends()).toEqual({
          Berlin: { available: "4" },
          Lyon: { available: "7", incoming: "4" },
        })
        const second = await desk.receive(id, {
          ...{ accepted: 3, rejected: 1 },
          ...{ disposition: "damaged", reason: "broken" },
        })
        expect(second.transfer.status).toBe("received")
        expect(await desk.ends()).toEqual({
          Berlin: { available: "4" },
          Lyon: { available: "10", damaged: "1" },
        })
        expect(second.transfer.receipts).toMatchObject([
          { id: first.receipt_id, actor_type: "user", lines: [{ accepted: "2", rejected: "0" }] },
          {
            id: second.receipt_id,
            lines: [{ accepted: "3", rejected: "1", disposition: "damaged", reason: "broken" }],
          },
        ])
        expect((await desk.rows(id)).slice(2)).toEqual([
          "transfer_in Lyon incoming -2",
          "transfer_in Lyon available 2",
          "transfer_in Lyon incoming -4",
          "transfer_in Lyon available 3",
          "transfer_in Lyon damaged 1",
        ])
        expect(await desk.refused(id, "receive", { accept_rest: true })).toMatchObject({
          status: 409,
          details: { status: "received" },
        })
      })

      it("brings no more than was sent", async () => {
        const id = await desk.send(6)
        await desk.receive(id, { accepted: 5 })
        const refusal = await desk.refused(id, "receive", {
          lines: [desk.widgets({ accepted: 2 })],
        })
        expect(refusal.status).toBe(400)
        expect(refusal.details.excess).toEqual([
          { inventory_item_id: desk.shop.widget, outstanding: "1", arrived: "2" },
        ])
        expect((await desk.ends()).Lyon).toEqual({ available: "10", incoming: "1" })
      })

      it("keeps its destination from being deactivated while it is on its way", async () => {
        await desk.send(6)
        const { admin, lyon, berlin } = desk.shop
        const refusal = await admin.refused("post", `/stockroom/locations/${lyon}/deactivate`, {
          destination_id: berlin,
        })
        expect(refusal.message).toContain("6 incoming")
      })

      it("is not sent to a location out of use", async () => {
        const { admin, lyon, berlin } = desk.shop
        const id = await desk.draft(1)
        await admin.post(`/stockroom/locations/${lyon}/deactivate`, { destination_id: berlin })
        const refusal = await desk.refused(id, "pending")
        expect(refusal).toMatchObject({ status: 400 })
        expect(refusal.message).toContain("destination_id must be an active location")
      })
    })

    describe("a move across the room", () => {
      it("leaves no transfer behind when it is refused", async () => {
        const { admin } = desk.shop
        const body = desk.bodyOf(11, { at_once: true })
        expect(await admin.refused("post", "/stockroom/transfers", body)).toMatchObject({
          status: 400,
        })
        expect((await admin.get("/stockroom/transfers")).count).toBe(0)
        await admin.post("/stockroom/transfers", { ...body, allow_negative: true })
        expect((await desk.ends()).Berlin).toEqual({ available: "-1" })
      })
    })

    describe("a movement of a transfer", () => {
      it("is not undone by hand", async () => {
        const id = await desk.send(6)
        const { admin } = desk.shop
        const { history } = await admin.get(`/stockroom/history?transfer_id=${id}`)
        const refusal = await admin.refused(
          "post",
          `/stockroom/movements/${history[0].movement_id}/undo`
        )
        expect(refusal.status).toBe(409)
        expect(refusal.message).toContain("cancel the transfer instead")
      })
    })

    describe("a key", () => {
      it("makes each step once", async () => {
        const create = desk.bodyOf(6, { idempotency_key: "create-1" })
        const { admin } = desk.shop
        const made = await admin.post("/stockroom/transfers", create)
        const again = await admin.post("/stockroom/transfers", create)
        expect(again.transfer.id).toBe(made.transfer.id)
        expect([made.repeated, again.repeated]).toEqual([false, true])
        const { id } = made.transfer

        for (const [verb, body] of [
          ["pending", { idempotency_key: "pending-1" }],
          ["receive", { lines: [desk.widgets({ accepted: 2 })], idempotency_key: "receipt-1" }],
          ["cancel", { idempotency_key: "cancel-1" }],
        ] as const) {
          const first = await desk.step(id, verb, body)
          const second = await desk.step(id, verb, body)
          expect(second).toMatchObject({ repeated: true, receipt_id: first.receipt_id })
          expect(second.transfer).toEqual(first.transfer)
        }
        expect(await desk.ends()).toEqual({ Berlin: { available: "8" }, Lyon: { available: "7" } })
      })

      it("is refused for anything else", async () => {
        const id = await desk.send(6)
        const lines = [desk.widgets({ accepted: 2 })]
        await desk.step(id, "receive", { lines, idempotency_key: "receipt-1" })
        expect(
          await desk.refused(id, "receive", {
            ...{ lines: [desk.widgets({ accepted: 3 })], idempotency_key: "receipt-1" },
          })
        ).toMatchObject({ status: 409, details: { idempotency_key: "receipt-1" } })
      })
    })
  },
})

import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { testStore } from "../../test-store"
import { type Answer, openShop } from "../shop"
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

    const update = async (id: string, body: object) =>
      (await desk.shop.admin.post(`/stockroom/transfers/${id}`, body)).transfer as Answer
    const numbers = async (query: string) => {
      const { transfers } = await desk.shop.admin.get(`/stockroom/transfers?${query}`)
      return transfers.map((one: Answer) => one.number)
    }

    describe("a draft", () => {
      it("moves nothing, and has a number that people can say", async () => {
        const { berlin, lyon, widget } = desk.shop
        const { transfer, names } = await desk.create(6, {
          reference: "PO-7",
          note: "fragile",
          expected_at: "2026-12-01T08:00:00Z",
          carrier: "DHL",
          tracking_number: "00340",
          metadata: { pallet: 2 },
        })
        expect(transfer).toMatchObject({
          number: expect.stringMatching(/^T-1\d{3}$/),
          status: "draft",
          origin_id: berlin,
          destination_id: lyon,
          origin_deduction: null,
          reference: "PO-7",
          note: "fragile",
          expected_at: "2026-12-01T08:00:00.000Z",
          carrier: "DHL",
          tracking_number: "00340",
          metadata: { pallet: 2 },
          lines: [{ inventory_item_id: widget, sku: "WIDGET", quantity: "6", outstanding: "6" }],
          receipts: [],
          events: [{ event: "created", status: "draft", actor_type: "user" }],
        })
        expect(names.locations).toEqual({ [berlin]: "Berlin", [lyon]: "Lyon" })
        expect(Object.values(names.users)).toEqual(["admin@stockroom.test"])
        expect(await desk.ends()).toEqual({ Berlin: { available: "10" }, Lyon: { available: "5" } })
      })

      it("can be changed in everything", async () => {
        const { berlin, lyon, widget, honey } = desk.shop
        const id = await desk.draft(6, { reference: "PO-7", carrier: "DHL" })
        const { lines: before } = await desk.read(id)
        const turned = await update(id, {
          origin_id: lyon,
          destination_id: berlin,
          reference: null,
          lines: [
            { inventory_item_id: honey, quantity: "0.25" },
            { inventory_item_id: widget, quantity: 2 },
          ],
        })
        expect(turned).toMatchObject({
          ...{ origin_id: lyon, destination_id: berlin, reference: null, carrier: "DHL" },
          lines: [
            { inventory_item_id: honey, quantity: "0.25" },
            { id: before[0].id, inventory_item_id: widget, quantity: "2" },
          ],
        })
        expect((await update(id, { lines: [] })).lines).toEqual([])
        expect(await desk.refused(id, "pending")).toMatchObject({
          status: 400,
          details: { field: "lines" },
        })
      })

      it.each<[string, (shop: Desk["shop"]) => object, number, string]>([
        [
          "to where it comes from",
          ({ berlin }) => ({ destination_id: berlin }),
          400,
          "destination_id",
        ],
        ["of a location that is not there", () => ({ origin_id: "sloc_gone" }), 404, "sloc_gone"],
        [
          "of an item that is not there",
          () => ({ lines: [{ inventory_item_id: "iitem_gone", quantity: 1 }] }),
          404,
          "iitem_gone",
        ],
        [
          "of an item twice",
          ({ widget }) => ({
            lines: [1, 2].map((quantity) => ({ inventory_item_id: widget, quantity })),
          }),
          400,
          "lines[1].inventory_item_id",
        ],
        [
          "of nothing of an item",
          ({ widget }) => ({ lines: [{ inventory_item_id: widget, quantity: 0 }] }),
          400,
          "lines[0].quantity",
        ],
        [
          "of text for a quantity",
          ({ widget }) => ({ lines: [{ inventory_item_id: widget, quantity: "many" }] }),
          400,
          "lines[0].quantity",
        ],
        ["with a field that there is not", () => ({ colour: "red" }), 400, "colour"],
        ["with tracking that is no address", () => ({ tracking_url: "x" }), 400, "tracking_url"],
        [
          "with tracking that runs something",
          () => ({ tracking_url: "javascript:alert(1)" }),
          400,
          "tracking_url",
        ],
        ["with an arrival that is no date", () => ({ expected_at: "soon" }), 400, "expected_at"],
        [
          "for a hold that is not there",
          ({ widget }) => ({
            lines: [{ inventory_item_id: widget, quantity: 1, hold_id: "ihold_gone" }],
          }),
          404,
          "ihold_gone",
        ],
        [
          "that may go negative before it is sent",
          () => ({ allow_negative: true }),
          400,
          "allow_negative",
        ],
      ])("is refused %s", async (_, wrong, status, message) => {
        const { admin } = desk.shop
        const refusal = await admin.refused(
          "post",
          "/stockroom/transfers",
          desk.bodyOf(1, wrong(desk.shop))
        )
        expect(refusal.status).toBe(status)
        expect(refusal.message).toContain(message)
        expect((await admin.get("/stockroom/transfers")).count).toBe(0)
      })

      it("is deleted, and gone", async () => {
        const { admin } = desk.shop
        const id = await desk.draft(6)
        expect(await admin.delete(`/stockroom/transfers/${id}`)).toEqual({
          ...{ id, object: "inventory_transfer", deleted: true },
        })
        for (const path of [id, `${id}/pending`, `${id}/receive`]) {
          const refusal = await admin.refused(
            path === id ? "get" : "post",
            `/stockroom/transfers/${path}`,
            path.endsWith("receive") ? { accept_rest: true } : undefined
          )
          expect(refusal).toMatchObject({ status: 404, details: { transfer_id: id } })
        }
      })

      it("knows no step but being sent", async () => {
        const id = await desk.draft(6)
        for (const verb of ["receive", "cancel", "close"]) {
          const body = verb === "receive" ? { accept_rest: true } : {}
          expect(await desk.refused(id, verb, body)).toMatchObject({
            status: 409,
            details: { transfer_id: id, status: "draft" },
          })
        }
      })
    })

    describe("a transfer that was sent", () => {
      it("keeps its route and items, and takes news of its journey", async () => {
        const { admin, lyon, berlin, widget } = desk.shop
        const id = await desk.send(6)
        for (const body of [
          { origin_id: lyon, destination_id: berlin },
          { lines: [{ inventory_item_id: widget, quantity: 7 }] },
        ]) {
          const refusal = await admin.refused("post", `/stockroom/transfers/${id}`, body)
          expect(refusal.status).toBe(409)
        }
        expect(await admin.refused("delete", `/stockroom/transfers/${id}`)).toMatchObject({
          status: 409,
        })
        expect(await update(id, { carrier: "DHL", expected_at: "2026-12-01" })).toMatchObject({
          ...{ status: "pending", carrier: "DHL", expected_at: "2026-12-01T00:00:00.000Z" },
          lines: [{ quantity: "6" }],
        })
      })

      it("is not sent twice", async () => {
        const id = await desk.send(6)
        expect(await desk.refused(id, "pending")).toMatchObject({ status: 409 })
      })

      it("is duplicated as a draft", async () => {
        const id = await desk.draft(6, { reference: "PO-7", tracking_number: "00340" })
        await desk.step(id, "pending")
        await desk.step(id, "receive", { accept_rest: true })
        const { transfer } = await desk.step(id, "duplicate")
        expect(transfer).toMatchObject({
          ...{ status: "draft", reference: "PO-7", tracking_number: null, origin_deduction: null },
          lines: [{ inventory_item_id: desk.shop.widget, quantity: "6", accepted: "0" }],
        })
        expect(transfer.id).not.toBe(id)
        expect(transfer.number).not.toBe((await desk.read(id)).number)
      })

      it("tells who did what, and when", async () => {
        const id = await desk.send(6, { note: "two boxes" })
        await desk.receive(id, { accepted: 2 }, { note: "one box" })
        await desk.step(id, "cancel", { reason: "lost", write_off: true })
        const { events } = await desk.read(id)
        expect(
          events.map(({ event, status, note, reason, write_off }: Answer) =>
            [event, status, note ?? reason, write_off].join(" ")
          )
        ).toEqual([
          "created draft  false",
          "pending pending two boxes false",
          "received partial one box false",
          "canceled canceled lost true",
        ])
      })
    })

    describe("a receipt", () => {
      it.each<[string, object, string]>([
        ["nothing", {}, "lines must say what was accepted or rejected"],
        ["less than nothing", { accepted: -1 }, "lines[0].accepted"],
        ["a reject without a reason", { rejected: 1 }, "lines[0].reason"],
        [
          "an unknown disposition",
          { rejected: 1, reason: "x", disposition: "eaten" },
          "disposition",
        ],
        [
          "what it does not carry",
          { accepted: 1, inventory_item_id: "iitem_other" },
          "iitem_other",
        ],
      ])("of %s is refused", async (_, line, message) => {
        const id = await desk.send(6)
        const refusal = await desk.refused(id, "receive", { lines: [desk.widgets(line)] })
        expect(refusal.status).toBe(400)
        expect(refusal.message).toContain(message)
        expect((await desk.read(id)).receipts).toEqual([])
      })

      it("may name an item several times, with a disposition for each part", async () => {
        const id = await desk.send(6)
        const { transfer } = await desk.step(id, "receive", {
          lines: [
            desk.widgets({ accepted: 3, rejected: 1, disposition: "damaged", reason: "broken" }),
            desk.widgets({ rejected: 2, disposition: "quality_control", reason: "opened" }),
          ],
        })
        expect(transfer.status).toBe("received")
        expect((await desk.ends()).Lyon).toEqual({
          ...{ available: "8", damaged: "1", quality_control: "2" },
        })
      })
    })

    describe("the list", () => {
      it("is filtered, paged and newest first", async () => {
        const { admin, berlin, lyon, widget, honey } = desk.shop
        const one = await desk.create(1, { reference: "PO-100%", expected_at: "2026-12-01" })
        const two = await desk.create([{ inventory_item_id: honey, quantity: 1 }], {
          ...{ expected_at: "2026-12-05" },
        })
        const back = await desk.create(1, { origin_id: lyon, destination_id: berlin })
        await desk.step(one.transfer.id, "pending")
        const [a, b, c] = [one, two, back].map(({ transfer }) => transfer.number)

        expect(await numbers("")).toEqual([c, b, a])
        expect(await numbers("status=pending")).toEqual([a])
        expect(await numbers("status=pending&status=draft&limit=2&offset=1")).toEqual([b, a])
        expect(await numbers(`origin_id=${lyon}`)).toEqual([c])
        expect(await numbers(`destination_id=${lyon}`)).toEqual([b, a])
        expect(await numbers(`location_id=${lyon}`)).toEqual([c, b, a])
        expect(await numbers(`inventory_item_id=${widget}`)).toEqual([c, a])
        expect(await numbers(`q=${a}`)).toEqual([a])
        expect(await numbers("q=100%25")).toEqual([a])
        expect(await numbers("q=hon")).toEqual([b])
        expect(await numbers("expected_from=2026-12-02")).toEqual([b])
        expect(await numbers("expected_until=2026-12-02")).toEqual([a])
        expect(await admin.get("/stockroom/transfers?limit=1")).toMatchObject({
          ...{ count: 3, limit: 1, offset: 0 },
          transfers: [{ totals: { lines: 1, quantity: "1" } }],
          names: { locations: { [berlin]: "Berlin", [lyon]: "Lyon" } },
        })
        const refusal = await admin.refused("get", "/stockroom/transfers?status=lost")
        expect(refusal).toMatchObject({ status: 400 })
      })
    })

    it("is reachable through Query", async () => {
      const id = await desk.send(6)
      await desk.receive(id, { accepted: 2 })
      const query = getContainer().resolve(ContainerRegistrationKeys.QUERY)
      const { data } = await query.graph({
        entity: "inventory_transfer",
        fields: [
          "number",
          "status",
          "lines.quantity",
          "lines.accepted",
          "receipts.lines.accepted",
          "events.event",
        ],
        filters: { id },
      })
      expect(data).toMatchObject([
        {
          number: expect.any(Number),
          status: "partial",
          lines: [{ quantity: "6", accepted: "2" }],
          receipts: [{ lines: [{ accepted: "2" }] }],
          events: [{ event: "created" }, { event: "pending" }, { event: "received" }],
        },
      ])
    })
  },
})

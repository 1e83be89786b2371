import { confirmReturnReceiveWorkflow } from "@medusajs/medusa/core-flows"

import { refusedAt } from "../../../src/admin/lib/dispositions"
import { testStore } from "../../test-store"
import type { Answer } from "../shop"
import { APP, BOOT_TIMEOUT } from "../support"
import { type Glassworks, openGlassworks } from "./glassworks"

jest.setTimeout(BOOT_TIMEOUT)

testStore({
  medusaConfigFile: APP,
  testSuite: ({ api, getContainer }) => {
    describe("what the order page reads and sends", () => {
      let glass: Glassworks

      beforeAll(async () => {
        glass = await openGlassworks(api as never, getContainer())
      })

      it("an order's stock comes with the names of all that it mentions", async () => {
        const { admin, berlin, lyon } = glass.shop
        const order = await glass.order([{ sku: "ALEMBIC", quantity: 50 }])
        const { holds } = await glass.orderStock(order.id)
        await admin.post(`/stockroom/holds/${holds[0].id}/cover`)

        const { order_stock, names } = await admin.get(`/stockroom/orders/${order.id}`)
        expect(names).toEqual({
          items: { [glass.items.ALEMBIC]: { sku: "G-ALEMBIC", title: expect.any(String) } },
          locations: { [berlin]: "Berlin", [lyon]: "Lyon" },
          users: { [order_stock.events.at(-1).actor_id]: expect.stringMatching(/./) },
        })
        expect(order_stock.events.map((event: Answer) => [event.kind, event.actor_type])).toEqual([
          ["commit", "customer"],
          ["hold", "customer"],
          ["cover", "user"],
        ])
      })

      it("an order that has no stock has nothing to name", async () => {
        expect(await glass.shop.admin.get("/stockroom/orders/order_unknown")).toEqual({
          order_stock: expect.objectContaining({ committed: [], holds: [], events: [] }),
          names: { items: {}, locations: {}, users: {} },
          units: {},
        })
      })

      it("an order's story and history tell of what its returns brought", async () => {
        const { admin } = glass.shop
        const { orderId } = await takeBack(glass, { received: 2, dismissed: 1 })
        const brought = [
          { state: "available", quantity: "2" },
          { state: "damaged", quantity: "1" },
        ].map((entry) => expect.objectContaining(entry))

        const { events } = await glass.orderStock(orderId)
        const restocks = events.filter((event: Answer) => event.kind === "restock")
        expect(restocks.flatMap((event: Answer) => event.entries)).toEqual(brought)

        const { history } = await admin.get(`/stockroom/history?order_id=${orderId}`)
        const rows = history.filter((row: Answer) => row.kind === "restock").reverse()
        expect(rows).toEqual(brought)
        expect(rows.map((row: Answer) => row.order_id)).toEqual([orderId, orderId])
      })

      it("a return that a workflow receives is brought once, however often it is settled", async () => {
        const { orderId, returnId } = await takeBack(glass, { received: 2, dismissed: 1 }, (id) =>
          confirmReturnReceiveWorkflow(getContainer()).run({ input: { return_id: id } })
        )
        await glass.shop.admin.post(`/stockroom/orders/${orderId}/settle`)
        await glass.shop.admin.post(`/stockroom/orders/${orderId}/settle`)
        const { return_stock } = await glass.shop.admin.get(`/stockroom/returns/${returnId}`)
        expect(return_stock.units.map((unit: Answer) => `${unit.quantity} ${unit.state}`)).toEqual([
          "2 available",
          "1 damaged",
        ])
        expect(await glass.stock("WIDGET", "A")).toEqual({
          ...{ available: "24", committed: "10", fulfilled: "3", damaged: "1" },
        })
      })

      it("a return's units come with names, are sorted, and a refusal names the field", async () => {
        const { admin, berlin } = glass.shop
        const item = glass.items.WIDGET
        const { returnId: returned } = await takeBack(glass, { received: 2, dismissed: 1 })
        const read = () => admin.get(`/stockroom/returns/${returned}`)
        const { units } = await admin.post(`/stockroom/items/${item}/units`, {
          units: [
            { key: "piece", name: "Piece", base: true },
            { key: "pair", name: "Pair", factor: 2 },
          ],
        })
        const unit = (state: string, quantity: string) => ({
          ...{ inventory_item_id: item, location_id: berlin, state, quantity },
        })
        expect(await read()).toEqual({
          return_stock: {
            return_id: returned,
            units: [unit("available", "2"), unit("damaged", "1")],
          },
          names: {
            items: { [item]: { sku: "G-WIDGET", title: expect.any(String) } },
            locations: { [berlin]: "Berlin" },
            users: {},
          },
          units: { [item]: units },
        })

        const path = `/stockroom/returns/${returned}/dispositions`
        const sort = (from: string, to: string, quantity: string) => ({
          dispositions: [{ inventory_item_id: item, from, to, quantity }],
          note: "looked at",
        })
        const refused = await admin.refused("post", path, sort("available", "damaged", "3"))
        expect(refused.status).toBe(400)
        const sent = { ...sort("available", "damaged", "3").dispositions[0], location_id: berlin }
        expect(refusedAt(refused.message, [{ ...sent, unit: 7 } as never])).toMatchObject({
          unit: 7,
          field: "quantity",
          problem: expect.stringMatching(/^must be at most 2, /),
        })

        await admin.post(path, sort("available", "quality_control", "1"))
        await admin.post(path, sort("damaged", "discard", "1"))
        await admin.post(`/stockroom/items/${item}/units`, { units: [] })
        expect((await read()).return_stock.units).toEqual([
          unit("available", "1"),
          unit("quality_control", "1"),
        ])
        expect(await glass.drifts()).toEqual([])
      })
    })
  },
})

/** Sells, ships and takes back WIDGETs at A. */
async function takeBack(
  { shop: { admin }, order, places }: Glassworks,
  { received, dismissed }: { received: number; dismissed: number },
  confirm = (returnId: string): Promise<unknown> =>
    admin.post(`/returns/${returnId}/receive/confirm`)
): Promise<{ orderId: string; returnId: string }> {
  const { id, items } = await order([{ sku: "WIDGET", quantity: received + dismissed }])
  const of = (quantity: number) => ({ items: [{ id: items[0].id, quantity }] })
  await admin.post(`/orders/${id}/fulfillments`, {
    location_id: places.A,
    ...of(received + dismissed),
  })
  const { return: begun } = await admin.post("/returns", { order_id: id, location_id: places.A })
  await admin.post(`/returns/${begun.id}/request-items`, of(received + dismissed))
  await admin.post(`/returns/${begun.id}/request`)
  await admin.post(`/returns/${begun.id}/receive`)
  await admin.post(`/returns/${begun.id}/receive-items`, of(received))
  await admin.post(`/returns/${begun.id}/dismiss-items`, of(dismissed))
  await confirm(begun.id)
  // What was dismissed is settled by an event otherwise, a moment later.
  await admin.post(`/stockroom/orders/${id}/settle`)
  return { orderId: id, returnId: begun.id }
}

import {
  cancelOrderFulfillmentWorkflow,
  createOrderFulfillmentWorkflow,
  createOrderWorkflow,
} from "@medusajs/medusa/core-flows"
import { Modules } from "@medusajs/framework/utils"
import { sweepOrders } from "medusa-stockroom/workflows"

import { testStore } from "../../test-store"
import type { Answer } from "../shop"
import { APP, BOOT_TIMEOUT, eventually } from "../support"
import { type Glassworks, openGlassworks } from "./glassworks"

jest.setTimeout(BOOT_TIMEOUT)

/** Long enough after anything for a sweep to look at it. */
const LATER = () => new Date(Date.now() + 120_000)

testStore({
  medusaConfigFile: APP,
  testSuite: ({ api, getContainer }) => {
    let glass: Glassworks

    beforeAll(async () => {
      glass = await openGlassworks(api as never, getContainer())
    })

    afterEach(async () => {
      expect(await glass.drifts()).toEqual([])
    })

    const settle = async (orderId: string) =>
      (await glass.shop.admin.post(`/stockroom/orders/${orderId}/settle`)).settled

    /** An order that reserves nothing and that no event tells of. */
    async function silentOrder(sku: "WIDGET" | "FLASK", quantity: number): Promise<string> {
      const { result } = await createOrderWorkflow(getContainer()).run({
        input: {
          region_id: glass.shop.region,
          sales_channel_id: glass.shop.channel,
          email: "silent@example.com",
          items: [{ variant_id: glass.variants[sku], quantity, title: sku, unit_price: 1 }],
        },
      })
      return result.id
    }

    describe("an order that arrives without reservations", () => {
      it("is committed by the sweep, once, however often it is settled", async () => {
        const id = await silentOrder("FLASK", 3)
        expect(await glass.stock("FLASK", "B")).toEqual({ available: "14", reserved: "10" })

        await sweepOrders(getContainer(), LATER())
        expect(await glass.stock("FLASK", "B")).toEqual({
          available: "11",
          committed: "3",
          reserved: "10",
        })

        await Promise.all([settle(id), settle(id), settle(id)])
        await sweepOrders(getContainer(), LATER())
        expect(await glass.stock("FLASK", "B")).toMatchObject({ committed: "3" })
        expect((await glass.orderStock(id)).events).toHaveLength(1)
      })

      it("is committed once by many at once", async () => {
        const id = await silentOrder("WIDGET", 4)
        const all = await Promise.all(Array.from({ length: 8 }, () => settle(id)))
        expect(all.reduce((sum, { committed }) => sum + committed, 0)).toBe(1)
        expect(await glass.stock("WIDGET", "A")).toEqual({ available: "21", committed: "14" })
      })

      it("is committed although stock has gone meanwhile, and the event tells of it", async () => {
        const id = await silentOrder("FLASK", 14)
        await glass.order([{ sku: "FLASK", quantity: 10 }])
        await settle(id)
        expect(await glass.stock("FLASK", "A")).toEqual({ available: "-12", committed: "14" })
        const { notices } = (await glass.shop.admin.get("/stockroom/verify")).verification
        expect(notices).toEqual([
          expect.objectContaining({ notice: "below_zero", quantity: "-12" }),
        ])
      })

      it("stays released where a person has released it", async () => {
        const id = await silentOrder("WIDGET", 4)
        await settle(id)
        const [{ reservation_id }] = (await glass.orderStock(id)).committed
        await glass.shop.admin.delete(`/reservations/${reservation_id}`)
        await settle(id)
        expect(await glass.stock("WIDGET", "A")).toEqual({ available: "25", committed: "10" })
      })

      it("that cannot be committed is remembered, listed by verify, and tried again", async () => {
        const { admin, channel } = glass.shop
        const id = await silentOrder("WIDGET", 4)
        for (const place of Object.values(glass.places)) {
          await admin.post(`/stock-locations/${place}/sales-channels`, { remove: [channel] })
        }
        await sweepOrders(getContainer(), LATER())
        const verify = async () => (await admin.get("/stockroom/verify")).verification
        expect((await verify()).unsettled_orders).toEqual([
          expect.objectContaining({
            order_id: id,
            attempts: 1,
            last_error: expect.stringContaining("no active location serves its sales channel"),
          }),
        ])

        await admin.post(`/stock-locations/${glass.places.B}/sales-channels`, { add: [channel] })
        await getContainer().resolve(Modules.EVENT_BUS).emit({ name: "order.placed", data: { id } })
        await eventually(async () => expect((await verify()).unsettled_orders).toEqual([]))
        expect(await glass.stock("WIDGET", "B")).toEqual({ available: "159", committed: "4" })
      })
    })

    describe("a fulfilment outside Medusa's own route", () => {
      it("is recorded when its event arrives, and reads as one fulfilment", async () => {
        const order = await glass.order([{ sku: "WIDGET", quantity: 5 }])
        const { result: fulfilment } = await createOrderFulfillmentWorkflow(getContainer()).run({
          input: {
            order_id: order.id,
            location_id: glass.places.A,
            items: [{ id: order.items[0].id, quantity: 2 }],
          },
        })
        await eventually(async () =>
          expect(await glass.stock("WIDGET", "A")).toEqual({
            available: "20",
            committed: "13",
            fulfilled: "2",
          })
        )
        await settle(order.id)
        expect(await story(order.id)).toEqual([
          "commit: available -5, committed 5",
          "fulfil: committed -2, fulfilled 2",
        ])

        await cancelOrderFulfillmentWorkflow(getContainer()).run({
          input: { order_id: order.id, fulfillment_id: fulfilment.id },
        })
        await eventually(async () =>
          expect(await glass.stock("WIDGET", "A")).toEqual({ available: "20", committed: "15" })
        )
      })

      it("of all that a line has is committed again when it is cancelled", async () => {
        const order = await glass.order([{ sku: "WIDGET", quantity: 5 }])
        const { result: fulfilment } = await createOrderFulfillmentWorkflow(getContainer()).run({
          input: {
            order_id: order.id,
            location_id: glass.places.A,
            items: [{ id: order.items[0].id, quantity: 5 }],
          },
        })
        await settle(order.id)
        expect(await glass.stock("WIDGET", "A")).toEqual({
          available: "20",
          committed: "10",
          fulfilled: "5",
        })

        await cancelOrderFulfillmentWorkflow(getContainer()).run({
          input: { order_id: order.id, fulfillment_id: fulfilment.id },
        })
        await settle(order.id)
        await settle(order.id)
        expect(await glass.stock("WIDGET", "A")).toEqual({ available: "20", committed: "15" })

        // It can leave again.
        await glass.shop.admin.post(`/orders/${order.id}/fulfillments`, {
          location_id: glass.places.A,
          items: [{ id: order.items[0].id, quantity: 5 }],
        })
        expect(await glass.stock("WIDGET", "A")).toEqual({
          available: "20",
          committed: "10",
          fulfilled: "5",
        })
      })

      it("from another place leaves the rest committed where it was", async () => {
        const order = await glass.order([{ sku: "WIDGET", quantity: 5 }])
        await createOrderFulfillmentWorkflow(getContainer()).run({
          input: {
            order_id: order.id,
            location_id: glass.places.B,
            items: [{ id: order.items[0].id, quantity: 2 }],
          },
        })
        await settle(order.id)
        expect(await glass.stock("WIDGET", "A")).toEqual({ available: "22", committed: "13" })
        expect(await glass.stock("WIDGET", "B")).toEqual({ available: "161", fulfilled: "2" })
      })
    })

    describe("events of an order's whole life", () => {
      it("twice, late and in any order come to the same", async () => {
        const { admin } = glass.shop
        const order = await glass.order([
          { sku: "WIDGET", quantity: 5 },
          { sku: "FLASK", quantity: 3 },
        ])
        const ship = async (place: "A" | "B", sku: "WIDGET" | "FLASK", quantity: number) =>
          (
            await admin.post(`/orders/${order.id}/fulfillments`, {
              location_id: glass.places[place],
              items: [
                {
                  id: order.items.find((one: Answer) => one.variant_id === glass.variants[sku]).id,
                  quantity,
                },
              ],
            })
          ).order
        await ship("A", "WIDGET", 2)
        await ship("B", "FLASK", 3)
        const { order: shipped } = await admin.get(`/orders/${order.id}?fields=*fulfillments`)
        const [first] = shipped.fulfillments
        await admin.post(`/orders/${order.id}/fulfillments/${first.id}/cancel`)
        const end = async () => [
          await glass.stock("WIDGET", "A"),
          await glass.stock("FLASK", "B"),
          (await story(order.id)).length,
        ]
        await settle(order.id)
        const before = await end()
        expect(before).toEqual([
          { available: "20", committed: "15" },
          { available: "11", reserved: "10", fulfilled: "3" },
          4,
        ])

        const bus = getContainer().resolve(Modules.EVENT_BUS)
        const events: { name: string; data: object }[] = [
          { name: "order.fulfillment_canceled", data: { order_id: order.id } },
          { name: "order.placed", data: { id: order.id } },
          { name: "order.fulfillment_created", data: { order_id: order.id } },
          { name: "order.placed", data: { id: order.id } },
          { name: "order-edit.confirmed", data: { order_id: order.id } },
          { name: "order.canceled", data: { id: order.id } },
        ]
        await bus.emit(events)
        await Promise.all(events.reverse().map((event) => bus.emit(event)))
        await settle(order.id)
        expect(await end()).toEqual(before)
      })
    })

    async function story(orderId: string): Promise<string[]> {
      const { events } = await glass.orderStock(orderId)
      return events.map(
        ({ kind, entries }: Answer) =>
          `${kind}: ${entries.map((one: Answer) => `${one.state} ${one.quantity}`).join(", ")}`
      )
    }
  },
})

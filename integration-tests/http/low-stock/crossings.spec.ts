import {
  cancelOrderFulfillmentWorkflow,
  createOrderFulfillmentWorkflow,
} from "@medusajs/medusa/core-flows"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { openShop } from "../shop"
import { APP, BOOT_TIMEOUT, eventually } from "../support"
import { Watch } from "./watch"

jest.setTimeout(BOOT_TIMEOUT)

medusaIntegrationTestRunner({
  medusaConfigFile: APP,
  testSuite: ({ api, getContainer }) => {
    let watch: Watch

    /** WIDGET: Berlin 10, Lyon 5. Stock of it at Berlin is low at 6 and below. */
    beforeAll(async () => {
      watch = new Watch(await openShop(api, getContainer()))
      await watch.rule("6")
    })

    const level = () => `/inventory-items/${watch.shop.widget}/location-levels/${watch.shop.berlin}`
    const at = () => ({ inventory_item_id: watch.shop.widget, location_id: watch.shop.berlin })
    const transferAway = async (quantity: number) => {
      const { admin, berlin, lyon, widget } = watch.shop
      const { transfer } = await admin.post("/stockroom/transfers", {
        ...{ origin_id: berlin, destination_id: lyon },
        lines: [{ inventory_item_id: widget, quantity }],
      })
      await admin.post(`/stockroom/transfers/${transfer.id}/pending`, {})
      return transfer.id as string
    }
    const importCount = async (available: number) => {
      const { admin } = watch.shop
      const { import: record } = await admin.post("/stockroom/imports", {
        file_name: "count.csv",
        content: `sku,location,available\nWIDGET,Berlin,${available}`,
      })
      await admin.post(`/stockroom/imports/${record.id}/apply`, {})
    }

    /** What takes four of the ten, and what brings them back. */
    const WAYS: [string, () => Promise<() => Promise<unknown>>][] = [
      [
        "an order and its cancellation",
        async () => {
          const { id } = await watch.shop.placeOrder(4)
          return () => watch.shop.admin.post(`/orders/${id}/cancel`)
        },
      ],
      [
        "a count by hand, and another",
        async () => {
          await watch.set("6")
          return () => watch.set("10")
        },
      ],
      [
        "a movement and its undoing",
        async () => {
          const movement = await watch.set("6")
          return () => watch.shop.admin.post(`/stockroom/movements/${movement}/undo`, {})
        },
      ],
      [
        "a transfer and its cancellation",
        async () => {
          const id = await transferAway(4)
          return () => watch.shop.admin.post(`/stockroom/transfers/${id}/cancel`, {})
        },
      ],
      [
        "an import, and another",
        async () => {
          await importCount(6)
          return () => importCount(10)
        },
      ],
      [
        "Medusa's own route for levels",
        async () => {
          await watch.shop.admin.post(level(), { stocked_quantity: 6 })
          return () => watch.shop.admin.post(level(), { stocked_quantity: 10 })
        },
      ],
      [
        "a reservation on Medusa's page, and its end",
        async () => {
          const { reservation } = await watch.shop.admin.post("/reservations", {
            ...at(),
            quantity: 4,
          })
          return () => watch.shop.admin.delete(`/reservations/${reservation.id}`)
        },
      ],
    ]

    it.each(WAYS)("of %s: fires once, and again only after recovery", async (_, take) => {
      const back = await take()
      expect(await watch.told()).toEqual(["open at 6"])
      const [{ movement_id }] = await watch.list()
      const { movement } = await watch.shop.admin.get(`/stockroom/movements/${movement_id}`)
      expect(movement.transactions).toContainEqual(
        expect.objectContaining({ state: "available", balance_after: "6" })
      )

      await watch.shop.admin.post("/stockroom/stock", {
        changes: [{ op: "adjust", ...at(), state: "available", quantity: "-1" }],
      })
      await watch.shop.admin.post("/stockroom/stock", {
        changes: [{ op: "adjust", ...at(), state: "available", quantity: "1" }],
      })
      expect(await watch.told()).toEqual(["open at 6"])

      await back()
      expect(await watch.told()).toEqual(["recovered at 6"])
      await (
        await take()
      )()
      expect(await watch.told()).toEqual(["recovered at 6", "recovered at 6"])
    })

    describe("a fulfilment", () => {
      it("on Medusa's page fires nothing: the stock had left with the order", async () => {
        const { id, items } = await watch.shop.placeOrder(3)
        await watch.shop.admin.post(`/orders/${id}/fulfillments`, {
          location_id: watch.shop.berlin,
          items: [{ id: items[0].id, quantity: 3 }],
        })
        expect(await watch.told()).toEqual([])
      })

      it("in a job fires nothing either, nor does its cancellation end anything", async () => {
        const container = getContainer()
        const { id, items } = await watch.shop.placeOrder(3)
        const { result } = await createOrderFulfillmentWorkflow(container).run({
          input: {
            order_id: id,
            location_id: watch.shop.berlin,
            items: [{ id: items[0].id, quantity: 2 }],
          },
        })
        await eventually(async () => {
          const { order_stock } = await watch.shop.admin.get(`/stockroom/orders/${id}`)
          expect(order_stock.events.map(({ kind }: { kind: string }) => kind)).toContain("fulfil")
        })
        expect(await watch.told()).toEqual([])

        await watch.set("6")
        expect(await watch.told()).toEqual(["open at 6"])
        await cancelOrderFulfillmentWorkflow(container).run({
          input: { order_id: id, fulfillment_id: result.id },
        })
        await eventually(async () => {
          const { order_stock } = await watch.shop.admin.get(`/stockroom/orders/${id}`)
          expect(order_stock.events.map(({ kind }: { kind: string }) => kind)).toContain("unfulfil")
        })
        expect(await watch.told()).toEqual(["open at 6"])
      })
    })
  },
})

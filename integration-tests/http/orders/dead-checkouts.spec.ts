import { createOrderWorkflow } from "@medusajs/medusa/core-flows"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { sweepOrders } from "medusa-stockroom/workflows"

import { testStore } from "../../test-store"
import { type Answer, Refused } from "../shop"
import { APP, BOOT_TIMEOUT } from "../support"
import { type Glassworks, openGlassworks } from "./glassworks"

jest.setTimeout(BOOT_TIMEOUT)

/** Long enough after anything for a sweep to look at it. */
const LATER = () => new Date(Date.now() + 120_000)

/** A server dies between creating an order and reserving for it. There are 16 FLASK: A 2, B 14. */
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

    const complete = async (cart: string): Promise<Answer> =>
      await glass.shop.store(`/carts/${cart}/complete`, {})

    const unsettled = async (): Promise<Answer[]> =>
      (await glass.shop.admin.get("/stockroom/verify")).verification.unsettled_orders

    /**
     * What such a checkout leaves behind: an order without reservations, which is tied to its cart, or only to the
     * cart's payments.
     */
    async function deadCheckout(
      quantity: number,
      { tiedTo = "cart" }: { tiedTo?: "cart" | "payments" } = {}
    ): Promise<{ cart: string; order: string }> {
      const variant = glass.variants.FLASK
      const cart = await glass.shop.fillCart([{ variant, quantity }])
      const { result: order } = await createOrderWorkflow(getContainer()).run({
        input: {
          region_id: glass.shop.region,
          sales_channel_id: glass.shop.channel,
          email: "ada@example.com",
          items: [{ variant_id: variant, quantity, title: "FLASK", unit_price: 10 }],
        },
      })
      const other: Record<string, object> =
        tiedTo === "cart"
          ? { [Modules.CART]: { cart_id: cart } }
          : { [Modules.PAYMENT]: { payment_collection_id: await paymentsOf(cart) } }
      await getContainer()
        .resolve(ContainerRegistrationKeys.LINK)
        .create({ [Modules.ORDER]: { order_id: order.id }, ...other })
      return { cart, order: order.id }
    }

    async function paymentsOf(cart: string): Promise<string> {
      const { data } = await getContainer()
        .resolve(ContainerRegistrationKeys.QUERY)
        .graph({ entity: "cart", fields: ["payment_collection.id"], filters: { id: cart } })
      return data[0].payment_collection?.id ?? ""
    }

    it("the shopper who comes back gets the order, with its stock", async () => {
      const { cart, order } = await deadCheckout(3)
      expect((await complete(cart)).order.id).toBe(order)
      expect(await glass.stock("FLASK", "B")).toMatchObject({ available: "11", committed: "3" })

      expect((await complete(cart)).order.id).toBe(order)
      expect(await glass.stock("FLASK", "B")).toMatchObject({ available: "11", committed: "3" })
    })

    it("the shopper who comes back too late is refused in the words of the checkout", async () => {
      const { cart, order } = await deadCheckout(14)
      await glass.order([{ sku: "FLASK", quantity: 10 }])
      const refused = await complete(cart).catch((error: unknown) => error)
      expect(refused).toBeInstanceOf(Refused)
      expect(refused).toMatchObject({
        status: 400,
        body: {
          type: "not_allowed",
          message: expect.stringMatching(/^Not enough stock available/),
        },
      })
      expect(await glass.stock("FLASK", "B")).toMatchObject({ available: "4", committed: "10" })
      expect((await glass.orderStock(order)).committed).toEqual([])
    })

    it("an order that was tied to the cart's payments alone is the shopper's, too", async () => {
      const { cart, order } = await deadCheckout(3, { tiedTo: "payments" })
      const placed = (await complete(cart)).order
      expect(placed).toMatchObject({ id: order })
      expect(await glass.stock("FLASK", "B")).toMatchObject({ available: "11", committed: "3" })

      expect((await complete(cart)).order.id).toBe(order)
      expect(await glass.stock("FLASK", "B")).toMatchObject({ available: "11", committed: "3" })
      expect(await unsettled()).toEqual([])
    })

    it("it is refused as long as there is not enough, and had when there is", async () => {
      const { cart, order } = await deadCheckout(14, { tiedTo: "payments" })
      const other = await glass.order([{ sku: "FLASK", quantity: 10 }])
      for (const attempt of [1, 2]) {
        const refused = await complete(cart).catch((error: unknown) => error)
        expect({ attempt, refused }).toMatchObject({
          refused: { status: 400, body: { message: expect.stringMatching(/^Not enough stock/) } },
        })
      }
      expect((await glass.orderStock(order)).committed).toEqual([])
      await glass.shop.admin.post(`/orders/${other.id}/cancel`)
      expect((await complete(cart)).order.id).toBe(order)
      expect(await glass.stock("FLASK", "B")).toMatchObject({ committed: "14" })
    })

    it("a sweep commits the order where there is stock", async () => {
      await deadCheckout(3)
      await sweepOrders(getContainer(), LATER())
      expect(await glass.stock("FLASK", "B")).toMatchObject({ available: "11", committed: "3" })
      expect(await unsettled()).toEqual([])
    })

    it("a sweep sells nothing that is not there: verify lists the order, and a person decides", async () => {
      const { order } = await deadCheckout(14)
      await glass.order([{ sku: "FLASK", quantity: 10 }])
      await sweepOrders(getContainer(), LATER())
      expect(await glass.stock("FLASK", "B")).toMatchObject({ available: "4", committed: "10" })
      expect(await unsettled()).toEqual([
        expect.objectContaining({
          order_id: order,
          last_error: expect.stringMatching(/^Not enough stock available/),
        }),
      ])

      await glass.shop.admin.post(`/orders/${order}/cancel`)
      await glass.shop.admin.post(`/stockroom/orders/${order}/settle`)
      expect(await unsettled()).toEqual([])
      expect(await glass.stock("FLASK", "B")).toMatchObject({ available: "4", committed: "10" })
    })
  },
})

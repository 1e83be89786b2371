import pg from "pg"

import { testStore } from "../../test-store"
import { type Answer, openShop, type Shop } from "../shop"
import { APP, BOOT_TIMEOUT } from "../support"

jest.setTimeout(BOOT_TIMEOUT)

const LINES = 100
const LOCATIONS = 20
/** Every location has one of every item. */
const QUANTITY = 3

/** An order of 100 lines in a shop of 20 locations, each line of three units at three of them. */
testStore({
  medusaConfigFile: APP,
  testSuite: ({ api, getContainer }) => {
    it("is allocated, committed and held by four statements in one transaction", async () => {
      const shop = await openShop(api as never, getContainer())
      const variants = await stockUp(shop)
      const cart = await shop.fillCart(variants.map((variant) => ({ variant, quantity: QUANTITY })))

      const { order, statements } = await watching(
        async () => (await shop.store(`/carts/${cart}/complete`, {})).order as Answer
      )
      expect(statements).toEqual([
        "stockroom_lock_levels_of_items",
        "stockroom_allocation_facts",
        "stockroom_write",
        "stockroom_write_orders",
      ])
      const { order_stock } = await shop.admin.get(`/stockroom/orders/${order.id}`)
      expect(order_stock.committed).toHaveLength(LINES)
      expect(order_stock.holds).toHaveLength(LINES * (QUANTITY - 1))
      expect((await shop.admin.get("/stockroom/verify")).verification).toMatchObject({
        consistent: true,
      })
    })
  },
})

async function stockUp({ admin, channel, profile }: Shop): Promise<string[]> {
  const names = Array.from({ length: LINES }, (_, index) => `Part ${index + 1}`)
  const { product } = await admin.post("/products", {
    title: "Parts",
    status: "published",
    shipping_profile_id: profile,
    sales_channels: [{ id: channel }],
    options: [{ title: "Part", values: names }],
    variants: names.map((name) => ({
      title: name,
      sku: name.replace(" ", "-"),
      manage_inventory: true,
      options: { Part: name },
      prices: [{ currency_code: "eur", amount: 1 }],
    })),
  })
  const { inventory_items } = await admin.get(`/inventory-items?limit=${LINES}&q=Part`)
  expect(inventory_items).toHaveLength(LINES)
  for (let place = 0; place < LOCATIONS; place++) {
    const { stock_location } = await admin.post("/stock-locations", { name: `Place ${place}` })
    await admin.post(`/stock-locations/${stock_location.id}/sales-channels`, { add: [channel] })
    await admin.post("/inventory-items/location-levels/batch", {
      create: inventory_items.map(({ id }: Answer) => ({
        inventory_item_id: id,
        location_id: stock_location.id,
        stocked_quantity: 1,
      })),
    })
  }
  return product.variants.map(({ id }: Answer) => id)
}

/** The statements of the engine that are sent to Postgres meanwhile, by name. */
async function watching(
  work: () => Promise<Answer>
): Promise<{ order: Answer; statements: string[] }> {
  const query = jest.spyOn(pg.Client.prototype, "query")
  try {
    const order = await work()
    const names = query.mock.calls.flatMap(([config]) => {
      const { name } = config as { name?: string }
      return name?.startsWith("stockroom_") ? name : []
    })
    return { order, statements: names }
  } finally {
    query.mockRestore()
  }
}

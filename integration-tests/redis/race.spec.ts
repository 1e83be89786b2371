import { type Answer, buildShop, type Shop } from "../http/shop"
import { type Servers, startServers } from "./servers"

const STOCK = { Berlin: 30, Lyon: 20 }
const UNITS = STOCK.Berlin + STOCK.Lyon

jest.setTimeout(900_000)

describe("shoppers on two servers race for 50 units at two locations", () => {
  let servers: Servers
  let shop: Shop

  beforeEach(async () => {
    servers = await startServers(2)
    shop = await buildShop(servers.all[0].api, servers.headers)
    await setStock(shop)
  })

  afterEach(async () => {
    await servers?.stop()
  })

  it("200 at once: exactly 50 are served, the others are refused in Medusa's words", async () => {
    const carts = await fillCarts(shop, 200)
    const results = await Promise.all(
      carts.map((cart, index) => complete(servers, cart, index % 2, shop))
    )
    const sold = results.filter(({ status }) => status === 200)
    const refused = results.filter(({ status }) => status !== 200)
    expect(sold).toHaveLength(UNITS)
    expect(new Set(refused.map(({ status, type }) => `${status} ${type}`))).toEqual(
      new Set(["400 not_allowed"])
    )
    refused.forEach(({ message }) => expect(message).toMatch(/^Not enough stock available/))
    expect(await figures(shop)).toEqual({ available: 0, committed: UNITS })
    expect(await verified(shop)).toMatchObject({ consistent: true, unsettled_orders: [] })
  })

  it("one server dies in the middle: no unit is sold twice, and nothing has drifted", async () => {
    const carts = await fillCarts(shop, 120)
    const racing = carts.map((cart, index) => complete(servers, cart, index % 2, shop))
    await Promise.race(racing)
    await servers.all[1].kill()
    const results = await Promise.all(racing)

    const sold = results.filter(({ status }) => status === 200).length
    const refused = results.filter(({ status }) => status === 400)
    expect(sold).toBeLessThanOrEqual(UNITS)
    refused.forEach(({ message }) => expect(message).toMatch(/^Not enough stock available/))
    const { available, committed } = await figures(shop)
    expect(available + committed).toBe(UNITS)
    expect(available).toBeGreaterThanOrEqual(0)
    expect(committed).toBeGreaterThanOrEqual(sold)
    expect(await verified(shop)).toMatchObject({ consistent: true })
  })
})

async function setStock({ admin, widget, berlin, lyon }: Shop): Promise<void> {
  await admin.post("/stockroom/stock", {
    changes: [
      [berlin, STOCK.Berlin],
      [lyon, STOCK.Lyon],
    ].map(([location_id, quantity]) => ({
      op: "count",
      inventory_item_id: widget,
      location_id,
      quantity,
    })),
  })
}

/** Fills carts eight at a time: the race is for the units, not for the carts. */
async function fillCarts(shop: Shop, count: number): Promise<string[]> {
  const carts: string[] = []
  let started = 0
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      while (started++ < count) {
        carts.push(await shop.fillCart([{ variant: shop.variant, quantity: 1 }]))
      }
    })
  )
  return carts
}

interface Completion {
  /** 0 where the server died before it answered. */
  status: number
  type?: string
  message?: string
}

async function complete(
  { all }: Servers,
  cart: string,
  server: number,
  { storeHeaders }: Shop
): Promise<Completion> {
  try {
    await all[server].api.post(`/store/carts/${cart}/complete`, {}, { headers: storeHeaders })
    return { status: 200 }
  } catch (error) {
    const { response } = error as { response?: { status: number; data: Answer } }
    return response
      ? { status: response.status, type: response.data.type, message: response.data.message }
      : { status: 0 }
  }
}

async function figures({ admin, widget }: Shop) {
  const { stock } = await admin.get(`/stockroom/stock?inventory_item_id=${widget}`)
  const total = (state: string) =>
    stock.reduce((sum: number, level: Answer) => sum + Number(level[state]), 0)
  return { available: total("available"), committed: total("committed") }
}

async function verified({ admin }: Shop): Promise<Answer> {
  return (await admin.get("/stockroom/verify")).verification
}

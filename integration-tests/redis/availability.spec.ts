import type { Answer } from "../http/shop"
import { buildShop, type Shop } from "../http/shop"
import { redis } from "./command"
import { type Server, type Servers, startServers } from "./servers"

jest.setTimeout(900_000)

const STOCK = 15
const SALES = 12

describe("two servers that share Medusa's Redis cache", () => {
  let servers: Servers
  let shop: Shop
  let ask: string

  beforeAll(async () => {
    servers = await startServers(2)
    shop = await buildShop(servers.api, servers.headers)
    ask = `/store/stockroom/availability?variant_id=${shop.variant}`
    await shop.admin.post("/stockroom/availability", { display: "always" })
  })

  afterAll(async () => {
    await servers?.stop()
  })

  const look = async ({ api }: Server): Promise<number> => {
    const { data } = await api.get(ask, { headers: shop.storeHeaders })
    return Number(data.availability[0].quantity)
  }
  const complete = ({ api }: Server, cart: string): Promise<{ data: Answer }> =>
    api.post(`/store/carts/${cart}/complete`, {}, { headers: shop.storeHeaders })

  it("never tell of what the other has sold, once that is answered", async () => {
    const carts: string[] = []
    for (let n = 0; n < SALES; n++) {
      carts.push(await shop.fillCart([{ variant: shop.variant, quantity: 1 }]))
    }
    let [sold, asked, over] = [0, 0, false]
    const stale: object[] = []
    const watch = async (server: Server) => {
      while (!over) {
        const most = STOCK - sold
        const told = await look(server)
        asked++
        if (told > most) stale.push({ told, most })
      }
    }
    const crowd = [0, 1, 0, 1].map((which) => watch(servers.all[which]))
    for (const [n, cart] of carts.entries()) {
      const [seller, other] = n % 2 ? [...servers.all].reverse() : servers.all
      expect(await look(other)).toBe(STOCK - sold)
      await complete(seller, cart)
      sold++
      expect(await look(other)).toBe(STOCK - sold)
      expect(await look(seller)).toBe(STOCK - sold)
    }
    over = true
    await Promise.all(crowd)
    expect(stale).toEqual([])
    expect(asked).toBeGreaterThan(SALES * 4)
    // They have been asked of the cache, not only of the database.
    const kept = await redis(`EVAL "return #redis.call('keys', '*stockroom:availability*')" 0`)
    expect(Number(kept.replace(":", ""))).toBeGreaterThan(2)
  })

  it("forget what the other has changed in rules and settings", async () => {
    const [one, other] = servers.all
    const left = STOCK - SALES
    expect(await look(other)).toBe(left)
    const headers = servers.headers
    const { data } = await one.api.post(
      "/admin/stockroom/low-stock/rules",
      { place: "together", threshold: 2, stop_selling: true },
      { headers }
    )
    expect(await look(other)).toBe(left - 2)
    await other.api.post(
      `/admin/stockroom/low-stock/rules/${data.rule.id}`,
      { stop_selling: false },
      { headers }
    )
    expect(await look(one)).toBe(left)
  })
})

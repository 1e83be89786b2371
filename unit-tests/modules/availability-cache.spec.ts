import { asValue } from "@medusajs/framework/awilix"
import { container } from "@medusajs/framework"
import { Modules } from "@medusajs/framework/utils"

import { AvailabilityCache } from "../../src/modules/inventory/availability/cache"

const { MemoryCachingProvider } = jest.requireActual(
  "@medusajs/caching/dist/providers/memory-cache"
)

/** Medusa's cache in memory; `full` lets nothing more in, as it does when it is full. */
function openCache({ full = false } = {}) {
  const provider = new MemoryCachingProvider({ hasher: (key: string) => key })
  container.register(Modules.CACHING, asValue(full ? refusing(provider) : provider))
  const warnings: string[] = []
  const cache = new AvailabilityCache(60, { warn: (message) => warnings.push(message) })
  return { cache, provider, warnings }
}

function refusing(provider: { get: unknown; clear: unknown }) {
  return {
    get: (provider.get as () => unknown).bind(provider),
    clear: (provider.clear as () => unknown).bind(provider),
    async set() {
      throw new Error("Cache max keys amount exceeded")
    },
  }
}

const ASKED = { itemIds: ["WIDGET", "HONEY"] }

describe("what is kept for shoppers", () => {
  let stock = 10
  let reads = 0
  const read = async () => {
    reads++
    return { stock }
  }

  beforeEach(() => {
    stock = 10
    reads = 0
  })

  it("is read once, until one of its items changes", async () => {
    const { cache } = openCache()
    for (let n = 0; n < 3; n++) expect(await cache.through(ASKED, read)).toEqual({ stock: 10 })
    expect(reads).toBe(1)
    stock = 9
    await cache.forget(["SALT"])
    expect(await cache.through(ASKED, read)).toEqual({ stock: 10 })
    await cache.forget(["HONEY"])
    expect(await cache.through(ASKED, read)).toEqual({ stock: 9 })
    expect(await cache.through(ASKED, read)).toEqual({ stock: 9 })
    expect(reads).toBe(2)
  })

  it("is never given when it was read before a sale and kept after it", async () => {
    const { cache } = openCache()
    let goOn = () => {}
    const slow = cache.through(ASKED, async () => {
      const before = { stock }
      await new Promise<void>((resolve) => (goOn = resolve))
      return before
    })
    await new Promise((resolve) => setTimeout(resolve, 10))
    stock = 9
    await cache.forget(["WIDGET"])
    goOn()
    expect(await slow).toEqual({ stock: 10 })
    expect(await cache.through(ASKED, read)).toEqual({ stock: 9 })
    expect(await cache.through(ASKED, read)).toEqual({ stock: 9 })
  })

  it("is forgotten as a whole, of very many items and of a setting", async () => {
    const { cache } = openCache()
    const many = Array.from({ length: 501 }, (_, n) => `ITEM-${n}`)
    await cache.through(ASKED, read)
    await cache.forget(many)
    await cache.through(ASKED, read)
    await cache.forgetEverything()
    await cache.through(ASKED, read)
    expect(reads).toBe(3)
  })

  it("is forgotten from a full cache, too, where nothing new is kept", async () => {
    const { cache, provider } = openCache()
    await cache.through(ASKED, read)
    container.register(Modules.CACHING, asValue(refusing(provider)))
    stock = 9
    await cache.forget(["WIDGET"])
    expect(await cache.through(ASKED, read)).toEqual({ stock: 9 })
    expect(await cache.through(ASKED, read)).toEqual({ stock: 9 })
    expect(reads).toBe(3)
  })

  it("a failing cache is told of, and fails nothing", async () => {
    const { cache, warnings } = openCache({ full: true })
    expect(await cache.through(ASKED, read)).toEqual({ stock: 10 })
    expect(warnings[0]).toContain("Cache max keys amount exceeded")
  })
})

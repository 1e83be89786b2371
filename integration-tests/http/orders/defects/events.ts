import { setTimeout as sleep } from "node:timers/promises"

import type { IEventBusModuleService, IInventoryService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

import { defect, kept, point, type Scenario } from "./defect"
import { cancelFulfilment, edit, fulfil, receive, requestReturn } from "./desk"
import { failingBatch } from "./failing-batch"
import { outcomeOf, type Store } from "./store"

const EVENTS = ["created", "updated", "deleted"].map((what) => `inventory.inventory-level.${what}`)

/**
 * A storefront's cache of what the levels say. It reads a level when it is told that the level has
 * changed, and at no other time.
 */
class Cache {
  private readonly levels = new Map<string, string>()
  private reading: Promise<void> = Promise.resolve()
  private readonly bus: IEventBusModuleService
  private readonly inventory: IInventoryService

  constructor(private readonly store: Store) {
    this.bus = store.container.resolve(Modules.EVENT_BUS)
    this.inventory = store.container.resolve(Modules.INVENTORY)
    EVENTS.forEach((name) => this.bus.subscribe(name, this.hear, { subscriberId: name }))
  }

  close(): void {
    EVENTS.forEach((name) => this.bus.unsubscribe(name, this.hear, { subscriberId: name }))
  }

  /** It shows, or soon shows, what the levels say. */
  async isFresh(): Promise<void> {
    const deadline = Date.now() + (this.store.withStockroom ? 10_000 : 1_000)
    for (;;) {
      const [shown, stocked] = [this.render(this.levels), this.render(await this.read())]
      if (shown === stocked) return
      if (Date.now() > deadline) {
        expect(shown).toBe(stocked)
      }
      await sleep(25)
    }
  }

  private readonly hear = async ({ data }: { data: unknown }): Promise<void> => {
    const ids = [(data as { id: string | string[] }).id].flat()
    // One after the other, so that what is read last is what is kept.
    this.reading = this.reading.then(async () => {
      const found = await this.read(ids)
      ids.forEach((id) => this.levels.delete(id))
      found.forEach((figures, id) => this.levels.set(id, figures))
    })
    await this.reading
  }

  /** The crockery's levels, or those of them that are named. */
  private async read(ids?: string[]): Promise<Map<string, string>> {
    const levels = await this.inventory.listInventoryLevels({
      inventory_item_id: Object.values(this.store.items),
      ...(ids && { id: ids }),
    })
    return new Map(
      levels.map((level) => [
        level.id,
        `${this.nameOf(level)} ${level.stocked_quantity}/${level.reserved_quantity}`,
      ])
    )
  }

  private nameOf(level: { inventory_item_id: string; location_id: string }): string {
    const find = (names: Record<string, string>, id: string) =>
      Object.keys(names).find((name) => names[name] === id)
    const { items, places } = this.store
    return `${find(items, level.inventory_item_id)} ${find(places, level.location_id)}`
  }

  private render(levels: Map<string, string>): string {
    return [...levels.values()].sort().join("; ")
  }
}

function cached(scenario: (store: Store, cache: Cache) => Promise<void>): Scenario {
  return async (store) => {
    const cache = new Cache(store)
    try {
      await scenario(store, cache)
    } finally {
      cache.close()
    }
  }
}

export const events = point(
  "15. A cache that reads a level when its event says so (#11691)",
  kept(
    "is fresh after what people do to levels and reservations",
    cached(async (store, cache) => {
      const level = `/inventory-items/${store.items.CUP}/location-levels/${store.places.A}`
      await store.stock({ CUP: { A: 10, B: 5 } })
      await cache.isFresh()
      await store.count("CUP", "A", 12)
      await cache.isFresh()

      const { reservation } = await store.admin.post("/reservations", {
        inventory_item_id: store.items.CUP,
        location_id: store.places.A,
        quantity: 2,
      })
      await cache.isFresh()
      await store.admin.post(`/reservations/${reservation.id}`, { quantity: 3 })
      await cache.isFresh()
      await store.admin.delete(`/reservations/${reservation.id}`)
      await cache.isFresh()

      await store.count("CUP", "A", 0)
      await store.admin.delete(level)
      await cache.isFresh()
      await store.shows({ CUP: { A: "-", B: "5/0" } })
    })
  ),
  kept(
    "is fresh after every step of an order",
    cached(async (store, cache) => {
      await store.stock({ CUP: { A: 10 }, SAUCER: { A: 10 } })
      const order = await store.order(["SET", 2], ["CUP", 1])
      await cache.isFresh()
      const id = await fulfil(store, order, "A", ["CUP", 1])
      await cache.isFresh()
      await cancelFulfilment(store, order, id)
      await cache.isFresh()
      await fulfil(store, order, "A", ["CUP", 1])
      await receive(store, order, await requestReturn(store, order, "A", ["CUP", 1]), [["CUP", 1]])
      await cache.isFresh()

      const other = await store.order(["CUP", 2])
      await edit(store, other, "CUP", { quantity: 3 })
      await cache.isFresh()
      await store.admin.post(`/orders/${other.id}/cancel`)
      await cache.isFresh()
      await store.shows({ CUP: { A: "10/4" }, SAUCER: { A: "10/2" } })
    })
  ),
  defect(
    "is fresh after a return that opens a level",
    cached(async (store, cache) => {
      await store.stock({ CUP: { A: 10 } })
      const order = await store.order(["CUP", 2])
      await fulfil(store, order, "A", ["CUP", 2])
      const id = await requestReturn(store, order, "B", ["CUP", 2])

      expect(await outcomeOf(receive(store, order, id, [["CUP", 2]]))).toBe("done")

      await cache.isFresh()
      await store.shows({ CUP: { A: "8/0", B: "2/0" } })
    }),
    "500: An unknown error occurred"
  ),
  defect(
    "is fresh after an order that opens a level",
    cached(async (store, cache) => {
      const cart = await store.fillCart(["PLATE", 3])

      expect(await outcomeOf(store.complete(cart))).toBe("done")

      await cache.isFresh()
      await store.shows({ PLATE: { A: "0/3" } })
    }),
    /404: Item \S+ is not stocked at location undefined/
  ),
  defect(
    "is fresh after an edit that fails",
    cached(async (store, cache) => {
      await store.stock({ CUP: { A: 10 } })
      const order = await store.order(["CUP", 2])
      await edit(store, order, "CUP", { quantity: 3 })

      expect(await outcomeOf(edit(store, order, "CUP", { quantity: 20 }))).not.toBe("done")

      await cache.isFresh()
      await store.shows({ CUP: { A: "10/3" } })
    }),
    /Expected: "CUP A 10\/5"\s+Received: "CUP A 10\/3"/
  ),
  defect(
    "is fresh after a batch that fails, having read what the batch took back",
    cached(async (store, cache) => {
      await store.stock({ CUP: { A: 10 } })
      const order = await store.order(["CUP", 4])

      await failingBatch(store, async () => {
        await fulfil(store, order, "A", ["CUP", 4])
        await cache.isFresh()
      })

      await cache.isFresh()
      await store.shows({ CUP: { A: "6/0" } })
    }),
    /Expected: "CUP A 10\/0"\s+Received: "CUP A 26\/0"/
  )
)

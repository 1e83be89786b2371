import { setTimeout as sleep } from "node:timers/promises"
import { Modules } from "@medusajs/framework/utils"

import { testStore } from "../../test-store"
import type { Answer } from "../shop"
import { BOOT_TIMEOUT } from "../support"
import { APP_LOW_STOCK, type LowStockWorld, openLowStockWorld } from "./world"

jest.setTimeout(BOOT_TIMEOUT * 3)

const ALERTS = 10_000

testStore({
  medusaConfigFile: APP_LOW_STOCK,
  testSuite: ({ api, getContainer }) => {
    describe(`${ALERTS} alerts at once`, () => {
      let world: LowStockWorld
      const heard = new Map<string, number>()

      beforeAll(async () => {
        world = await openLowStockWorld(api as never, getContainer())
        getContainer()
          .resolve(Modules.EVENT_BUS)
          .subscribe(
            "drained",
            (async ({ data }: Answer) => {
              heard.set(data.alert.id, (heard.get(data.alert.id) ?? 0) + 1)
            }) as never,
            { subscriberId: "test-drained" }
          )
      })

      it("drain a few at a time, each once, while shoppers buy", async () => {
        const { berlin, placeOrder } = world.shop
        // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the built plugin's service
        const stock = getContainer().resolve(Modules.INVENTORY) as any
        for (let from = 0; from < ALERTS; from += 2_000) {
          const items = await stock.createInventoryItems(
            Array.from({ length: 2_000 }, (_, n) => ({ sku: `BULK-${from + n}` }))
          )
          await stock.createInventoryLevels(
            items.map(({ id }: Answer) => ({
              inventory_item_id: id,
              location_id: berlin,
              stocked_quantity: 1,
            }))
          )
        }
        // Of the shop's own items none is low at 1.
        await world.rule({
          place: "each_location",
          threshold: 1,
          actions: [{ identifier: "emit_event", options: { name: "drained" } }],
        })

        const began = Date.now()
        const left = () =>
          world.sql("select status, count(*)::int as runs from inventory_low_stock_run group by 1")
        let most = 0
        const drained = (async () => {
          for (const end = began + 600_000; Date.now() < end; await sleep(50)) {
            const counts = await left()
            const running = counts.find(({ status }) => status === "running")?.runs ?? 0
            most = Math.max(most, running)
            if (counts.find(({ status }) => status === "done")?.runs === ALERTS) return
          }
        })()
        // The job comes by while the subscriber is at it.
        const job = getContainer()
          .resolve(Modules.WORKFLOW_ENGINE)
          .run("job-stockroom-low-stock-actions", {})
        const orders: number[] = []
        for (let n = 0; n < 5; n++) {
          const start = Date.now()
          await placeOrder(1)
          orders.push(Date.now() - start)
        }
        expect(await left()).toContainEqual({ status: "pending", runs: expect.any(Number) })
        await Promise.all([drained, job])

        // Told where LOG_LEVEL lets it, for whoever measures.
        getContainer()
          .resolve("logger")
          .info(
            `${ALERTS} runs in ${Date.now() - began} ms; orders meanwhile took ${orders.join(", ")} ms`
          )
        expect(await left()).toEqual([{ status: "done", runs: ALERTS }])
        expect(heard.size).toBe(ALERTS)
        expect([...heard.values()].every((times) => times === 1)).toBe(true)
        expect(most).toBeLessThanOrEqual(20)
      })
    })
  },
})

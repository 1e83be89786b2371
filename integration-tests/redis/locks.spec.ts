import { once } from "node:events"

import type { LockingOptions } from "../../src/providers/locking"
import { describeLocks } from "../modules/locks/contract"
import { onStand, type Stand } from "../modules/support"
import { redis } from "./command"

const REDIS = {
  backend: "redis" as const,
  redisUrl: process.env.REDIS_URL ?? "",
  namespace: `stockroom_test_${process.pid}:`,
}

const ITEM = "iitem_01JDWQ5Z9K3T7M2N8P4R6S0V1X"

describeLocks("Medusa's Redis locks", { options: REDIS, waitsToAcquire: true, expires: true })

describe("Stockroom's Redis locks", () => {
  const locks = (options: Partial<LockingOptions>, test: (stand: Stand) => Promise<void>) =>
    onStand("stockroom", { locking: { ...REDIS, ...options } as LockingOptions }, test)

  it("wait as long as `waitLockingTimeout` says", async () => {
    await locks({ waitLockingTimeout: 1 }, async ({ locking }) => {
      const waiting = await locking.execute("cart_1", async () => {
        const start = Date.now()
        await expect(locking.execute("cart_1", async () => {})).rejects.toThrow("Timed-out")
        await expect(locking.execute(["cart_0", "cart_1"], async () => {})).rejects.toThrow("Timed")
        return Date.now() - start
      })

      expect(waiting).toBeGreaterThan(1_900)
      expect(waiting).toBeLessThan(4_000)
    })
  })

  it.each(["cart_1", "order_1"])("tell the job when %s is lost", async (lost) => {
    await locks({}, async ({ locking }) => {
      let told: AbortSignal | undefined
      const job = async (signal?: AbortSignal) => {
        told = signal
        await redis(`DEL ${REDIS.namespace}${lost}`)
        await once(signal as never as EventTarget, "abort")
      }

      await expect(
        locking.execute(["order_1", "cart_1", ITEM], job, { expire: 1 })
      ).rejects.toThrow(`Lost the lock for key(s) "${lost}"`)
      expect(told?.aborted).toBe(true)
    })
  })

  it("are Medusa's, under the name that it gives them", async () => {
    await locks({}, async ({ locking }) => {
      await locking.acquire(["cart_1", ITEM], { ownerId: "ann" })

      expect(await redis(`GET ${REDIS.namespace}cart_1`)).toBe("ann")
      expect(await redis(`EXISTS ${REDIS.namespace}${ITEM}`)).toBe(":0")
      await locking.releaseAll({ ownerId: "ann" })
    })
  })
})

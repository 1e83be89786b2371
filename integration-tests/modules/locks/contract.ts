import { setTimeout as sleep } from "node:timers/promises"

import type { ILockingModule } from "@medusajs/framework/types"

import type { LockingOptions } from "../../../src/providers/locking"
import { onStand } from "../support"

/** Ids as Medusa makes them: these pass. */
const ITEM = "iitem_01JDWQ5Z9K3T7M2N8P4R6S0V1X"
const OTHER_ITEM = "iitem_01JDWQ5Z9K3T7M2N8P4R6S0V1Y"
/** A key like any other: this one is locked. */
const CART = "cart_01JDWQ5Z9K3T7M2N8P4R6S0V1X"
const ORDER = "order_01JDWQ5Z9K3T7M2N8P4R6S0V1X"

const ANN = { ownerId: "ann" }
const BEN = { ownerId: "ben" }

interface BackEnd {
  options: LockingOptions
  /** What not all of Medusa's own locks can do. */
  waitsToAcquire: boolean
  expires: boolean
}

/** What must hold of Stockroom's locking provider, whatever holds the locks behind it. */
export function describeLocks(title: string, { options, waitsToAcquire, expires }: BackEnd): void {
  /** A test with locks of its own: Medusa's Locking Module, as a store has it. */
  const locks = (fact: string, test: (locking: ILockingModule) => Promise<void>) =>
    it(fact, async () => {
      const setup = { locking: options, pool: 20, migrate: options.backend === "postgres" }
      await onStand("stockroom", setup, async ({ locking }) => {
        await test(locking)
        await locking.releaseAll(ANN)
        await locking.releaseAll(BEN)
      })
    })

  describe(`Stockroom's locks before ${title}`, () => {
    locks("lets two jobs on one item run at once", async (locking) => {
      const meet = meeting(3)

      const results = await Promise.all([
        locking.execute(ITEM, meet),
        locking.execute([ITEM], meet),
        locking.execute([OTHER_ITEM, ITEM], meet, { timeout: 1 }),
      ])

      expect(results).toEqual(["met", "met", "met"])
    })

    locks("runs jobs on any other key one after the other", async (locking) => {
      for (const key of [CART, `${ITEM}:mine`, "iitem_chosen-by-hand", ITEM.toLowerCase()]) {
        const work = overlap()
        await Promise.all(Array.from({ length: 5 }, () => locking.execute(key, work.job)))

        expect({ key, most: work.most }).toEqual({ key, most: 1 })
      }
    })

    locks("locks of several keys those that are not items", async (locking) => {
      const job = gate()
      const first = locking.execute([ITEM, CART], job.pass)
      await job.entered
      const late = settled(locking.execute([CART, ITEM], async () => "ran", { timeout: 1 }))

      await locking.execute([ITEM, ORDER], async () => "ran")
      await sleep(1_500)
      job.open()

      expect(await first).toBe("passed")
      expect(await late).toBe("Timed-out acquiring lock.")
    })

    locks("answers as the locks behind it do", async (locking) => {
      await locking.acquire([ITEM, CART], ANN)

      await expect(locking.acquire([CART, ITEM], BEN)).rejects.toThrow(CART)
      await locking.acquire(ITEM, BEN)
      expect(await locking.release([ITEM, CART], BEN)).toBe(false)
      expect(await locking.release(ORDER, ANN)).toBe(false)
      expect(await locking.release([ITEM, CART], ANN)).toBe(true)
      await locking.acquire(CART, BEN)
      expect(await locking.release(CART, BEN)).toBe(true)
    })

    locks("says that an item was released, whoever asks and whenever", async (locking) => {
      expect(await locking.release(ITEM)).toBe(true)
      await locking.acquire([ITEM, OTHER_ITEM], ANN)
      expect(await locking.release([OTHER_ITEM, ITEM], BEN)).toBe(true)
      expect(await locking.release([], ANN)).toBe(true)
    })

    locks("takes a key that is named twice once", async (locking) => {
      await locking.acquire([CART, CART], ANN)

      await expect(locking.acquire(CART, BEN)).rejects.toThrow(CART)
      expect(await locking.release([CART, CART], ANN)).toBe(true)
    })

    locks("keeps its owner's lock when he asks again", async (locking) => {
      await locking.acquire(CART, ANN)
      await locking.acquire([ITEM, CART], ANN)

      expect(await locking.release(CART, ANN)).toBe(true)
      expect(await locking.release(CART, ANN)).toBe(false)
    })

    locks("releases all locks of an owner, and no other", async (locking) => {
      await locking.acquire([CART, ITEM], ANN)
      await locking.acquire([ORDER, ITEM], BEN)
      await locking.releaseAll(ANN)

      await locking.acquire(CART, BEN)
      await expect(locking.acquire(ORDER, ANN)).rejects.toThrow(ORDER)
    })

    locks("lets errors of the job through, and the key go", async (locking) => {
      for (const keys of [ITEM, CART, [CART, ITEM], [CART, ORDER]]) {
        const failing = () =>
          locking.execute(keys, async () => {
            throw new Error("out of glue")
          })

        await expect(failing()).rejects.toThrow("out of glue")
        await expect(failing()).rejects.toThrow("out of glue")
      }
    })

    locks("is found by its name", async (locking) => {
      const args = { provider: "stockroom" }
      await locking.acquire([CART, ITEM], { ...ANN, ...args })
      const result = await locking.execute([ORDER, ITEM], async () => "done", args)

      expect(result).toBe("done")
      expect(await locking.release([CART, ITEM], { ...ANN, ...args })).toBe(true)
      await locking.releaseAll({ ...ANN, ...args })
    })

    locks("lets callers of crossing keys all finish", async (locking) => {
      const keys = ["f", "c", "a", "e", "b", "d"].map((name) => `report:${name}`)
      const held = new Set<string>()
      let done = 0
      const caller = async (n: number) => {
        for (let turn = 0; turn < 6; turn++) {
          const mine = Array.from({ length: 3 }, (_, step) => keys[(n + turn * (step + 1)) % 6])
          await locking.execute([...mine, ITEM], async () => {
            const unique = [...new Set(mine)]
            expect(unique.filter((key) => held.has(key))).toEqual([])
            unique.forEach((key) => held.add(key))
            await sleep(2)
            unique.forEach((key) => held.delete(key))
            done++
          })
        }
      }
      await Promise.all(Array.from({ length: 8 }, (_, n) => caller(n)))

      expect(done).toBe(48)
    })

    if (waitsToAcquire) {
      locks("waits in the queue for the keys that are locked", async (locking) => {
        await locking.acquire(CART, ANN)
        const waiting = locking.acquire([ITEM, CART], { ...BEN, awaitQueue: true } as typeof BEN)
        await sleep(50)
        await locking.release(CART, ANN)
        await waiting

        expect(await locking.release(CART, BEN)).toBe(true)
      })
    }

    if (expires) {
      locks("lets a lock expire", async (locking) => {
        await locking.acquire([CART, ITEM], { ...ANN, expire: 1 })
        await expect(locking.acquire(CART, BEN)).rejects.toThrow(CART)
        await sleep(1_200)
        await locking.acquire(CART, BEN)

        expect(await locking.release(CART, ANN)).toBe(false)
      })
    }
  })
}

/** A job that ends only when as many run at once. */
function meeting(size: number): () => Promise<string> {
  let missing = size
  let open = () => {}
  const met = new Promise<void>((resolve) => (open = resolve))
  return async () => {
    if (--missing === 0) open()
    await met
    return "met"
  }
}

/** A job that sees how many of its kind run at once. */
function overlap() {
  let running = 0
  const work = {
    most: 0,
    job: async () => {
      work.most = Math.max(work.most, ++running)
      await sleep(3)
      running--
    },
  }
  return work
}

/** A job that tells when it has begun, and ends when it is let. */
function gate() {
  let open = () => {}
  let enter = () => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  const entered = new Promise<void>((resolve) => (enter = resolve))
  const pass = async () => {
    enter()
    await opened
    return "passed"
  }
  return { entered, open, pass }
}

/** What became of a promise: its value, or what its error says. */
async function settled(promise: Promise<string>): Promise<string> {
  return await promise.catch((error: Error) => error.message)
}

import { BERLIN, BOWL, CANDLE, CUP, LYON, NAIL, PLATE, SPOON } from "../../world"
import { type Call, call, summary } from "../calls"
import type { Stand } from "../support"
import { defect, PROCESSES, race } from "./defect"

/** Enough connections for everybody, and enough attempts for core's module to fail. */
const ONE_PROCESS = { pool: 50, attempts: 8 }

/** Something forty times, at once. */
const forty = (make: (n: number) => Call): Call[] => Array.from({ length: 40 }, (_, n) => make(n))

const forLine = (itemId: string, n: number) => ({
  inventory_item_id: itemId,
  location_id: BERLIN,
  quantity: 1,
  line_item_id: `line_${n}`,
})

const reserve = (itemId: string, n: number): Call =>
  call("createReservationItems", forLine(itemId, n))

describe("1. Reservations of one item at once (#16569)", () => {
  race("40 callers share 10 candles", async (on) => {
    const outcomes = await on.atOnce(forty((n) => reserve(CANDLE, n)))

    expect(summary(outcomes)).toEqual({ done: 10, refused: 30, broken: [] })
    expect(await on.level(CANDLE, BERLIN)).toMatchObject({ stocked: "10", reserved: "10" })
  })

  race("every reservation of plenty is counted", async (on) => {
    const outcomes = await on.atOnce(forty((n) => reserve(NAIL, n)))

    expect(summary(outcomes)).toEqual({ done: 40, refused: 0, broken: [] })
    expect(await on.level(NAIL, BERLIN)).toMatchObject({ stocked: "10000", reserved: "40" })
  })
})

describe("2. Adjustments of one item at once (#16576)", () => {
  race("40 times −1 takes 40", async (on) => {
    const outcomes = await on.atOnce(forty(() => call("adjustInventory", NAIL, BERLIN, -1)))

    expect(summary(outcomes)).toEqual({ done: 40, refused: 0, broken: [] })
    expect(await on.level(NAIL, BERLIN)).toMatchObject({ stocked: "9960", reserved: "0" })
  })

  race("20 adjustments and 20 reservations keep out of each other's way", async (on) => {
    const outcomes = await on.atOnce(
      forty((n) => (n % 4 < 2 ? reserve(NAIL, n) : call("adjustInventory", NAIL, BERLIN, -1)))
    )

    expect(summary(outcomes)).toEqual({ done: 40, refused: 0, broken: [] })
    expect(await on.level(NAIL, BERLIN)).toMatchObject({ stocked: "9980", reserved: "20" })
  })
})

describe("3. One reservation, deleted by several at once (#12401, #11131)", () => {
  const deletedBy = (method: (n: number) => Call["method"]) => async (on: Stand) => {
    const [, ...deleted] = await on.inventory.createReservationItems(
      [3, 1, 1, 1, 1].map((quantity) => ({
        inventory_item_id: CANDLE,
        location_id: BERLIN,
        quantity,
      }))
    )

    const outcomes = await on.atOnce(
      forty((n) => call(method(n), [deleted[n % deleted.length].id]))
    )

    expect(summary(outcomes)).toEqual({ done: 40, refused: 0, broken: [] })
    expect(await on.level(CANDLE, BERLIN)).toMatchObject({ stocked: "10", reserved: "3" })
  }
  const hard = () => "deleteReservationItems" as const
  const soft = () => "softDeleteReservationItems" as const

  defect("hard, is released once", deletedBy(hard), ONE_PROCESS)
  defect("softly, is released once", deletedBy(soft), ONE_PROCESS)
  race(
    "hard and softly, is released once",
    deletedBy((n) => (n % 16 < 8 ? hard() : soft()))
  )
})

describe("4. A count of the shelf while others reserve", () => {
  defect(
    "leaves their reservations counted",
    async (on) => {
      const outcomes = await on.atOnce(
        forty((n) => (n % 2 ? reserve(NAIL, n) : setOnHand(NAIL, 9_000)))
      )

      expect(summary(outcomes)).toEqual({ done: 40, refused: 0, broken: [] })
      expect(await on.level(NAIL, BERLIN)).toMatchObject({ stocked: "9000", reserved: "20" })
    },
    ONE_PROCESS
  )

  defect(
    "below what they reserve stops those who come after it",
    async (on) => {
      const [count, ...outcomes] = await on.atOnce([
        setOnHand(CANDLE, 2),
        ...forty((n) => reserve(CANDLE, n)),
      ])

      const { broken, done } = summary(outcomes)
      expect(broken).toEqual([])
      const { reserved_quantity: before } = (count as { value: { reserved_quantity: number } })
        .value
      expect(done).toBe(Math.max(2, before))
      expect(await on.level(CANDLE, BERLIN)).toMatchObject({ stocked: "2", reserved: `${done}` })
    },
    ONE_PROCESS
  )

  function setOnHand(itemId: string, quantity: number): Call {
    return call("updateInventoryLevels", {
      inventory_item_id: itemId,
      location_id: BERLIN,
      stocked_quantity: quantity,
    })
  }
})

describe("5. Batches over the same items, each in an order of its own", () => {
  const set = [CUP, PLATE, BOWL, SPOON]

  race("reserve and adjust without a deadlock", async (on) => {
    const outcomes = await on.atOnce(
      forty((n) =>
        n % 4 < 2
          ? call(
              "adjustInventory",
              turned(set, n).map((itemId) => ({
                inventoryItemId: itemId,
                locationId: BERLIN,
                adjustment: -1,
              }))
            )
          : call(
              "createReservationItems",
              turned(set, n).map((itemId) => forLine(itemId, n))
            )
      )
    )

    expect(summary(outcomes)).toEqual({ done: 40, refused: 0, broken: [] })
    for (const itemId of set) {
      expect(await on.level(itemId, BERLIN)).toMatchObject({ stocked: "80", reserved: "20" })
    }
  })

  race(
    "delete, move and count without a deadlock",
    async (on) => {
      const reservations = await on.inventory.createReservationItems(
        [0, 1, 2, 3, 4].flatMap((batch) => set.map((itemId) => forLine(itemId, batch)))
      )
      // Each batch has one reservation of every item.
      const [moved, ...deleted] = [0, 1, 2, 3, 4].map((batch) =>
        reservations
          .filter(({ line_item_id: line }) => line === `line_${batch}`)
          .map(({ id }) => id)
      )

      const outcomes = await on.atOnce(
        forty((n) => {
          if (n < 16) {
            const method = n % 8 < 4 ? "deleteReservationItems" : "softDeleteReservationItems"
            return call(method, turned(deleted[n % 4], n))
          }
          return n % 2
            ? call(
                "updateReservationItems",
                turned(moved, n).map((id) => ({ id, location_id: LYON }))
              )
            : call(
                "updateInventoryLevels",
                turned(set, n).map((itemId) => ({
                  inventory_item_id: itemId,
                  location_id: LYON,
                  stocked_quantity: 50,
                }))
              )
        })
      )

      expect(summary(outcomes)).toEqual({ done: 40, refused: 0, broken: [] })
      for (const itemId of set) {
        expect(await on.level(itemId, BERLIN)).toMatchObject({ stocked: "100", reserved: "0" })
        expect(await on.level(itemId, LYON)).toMatchObject({ stocked: "50", reserved: "1" })
      }
    },
    /DeadlockException/
  )

  /** The same things in another order: from the n-th on, and backwards every other time. */
  function turned<T>(things: T[], n: number): T[] {
    const first = n % things.length
    const order = [...things.slice(first), ...things.slice(0, first)]
    return n % 2 ? order.reverse() : order
  }
})

describe("6. Several server processes, and more callers than connections", () => {
  for (const pool of [2, 50]) {
    defect(
      `two processes, each with Medusa's default lock, sell 10 candles (a pool of ${pool})`,
      async (on) => {
        const calls = forty((n) => ({ ...reserve(CANDLE, n), lock: [CANDLE] }))

        expect(summary(await on.atOnce(calls))).toEqual({ done: 10, refused: 30, broken: [] })
      },
      { processes: 2, pool, locking: "in-memory", attempts: 8 }
    )
  }

  for (const processes of [1, 2]) {
    defect(
      `1,000 calls on a pool of 10 all finish (${PROCESSES[processes]})`,
      async (on) => {
        // Core's module loses updates without the lock that Medusa's workflows take around it. With
        // the one that serves several processes, each call holds one connection and waits for another.
        const lock = on.module === "core" ? { lock: [NAIL] } : {}
        const outcomes = await on.atOnce(
          Array.from({ length: 1_000 }, (_, n) => ({
            ...(n % 4 < 2 ? reserve(NAIL, n) : call("adjustInventory", NAIL, BERLIN, -1)),
            ...lock,
          }))
        )

        expect(summary(outcomes)).toEqual({ done: 1_000, refused: 0, broken: [] })
        expect(await on.level(NAIL, BERLIN)).toMatchObject({ stocked: "9500", reserved: "500" })
      },
      // By default a call waits a minute for a connection; to be stuck for five seconds is enough.
      { processes, pool: 10, poolTimeout: 5_000, locking: "postgres" }
    )
  }
})

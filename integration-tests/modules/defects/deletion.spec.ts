import { setTimeout as sleep } from "node:timers/promises"

import type StockroomModuleService from "../../../src/modules/inventory/service"
import { BERLIN, CANDLE, CUP, LYON, NAIL, OSLO } from "../../world"
import { type Call, call, summary } from "../calls"
import { onStand, type Stand } from "../support"
import { defect } from "./defect"

async function reserve(
  on: Stand,
  quantity: number,
  line: string | undefined,
  itemId = CANDLE
): Promise<string> {
  const { id } = await on.inventory.createReservationItems({
    inventory_item_id: itemId,
    location_id: BERLIN,
    quantity,
    line_item_id: line,
  })
  return id
}

describe("13. Restoring reservations (#16406)", () => {
  defect("by line item leaves those alone that a fulfilment used up", async (on) => {
    const shipped = await reserve(on, 4, "line_1")
    await on.inventory.adjustInventory(CANDLE, BERLIN, -4)
    await on.inventory.softDeleteReservationItems([shipped])
    const open = await reserve(on, 2, "line_1")
    const other = await reserve(on, 1, "line_2")

    await on.inventory.deleteReservationItemsByLineItem(["line_1", "line_2"])
    expect(await on.reservations()).toEqual({})
    await on.inventory.restoreReservationItemsByLineItem(["line_1", "line_2"])

    expect(await on.reservations()).toEqual({ [open]: "2", [other]: "1" })
    expect(await on.level(CANDLE, BERLIN)).toMatchObject({ stocked: "6", reserved: "3" })
  })

  defect("by line item takes back the latest deletion, and none before it", async (on) => {
    await reserve(on, 2, "line_1")
    await on.inventory.deleteReservationItemsByLineItem("line_1")

    await on.inventory.deleteReservationItemsByLineItem("line_1")
    await on.inventory.restoreReservationItemsByLineItem("line_1")

    expect(await on.reservations()).toEqual({})
    expect(await on.level(CANDLE, BERLIN)).toMatchObject({ stocked: "10", reserved: "0" })
  })

  defect("that are live counts nothing twice", async (on) => {
    const id = await reserve(on, 2, "line_1")

    await on.inventory.restoreReservationItems([id])
    await on.inventory.restoreReservationItemsByLineItem("line_1")

    expect(await on.level(CANDLE, BERLIN)).toMatchObject({ stocked: "10", reserved: "2" })
  })

  defect(
    "by several callers at once counts them once",
    async (on) => {
      const id = await reserve(on, 2, "line_1")
      await on.inventory.softDeleteReservationItems([id])

      const outcomes = await on.atOnce(
        Array.from({ length: 40 }, () => call("restoreReservationItems", [id]))
      )

      expect(summary(outcomes)).toEqual({ done: 40, refused: 0, broken: [] })
      expect(await on.level(CANDLE, BERLIN)).toMatchObject({ stocked: "10", reserved: "2" })
    },
    { pool: 50, attempts: 8 }
  )

  defect("whose stock was sold meanwhile says that it takes what is not there", async (on) => {
    const id = await reserve(on, 10, "line_1")
    await on.inventory.softDeleteReservationItems([id])
    await reserve(on, 8, "line_2")

    await on.inventory.restoreReservationItems([id])

    expect(await on.level(CANDLE, BERLIN)).toMatchObject({ stocked: "10", reserved: "18" })
    const level = { inventory_item_id: CANDLE, location_id: BERLIN }
    expect(on.events).toContainEqual({
      name: "stockroom.level.below_zero",
      data: {
        movement_id: expect.any(String),
        kind: "restore",
        levels: [{ ...level, available: "-8" }],
      },
    })
    const stockroom = on.inventory as StockroomModuleService
    const { notices } = await stockroom.verify()
    expect(notices).toContainEqual({
      notice: "below_zero",
      ...level,
      quantity: "-8",
      movement_id: null,
    })
    const { rows } = await stockroom.listHistory({ reservation_id: id }, { limit: 1 })
    expect(rows).toMatchObject([{ kind: "restore", below_zero: true }])
  })
})

describe("14. Deleting an item softly and restoring it", () => {
  defect("brings back what was live, and nothing else", async (on) => {
    const dead = await reserve(on, 8, "line_1", CUP)
    await on.inventory.softDeleteReservationItems([dead])
    const forOrder = await reserve(on, 4, "line_2", CUP)
    const byHand = await reserve(on, 2, undefined, CUP)
    const oslo = await on.inventory.retrieveInventoryLevelByItemAndLocation(CUP, OSLO)
    await on.inventory.softDeleteInventoryLevels([oslo.id])

    await on.inventory.softDeleteInventoryItems([CUP])
    expect(await on.reservations()).toEqual({})
    expect(await on.level(CUP, BERLIN)).toBeUndefined()
    await on.inventory.restoreInventoryItems([CUP])

    expect(await on.reservations()).toEqual({ [forOrder]: "4", [byHand]: "2" })
    expect(await on.level(CUP, BERLIN)).toMatchObject({ stocked: "100", reserved: "6" })
    expect(await on.level(CUP, LYON)).toMatchObject({ stocked: "100", reserved: "0" })
    expect(await on.level(CUP, OSLO)).toBeUndefined()
  })

  it("leaves alone what another caller deleted while the item's deletion waited", async () => {
    await onStand("stockroom", {}, async (on) => {
      const held = await on.knex.transaction()
      await held("inventory_level_state")
        .where({ inventory_item_id: CUP, location_id: OSLO })
        .forUpdate()
      const level = on.inventory.deleteInventoryItemLevelByLocationId(OSLO)
      await waiting(on, 1)
      const item = on.inventory.softDeleteInventoryItems([CUP])
      await waiting(on, 2)
      await held.commit()
      await Promise.all([level, item])

      await on.inventory.restoreInventoryItems([CUP])

      expect(await on.level(CUP, BERLIN)).toMatchObject({ stocked: "100" })
      expect(await on.level(CUP, OSLO)).toBeUndefined()
    })
  })
})

describe("15. Deleting what has reservations", () => {
  const deletions = {
    "a location's levels": () => call("deleteInventoryItemLevelByLocationId", BERLIN),
    "a level": () => call("deleteInventoryLevel", CANDLE, BERLIN),
    "a level by its id": (id: string) => call("deleteInventoryLevels", [id]),
    "a level softly": (id: string) => call("softDeleteInventoryLevels", [id]),
    "an item": () => call("deleteInventoryItems", [CANDLE]),
  }
  for (const [what, deletion] of Object.entries(deletions)) {
    defect(`is refused for ${what}, until they are released`, async (on) => {
      const { id } = await on.inventory.retrieveInventoryLevelByItemAndLocation(CANDLE, BERLIN)
      const reservations = [await reserve(on, 4, "line_1"), await reserve(on, 2, undefined)]

      const refused = await on.atOnce([deletion(id)])

      expect(summary(refused)).toEqual({ done: 0, refused: 1, broken: [] })
      expect(await on.level(CANDLE, BERLIN)).toMatchObject({ stocked: "10", reserved: "6" })
      expect(Object.keys(await on.reservations())).toEqual(reservations)

      await on.inventory.deleteReservationItems(reservations)
      expect(summary(await on.atOnce([deletion(id)]))).toMatchObject({ done: 1 })
      expect(await on.level(CANDLE, BERLIN)).toBeUndefined()
    })
  }

  defect("or making the level anew does not forget them", async (on) => {
    await reserve(on, 4, "line_1")

    await on.atOnce([call("deleteInventoryItemLevelByLocationId", BERLIN)])
    await on.atOnce([
      call("createInventoryLevels", {
        inventory_item_id: CANDLE,
        location_id: BERLIN,
        stocked_quantity: 10,
      }),
    ])

    expect(await on.level(CANDLE, BERLIN)).toMatchObject({ stocked: "10", reserved: "4" })
  })

  /** 39 callers reserve a nail each, and one in their midst makes another call. */
  const whileOthersReserve = (deletion: Call) =>
    Array.from({ length: 40 }, (_, n) =>
      n === 20
        ? deletion
        : call("createReservationItems", {
            inventory_item_id: NAIL,
            location_id: BERLIN,
            quantity: 1,
            line_item_id: `line_${n}`,
          })
    )

  defect(
    "a level while others reserve is refused, or they are",
    async (on) => {
      const outcomes = await on.atOnce(
        whileOthersReserve(call("deleteInventoryLevel", NAIL, BERLIN))
      )

      const { done, broken } = summary(outcomes)
      expect(broken).toEqual([])
      const level = await on.level(NAIL, BERLIN)
      expect(level?.reserved).toBe(level && `${done}`)
      expect(Object.keys(await on.reservations())).toHaveLength(level ? done : 0)
    },
    { pool: 50, attempts: 8 }
  )

  defect(
    "an item while others reserve is refused, or they are",
    async (on) => {
      const outcomes = await on.atOnce(whileOthersReserve(call("deleteInventoryItems", [NAIL])))

      const { done, broken } = summary(outcomes)
      expect(broken).toEqual([])
      const level = await on.level(NAIL, BERLIN)
      expect({ done, level }).toEqual(
        level
          ? { done: 39, level: { stocked: "10000", reserved: "39", incoming: "0" } }
          : { done: 1 }
      )
    },
    { pool: 2, attempts: 8 }
  )

  defect(
    "an item softly while others reserve loses none of what they got",
    async (on) => {
      const outcomes = await on.atOnce(whileOthersReserve(call("softDeleteInventoryItems", [NAIL])))

      const { done, broken } = summary(outcomes)
      expect(broken).toEqual([])
      expect(await on.reservations()).toEqual({})
      await on.inventory.restoreInventoryItems([NAIL])
      expect(Object.keys(await on.reservations())).toHaveLength(done - 1)
      expect(await on.level(NAIL, BERLIN)).toMatchObject({ reserved: `${done - 1}` })
    },
    { pool: 50, processes: 2, attempts: 8 }
  )

  it("an item while a level of it is made leaves nothing of that", async () => {
    await onStand("stockroom", {}, async (on) => {
      const held = await on.knex.transaction()
      await held("inventory_item").where({ id: NAIL }).forKeyShare()
      const deletion = on.inventory.deleteInventoryItems([NAIL])
      await waiting(on, 1)
      const creation = on.atOnce([
        call("createInventoryLevels", {
          inventory_item_id: NAIL,
          location_id: OSLO,
          stocked_quantity: 5,
        }),
      ])
      await waiting(on, 2)
      await held.commit()
      await deletion

      expect(summary(await creation)).toEqual({ done: 0, refused: 1, broken: [] })
      expect(await on.level(NAIL, OSLO)).toBeUndefined()
    })
  })

  describe("with core's module, before Stockroom was installed", () => {
    /** Reservations of 4 and 2 candles in Berlin, where core's module then deletes the level. */
    async function orphans(on: Stand): Promise<string[]> {
      const ids = [await reserve(on, 4, "line_1"), await reserve(on, 2, undefined)]
      await on.inventory.deleteInventoryItemLevelByLocationId(BERLIN)
      await on.replaceBy("stockroom")
      return ids
    }

    it("is remembered when the level is made anew", async () => {
      await onStand("core", {}, async (on) => {
        const [, byHand] = await orphans(on)

        await on.inventory.createInventoryLevels({
          inventory_item_id: CANDLE,
          location_id: BERLIN,
          stocked_quantity: 10,
        })

        expect(await on.level(CANDLE, BERLIN)).toMatchObject({ stocked: "10", reserved: "6" })
        await on.inventory.deleteReservationItems(byHand)
        expect(await on.level(CANDLE, BERLIN)).toMatchObject({ reserved: "4" })
      })
    })

    it("does not keep the reservations from being released", async () => {
      await onStand("core", {}, async (on) => {
        const ids = await orphans(on)

        await on.inventory.softDeleteReservationItems(ids)

        expect(await on.reservations()).toEqual({})
      })
    })
  })
})

/** Until so many connections wait for a lock. */
async function waiting(on: Stand, count: number): Promise<void> {
  for (const deadline = Date.now() + 5_000; Date.now() < deadline; await sleep(5)) {
    const { rows } = await on.knex.raw<{ rows: unknown[] }>(
      `select 1 from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`
    )
    if (rows.length >= count) return
  }
  throw new Error(`There never were ${count} connections that wait for a lock`)
}

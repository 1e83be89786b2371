import { BERLIN, CANDLE, decimal, LYON, NAIL, OSLO, RIBBON } from "../../world"
import { type Call, call, type Outcome } from "../calls"
import type { Stand } from "../support"
import { defect, kept } from "./defect"

describe("11. Values that are no quantity are refused by name", () => {
  const noNumbers = [NaN, Infinity, "ten", "", true, {}]
  const negatives = [-1, "-0.5"]
  const level = { inventory_item_id: CANDLE, location_id: BERLIN }

  defect("on creating a reservation", async (on) => {
    await refusedByName(on, "quantity", [...negatives, ...noNumbers, null, undefined], (quantity) =>
      call("createReservationItems", { ...level, quantity, line_item_id: "line_1" })
    )

    expect(await on.reservations()).toEqual({})
  })

  defect("on updating a reservation", async (on) => {
    const { id } = await on.inventory.createReservationItems({ ...level, quantity: 2 })

    await refusedByName(on, "quantity", [...negatives, ...noNumbers, null], (quantity) =>
      call("updateReservationItems", { id, quantity })
    )

    expect(await on.reservations()).toEqual({ [id]: "2" })
  })

  defect("on creating a level", async (on) => {
    await refusedByName(on, "stocked_quantity", [...negatives, ...noNumbers], (stocked) =>
      call("createInventoryLevels", {
        inventory_item_id: NAIL,
        location_id: OSLO,
        stocked_quantity: stocked,
      })
    )

    expect(await on.level(NAIL, OSLO)).toBeUndefined()
  })

  defect("on counting a level", async (on) => {
    await refusedByName(on, "stocked_quantity", noNumbers, (stocked) =>
      call("updateInventoryLevels", { ...level, stocked_quantity: stocked })
    )

    expect(await on.level(CANDLE, BERLIN)).toMatchObject({ stocked: "10" })
  })

  defect("on adjusting a level", async (on) => {
    await refusedByName(on, "adjustment", [...noNumbers, null], (adjustment) =>
      call("adjustInventory", CANDLE, BERLIN, adjustment)
    )

    expect(await on.level(CANDLE, BERLIN)).toMatchObject({ stocked: "10" })
  })

  defect("by the place they have in a batch", async (on) => {
    await refusedByName(on, "[1].quantity", negatives, (quantity) =>
      call("createReservationItems", [
        { ...level, quantity: 1 },
        { ...level, quantity },
      ])
    )

    expect(await on.reservations()).toEqual({})
  })

  async function refusedByName(
    on: Stand,
    field: string,
    values: unknown[],
    make: (value: unknown) => Call
  ): Promise<void> {
    const accepted: [unknown, Outcome][] = []
    for (const value of values) {
      const [outcome] = await on.atOnce([make(value)])
      const named =
        !outcome.ok && outcome.type === "invalid_data" && outcome.message.startsWith(`${field} `)
      if (!named) accepted.push([value, outcome])
    }
    expect(accepted).toEqual([])
  }
})

describe("12. Quantities are exact", () => {
  const ribbon = { inventory_item_id: RIBBON, location_id: BERLIN, line_item_id: "line_1" }

  kept("three times 0.1 is 0.3, and releases to exactly 0", async (on) => {
    const reservations = await on.inventory.createReservationItems(
      [0.1, 0.1, 0.1].map((quantity) => ({ ...ribbon, quantity }))
    )
    expect(await on.level(RIBBON, BERLIN)).toMatchObject({ stocked: "5.5", reserved: "0.3" })

    for (const { id } of reservations) await on.inventory.deleteReservationItems(id)
    expect(await on.level(RIBBON, BERLIN)).toMatchObject({ stocked: "5.5", reserved: "0" })
  })

  kept("1,000 times 0.1 is 100, and releases to exactly 0", async (on) => {
    const reservations = await on.inventory.createReservationItems(
      Array.from({ length: 1_000 }, (_, n) => ({
        inventory_item_id: NAIL,
        location_id: BERLIN,
        quantity: 0.1,
        line_item_id: `line_${n}`,
      }))
    )
    expect(await on.level(NAIL, BERLIN)).toMatchObject({ stocked: "10000", reserved: "100" })

    await on.inventory.deleteReservationItems(reservations.map(({ id }) => id))
    expect(await on.level(NAIL, BERLIN)).toMatchObject({ stocked: "10000", reserved: "0" })
  })

  defect("0.00005 and 0.00004 survive", async (on) => {
    const { id: one } = await on.inventory.createReservationItems({ ...ribbon, quantity: 0.00005 })
    const { id: two } = await on.inventory.createReservationItems({ ...ribbon, quantity: 0.00004 })
    expect(await on.reservations()).toEqual({ [one]: "0.00005", [two]: "0.00004" })
    expect(await on.level(RIBBON, BERLIN)).toMatchObject({ reserved: "0.00009" })

    await on.inventory.deleteReservationItems(two)
    expect(await on.level(RIBBON, BERLIN)).toMatchObject({ reserved: "0.00005" })
  })

  defect("9007199254740993 + 2 keeps every digit", async (on) => {
    await on.inventory.createInventoryLevels({
      inventory_item_id: NAIL,
      location_id: OSLO,
      stocked_quantity: decimal("9007199254740993"),
    })
    await on.inventory.adjustInventory(NAIL, OSLO, 2)
    const { id } = await on.inventory.createReservationItems({
      inventory_item_id: NAIL,
      location_id: OSLO,
      quantity: decimal("9007199254740993"),
    })

    expect(await on.level(NAIL, OSLO)).toMatchObject({
      stocked: "9007199254740995",
      reserved: "9007199254740993",
    })
    expect(await on.reservations()).toEqual({ [id]: "9007199254740993" })
    expect(await on.inventory.retrieveAvailableQuantity(NAIL, [OSLO])).toMatchObject({
      numeric: 2,
    })
  })

  defect("an item's sums are those of its live levels", async (on) => {
    await on.inventory.createReservationItems([
      { ...ribbon, quantity: 0.00005 },
      { ...ribbon, location_id: LYON, quantity: 0.00004 },
    ])
    await on.inventory.deleteInventoryItemLevelByLocationId(OSLO)

    const [item] = await on.inventory.listInventoryItems(
      { id: RIBBON },
      { select: ["id", "stocked_quantity", "reserved_quantity"] }
    )
    expect(item).toMatchObject({ stocked_quantity: 8.75, reserved_quantity: 0.00009 })
  })
})

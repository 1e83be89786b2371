import { BERLIN, CANDLE, LYON, OSLO } from "../../world"
import { call, summary } from "../calls"
import { defect } from "./defect"

const candles = (quantity: number, line: string) => ({
  inventory_item_id: CANDLE,
  location_id: BERLIN,
  quantity,
  line_item_id: line,
})

describe("7. Several entries on one level in one call (#16502)", () => {
  defect("two reservations are checked together", async (on) => {
    const outcomes = await on.atOnce([
      call("createReservationItems", [candles(6, "line_1"), candles(6, "line_2")]),
    ])

    expect(summary(outcomes)).toEqual({ done: 0, refused: 1, broken: [] })
    expect(await on.level(CANDLE, BERLIN)).toMatchObject({ stocked: "10", reserved: "0" })
    expect(await on.reservations()).toEqual({})
  })

  defect("two updates of reservations are checked together", async (on) => {
    const [one, two] = await on.inventory.createReservationItems([
      candles(3, "line_1"),
      candles(3, "line_2"),
    ])

    const outcomes = await on.atOnce([
      call("updateReservationItems", [
        { id: one.id, quantity: 6 },
        { id: two.id, quantity: 6 },
      ]),
    ])

    expect(summary(outcomes)).toEqual({ done: 0, refused: 1, broken: [] })
    expect(await on.level(CANDLE, BERLIN)).toMatchObject({ stocked: "10", reserved: "6" })
    expect(await on.reservations()).toEqual({ [one.id]: "3", [two.id]: "3" })
  })

  defect("what one update gives back, another of the same call may take", async (on) => {
    const [one, two] = await on.inventory.createReservationItems([
      candles(6, "line_1"),
      candles(4, "line_2"),
    ])

    const outcomes = await on.atOnce([
      call("updateReservationItems", [
        { id: one.id, quantity: 8 },
        { id: two.id, quantity: 2 },
      ]),
    ])

    expect(summary(outcomes)).toEqual({ done: 1, refused: 0, broken: [] })
    expect(await on.level(CANDLE, BERLIN)).toMatchObject({ stocked: "10", reserved: "10" })
    expect(await on.reservations()).toEqual({ [one.id]: "8", [two.id]: "2" })
  })

  defect("of two updates of one reservation the last stands", async (on) => {
    const { id } = await on.inventory.createReservationItems(candles(3, "line_1"))

    await on.inventory.updateReservationItems([
      { id, quantity: 4 },
      { id, quantity: 7 },
    ])

    expect(await on.level(CANDLE, BERLIN)).toMatchObject({ stocked: "10", reserved: "7" })
    expect(await on.reservations()).toEqual({ [id]: "7" })
  })

  defect("of several updates of one level the last of each figure stands", async (on) => {
    const level = { inventory_item_id: CANDLE, location_id: BERLIN }

    await on.inventory.updateInventoryLevels([
      { ...level, stocked_quantity: 20 },
      { ...level, stocked_quantity: 30 },
      { ...level, incoming_quantity: 5 },
    ])

    expect(await on.level(CANDLE, BERLIN)).toEqual({ stocked: "30", reserved: "0", incoming: "5" })
  })
})

describe("8. A batch that cannot be done whole", () => {
  defect("adjusts nothing when its second entry fails", async (on) => {
    const outcomes = await on.atOnce([
      call("adjustInventory", [
        { inventoryItemId: CANDLE, locationId: BERLIN, adjustment: -1 },
        { inventoryItemId: CANDLE, locationId: "sloc_nowhere", adjustment: -1 },
      ]),
    ])

    expect(summary(outcomes)).toEqual({ done: 0, refused: 1, broken: [] })
    expect(await on.level(CANDLE, BERLIN)).toMatchObject({ stocked: "10" })
  })

  defect("names everything that is short", async (on) => {
    const [outcome] = await on.atOnce([
      call("createReservationItems", [
        { ...candles(11, "line_1") },
        { ...candles(4, "line_2"), location_id: LYON },
        { ...candles(1, "line_3"), location_id: OSLO },
      ]),
    ])

    expect(outcome).toMatchObject({
      ok: false,
      message: expect.stringMatching(
        new RegExp(
          [
            `${BERLIN} \\(has 10, asked 11\\)`,
            `${LYON} \\(has 3, asked 4\\)`,
            `${OSLO} \\(has 0, asked 1\\)`,
          ].join(".*")
        )
      ),
    })
  })
})

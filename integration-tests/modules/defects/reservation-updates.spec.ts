import { BERLIN, CANDLE, CUP, LYON, NAIL, PLATE } from "../../world"
import { call, summary } from "../calls"
import type { Stand } from "../support"
import { defect } from "./defect"

/** A reservation in Berlin, for an order line. */
async function reserved(on: Stand, itemId: string, quantity: number): Promise<string> {
  const { id } = await on.inventory.createReservationItems({
    inventory_item_id: itemId,
    location_id: BERLIN,
    quantity,
    line_item_id: "line_1",
  })
  return id
}

describe("9. Moving a reservation to another location (#16437, #16488)", () => {
  defect("releases the old location", async (on) => {
    const id = await reserved(on, NAIL, 4)

    await on.inventory.updateReservationItems({ id, location_id: LYON })

    expect(await on.level(NAIL, BERLIN)).toMatchObject({ stocked: "10000", reserved: "0" })
    expect(await on.level(NAIL, LYON)).toMatchObject({ stocked: "500", reserved: "4" })
  })

  const tooMuch = {
    "its whole quantity": {},
    "its new, larger quantity": { quantity: 6 },
    "its new, smaller quantity": { quantity: 4 },
  }
  for (const [what, change] of Object.entries(tooMuch)) {
    defect(`is refused where there is not enough for ${what}`, async (on) => {
      const id = await reserved(on, CANDLE, 5)

      const outcomes = await on.atOnce([
        call("updateReservationItems", { id, location_id: LYON, ...change }),
      ])

      expect(summary(outcomes)).toEqual({ done: 0, refused: 1, broken: [] })
      expect(await on.level(CANDLE, BERLIN)).toMatchObject({ reserved: "5" })
      expect(await on.level(CANDLE, LYON)).toMatchObject({ reserved: "0" })
      expect(await on.inventory.retrieveReservationItem(id)).toMatchObject({
        location_id: BERLIN,
        quantity: 5,
      })
    })
  }

  defect("with a quantity of zero takes nothing there", async (on) => {
    const id = await reserved(on, CANDLE, 5)

    await on.inventory.updateReservationItems({ id, location_id: LYON, quantity: 0 })

    expect(await on.level(CANDLE, BERLIN)).toMatchObject({ reserved: "0" })
    expect(await on.level(CANDLE, LYON)).toMatchObject({ reserved: "0" })
    expect(await on.reservations()).toEqual({ [id]: "0" })
  })
})

describe("10. Changing what a reservation is", () => {
  defect("withdrawing allow_backorder is checked against a larger quantity", async (on) => {
    const { id } = await on.inventory.createReservationItems({
      inventory_item_id: CANDLE,
      location_id: BERLIN,
      quantity: 9,
      line_item_id: "line_1",
      allow_backorder: true,
    })

    const outcomes = await on.atOnce([
      call("updateReservationItems", { id, quantity: 11, allow_backorder: false }),
    ])

    expect(summary(outcomes)).toEqual({ done: 0, refused: 1, broken: [] })
    expect(await on.level(CANDLE, BERLIN)).toMatchObject({ stocked: "10", reserved: "9" })
    expect(await on.inventory.retrieveReservationItem(id)).toMatchObject({
      quantity: 9,
      allow_backorder: true,
    })
  })

  defect("pointing it at another item moves what is reserved", async (on) => {
    const id = await reserved(on, CUP, 4)
    const change = { id, inventory_item_id: PLATE }

    await on.inventory.updateReservationItems(change)

    expect(await on.level(CUP, BERLIN)).toMatchObject({ stocked: "100", reserved: "0" })
    expect(await on.level(PLATE, BERLIN)).toMatchObject({ stocked: "100", reserved: "4" })
  })

  defect("pointing it at another item is refused where there is not enough of that", async (on) => {
    const id = await reserved(on, CUP, 11)

    const outcomes = await on.atOnce([
      call("updateReservationItems", { id, inventory_item_id: CANDLE }),
    ])

    expect(summary(outcomes)).toEqual({ done: 0, refused: 1, broken: [] })
    expect(await on.level(CUP, BERLIN)).toMatchObject({ reserved: "11" })
    expect(await on.level(CANDLE, BERLIN)).toMatchObject({ reserved: "0" })
  })
})

import { readUnits, toRecords } from "../../src/core/units"
import { runAs } from "../../src/modules/inventory/request-context"
import type StockroomModuleService from "../../src/modules/inventory/service"
import { BERLIN, CANDLE, LYON, OSLO } from "../world"
import { exactly } from "./property/decimal"
import { orderModule } from "./property/order-module"
import { onStand, type Stand } from "./support"

jest.setTimeout(120_000)

const LINE = "ordli_holds"
const RESERVATION = "resitem_holds"

function stockroom(on: Stand): StockroomModuleService {
  return on.inventory as StockroomModuleService
}

/** Of ten candles in Berlin and three in Lyon, an order takes twelve: two are held in Lyon. */
async function sellTwelve(on: Stand): Promise<string> {
  const hold = await sell(on, 12)
  expect(await states(on)).toEqual({ Berlin: "-2 available, 12 committed", Lyon: "1, 2 held" })
  return hold
}

/** The same for so many, of which what Berlin does not have is held in Lyon. */
async function sell(on: Stand, quantity: number): Promise<string> {
  const [ordered, fulfilled] = [exactly(quantity), exactly(0)]
  orderModule.know([{ id: LINE, order: "order_holds", channel: "web", ordered, fulfilled }])
  await on.knex("inventory_location").insert(
    [BERLIN, LYON, OSLO].map((id, index) => ({
      id,
      priority: index + 1,
      sales_channel_ids: ["web"],
    }))
  )
  const who = { actor: { type: "system" as const, id: null }, source: null, references: {} }
  await runAs(
    () => ({ ...who, correlationId: "req_sale", flow: { kind: "sale" } }),
    () =>
      on.inventory.createReservationItems({
        ...{ id: RESERVATION, line_item_id: LINE, inventory_item_id: CANDLE },
        ...{ location_id: BERLIN, quantity },
      } as never)
  )
  const [{ id }] = await on.knex("inventory_hold").select("id")
  return id
}

async function states(on: Stand): Promise<{ Berlin: string; Lyon: string }> {
  const at = async (location_id: string) =>
    (
      await stockroom(on).listStock(
        { inventory_item_id: CANDLE, location_id },
        { limit: 1, offset: 0 }
      )
    )[0][0]
  const [berlin, lyon] = [await at(BERLIN), await at(LYON)]
  return {
    Berlin: `${berlin.available} available, ${berlin.committed} committed`,
    Lyon: lyon ? `${lyon.available}, ${lyon.reserved} held` : "no level",
  }
}

describe("What is held for an order's shortfall", () => {
  it("comes back with the deletion by line item that let it go", async () => {
    await onStand("stockroom", {}, async (on) => {
      await sellTwelve(on)
      await on.inventory.deleteReservationItemsByLineItem(LINE)
      expect(await states(on)).toEqual({ Berlin: "10 available, 0 committed", Lyon: "3, 0 held" })

      await on.inventory.restoreReservationItemsByLineItem(LINE)

      expect(await states(on)).toEqual({ Berlin: "-2 available, 12 committed", Lyon: "1, 2 held" })
    })
  })

  it("does not keep the commitment from coming back when its own level is gone", async () => {
    await onStand("stockroom", {}, async (on) => {
      await sellTwelve(on)
      await on.inventory.softDeleteReservationItems([RESERVATION])
      await on.inventory.deleteInventoryLevel(CANDLE, LYON)

      await on.inventory.restoreReservationItems([RESERVATION])

      expect(await states(on)).toEqual({
        Berlin: "-2 available, 12 committed",
        Lyon: "no level",
      })
    })
  })

  it("is covered in a unit of the item", async () => {
    await onStand("stockroom", {}, async (on) => {
      const hold = await sellTwelve(on)
      await stockroom(on).setItemUnits(CANDLE, [
        { key: "piece", name: "Piece", base: true },
        { key: "pair", name: "Pair", factor: 2 },
      ])
      await expect(stockroom(on).coverHold(hold, { quantity: "0.5" })).rejects.toMatchObject({
        type: "invalid_data",
        details: { field: "quantity", increment: "1" },
      })
      await stockroom(on).coverHold(hold, { quantity: 1, unit: "pair" })
      expect(await states(on)).toEqual({ Berlin: "0 available, 12 committed", Lyon: "1, 0 held" })
    })
  })

  it("is older than the units, and goes on a transfer as it is held, but nothing else does", async () => {
    await onStand("stockroom", {}, async (on) => {
      const service = stockroom(on)
      const hold_id = await sell(on, 12.5)
      const units = toRecords(readUnits([{ key: "piece", name: "Piece", base: true }]))
      await service.putBackItemUnits(CANDLE, units)
      const off = (value: string) => ({
        type: "invalid_data",
        details: { field: "lines[0].quantity", reason: "off_increment", value },
      })
      const lines = (quantity: string) => [{ inventory_item_id: CANDLE, quantity, hold_id }]
      const create = (quantity: string) =>
        service.createTransfer({
          ...{ origin_id: LYON, destination_id: BERLIN, lines: lines(quantity) },
        })
      await expect(create("0.5")).rejects.toMatchObject(off("0.5"))
      const { transfer_id: id } = await create("2.5")
      await expect(service.updateTransfer(id, { lines: lines("1.5") })).rejects.toMatchObject(
        off("1.5")
      )
      await service.updateTransfer(id, { lines: lines("2") })
      await service.updateTransfer(id, { lines: lines("2.5") })

      await service.coverHold(hold_id, { quantity: 1 })
      await expect(service.markTransferPending(id)).rejects.toMatchObject(off("2.5"))
      await service.updateTransfer(id, { lines: lines("1.5") })
      await service.markTransferPending(id)

      expect(await states(on)).toEqual({
        ...{ Berlin: "-1.5 available, 12.5 committed", Lyon: "0.5, 0 held" },
      })
    })
  })

  it("is not held again for an order that was cancelled before its cover is taken back", async () => {
    await onStand("stockroom", {}, async (on) => {
      const hold = await sellTwelve(on)
      await stockroom(on).coverHold(hold)
      expect(await states(on)).toEqual({ Berlin: "0 available, 12 committed", Lyon: "1, 0 held" })
      await on.inventory.deleteReservationItemsByLineItem(LINE)

      await stockroom(on).uncoverHold(hold, "2")

      expect(await states(on)).toEqual({ Berlin: "10 available, 0 committed", Lyon: "3, 0 held" })
    })
  })
})

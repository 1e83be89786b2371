import { setTimeout as sleep } from "node:timers/promises"

import { type Flow, runAs } from "../../src/modules/inventory/request-context"
import type StockroomModuleService from "../../src/modules/inventory/service"
import type { OrderFacts } from "../../src/modules/inventory/types"
import { BERLIN, CANDLE } from "../world"
import { onStand, type Stand } from "./support"

jest.setTimeout(120_000)

const ORDER = "order_1"
const LINE = "line_1"
const FULFILMENT = "ful_1"
const CALLERS = Array.from({ length: 20 }, (_, n) => `req_${n}`)

/** What is done in one request of Medusa's. */
function inRequest<T>(correlationId: string, flow: Flow | null, work: () => Promise<T>) {
  const who = { actor: { type: "system" as const, id: null }, source: null, references: {} }
  return runAs(() => ({ ...who, correlationId, flow }), work)
}

function stockroom(on: Stand): StockroomModuleService {
  return on.inventory as StockroomModuleService
}

/** Of ten candles in Berlin, four are committed to a line. */
async function commitFour(on: Stand): Promise<void> {
  await on.inventory.createReservationItems({
    inventory_item_id: CANDLE,
    location_id: BERLIN,
    quantity: 4,
    line_item_id: LINE,
  })
}

async function fulfilFour(on: Stand): Promise<void> {
  await commitFour(on)
  const flow: Flow = { kind: "fulfil", orderId: ORDER, lines: [{ id: LINE, quantity: 4 }] }
  await inRequest("req_fulfil", flow, () => on.inventory.adjustInventory(CANDLE, BERLIN, -4))
}

/** Makes calls while another call keeps the level, so that they wait, and then go in together. */
async function together(on: Stand, calls: () => Promise<unknown>[]): Promise<void> {
  const key = { inventory_item_id: CANDLE, location_id: BERLIN }
  const held = await on.knex.transaction()
  await held("inventory_level_state").where(key).forUpdate()
  const first = on.inventory.adjustInventory(CANDLE, BERLIN, 0)
  const waiting = calls()
  await sleep(500)
  await held.commit()
  await Promise.all([first, ...waiting])
}

/** What Medusa says of the order: four candles have left from Berlin. */
const FULFILLED: OrderFacts = {
  order_id: ORDER,
  created_at: new Date().toISOString(),
  canceled: false,
  draft: false,
  lines: [],
  fulfillments: [
    {
      id: FULFILMENT,
      canceled: false,
      location_id: BERLIN,
      items: [{ line_item_id: LINE, inventory_item_id: CANDLE, quantity: "4", in_kit: true }],
    },
  ],
  returns: [],
}

const CANCEL: Flow = {
  kind: "cancel_fulfilment",
  orderId: ORDER,
  fulfillmentId: FULFILMENT,
}

describe("Calls that wait together, and are then decided in one transaction, see each other", () => {
  it("a fulfilment that many cancel comes back once", async () => {
    await onStand("stockroom", {}, async (on) => {
      await fulfilFour(on)
      await stockroom(on).settleOrder(FULFILLED)
      expect(await on.level(CANDLE, BERLIN)).toMatchObject({ stocked: "6", reserved: "0" })

      await together(on, () =>
        CALLERS.map((caller) =>
          inRequest(caller, CANCEL, () => on.inventory.adjustInventory(CANDLE, BERLIN, 4))
        )
      )

      expect(await on.level(CANDLE, BERLIN)).toMatchObject({ stocked: "10", reserved: "4" })
    })
  })

  it("a return that many settle comes in once", async () => {
    await onStand("stockroom", {}, async (on) => {
      await fulfilFour(on)
      await stockroom(on).settleOrder(FULFILLED)
      const units = [{ line_item_id: LINE, inventory_item_id: CANDLE, quantity: "3" }]
      const facts = {
        ...FULFILLED,
        returns: [{ id: "return_1", location_id: BERLIN, received: units, dismissed: [] }],
      }

      await together(on, () => CALLERS.map(() => stockroom(on).settleOrder(facts)))

      expect(await on.level(CANDLE, BERLIN)).toMatchObject({ stocked: "9", reserved: "0" })
      const [[level]] = await stockroom(on).listStock(
        { inventory_item_id: CANDLE, location_id: BERLIN },
        { limit: 1, offset: 0 }
      )
      expect(level).toMatchObject({ fulfilled: "4" })
    })
  })

  it("a request that fails takes back its own count, whatever others do at that moment", async () => {
    await onStand("stockroom", {}, async (on) => {
      const at = { inventory_item_id: CANDLE, location_id: BERLIN }
      await inRequest("req_count", null, () =>
        on.inventory.updateInventoryLevels({ ...at, stocked_quantity: 30 })
      )

      await together(on, () => [
        ...CALLERS.map(() => on.inventory.adjustInventory(CANDLE, BERLIN, -0.25)),
        inRequest("req_count", null, () =>
          on.inventory.updateInventoryLevels({ ...at, stocked_quantity: 10 })
        ),
        ...CALLERS.map(() => on.inventory.adjustInventory(CANDLE, BERLIN, -0.25)),
      ])

      expect(await on.level(CANDLE, BERLIN)).toMatchObject({ stocked: "0" })
    })
  })
})

describe("A request that fails", () => {
  it("takes back once what it fulfilled of two lines that share an item", async () => {
    await onStand("stockroom", {}, async (on) => {
      await on.inventory.createReservationItems(
        [LINE, "line_2"].map((line_item_id) => ({
          inventory_item_id: CANDLE,
          location_id: BERLIN,
          quantity: 3,
          line_item_id,
        }))
      )
      const flow: Flow = {
        kind: "fulfil",
        orderId: ORDER,
        lines: [LINE, "line_2"].map((id) => ({ id, quantity: 3 })),
      }
      const adjust = (adjustment: number) =>
        inRequest("req_1", flow, () =>
          on.inventory.adjustInventory(
            [1, 2].map(() => ({ inventoryItemId: CANDLE, locationId: BERLIN, adjustment }))
          )
        )

      await adjust(-3)
      expect(await on.level(CANDLE, BERLIN)).toMatchObject({ stocked: "4", reserved: "0" })
      await adjust(3)

      expect(await on.level(CANDLE, BERLIN)).toMatchObject({ stocked: "10", reserved: "6" })
    })
  })

  it("is not taken for another that has cancelled the same fulfilment before it", async () => {
    await onStand("stockroom", {}, async (on) => {
      await fulfilFour(on)
      await stockroom(on).settleOrder(FULFILLED)
      const cancel = (caller: string, adjustment: number) =>
        inRequest(caller, CANCEL, () => on.inventory.adjustInventory(CANDLE, BERLIN, adjustment))

      await cancel("req_1", 4)
      await cancel("req_2", 4)
      await cancel("req_2", -4)
      expect(await on.level(CANDLE, BERLIN)).toMatchObject({ stocked: "10", reserved: "4" })

      await cancel("req_1", -4)
      expect(await on.level(CANDLE, BERLIN)).toMatchObject({ stocked: "6", reserved: "0" })
    })
  })
})

describe("A fulfilment", () => {
  it("is refused when somebody who was faster has shipped all that was reserved", async () => {
    await onStand("stockroom", {}, async (on) => {
      await fulfilFour(on)

      await expect(
        inRequest(
          "req_late",
          { kind: "fulfil", orderId: ORDER, lines: [{ id: LINE, quantity: 4 }] },
          () => on.inventory.adjustInventory(CANDLE, BERLIN, -4)
        )
      ).rejects.toThrow("exceeds the reserved quantity")

      expect(await on.level(CANDLE, BERLIN)).toMatchObject({ stocked: "6", reserved: "0" })
    })
  })

  it("comes back, once, to a level that was deleted and made again since", async () => {
    await onStand("stockroom", {}, async (on) => {
      await fulfilFour(on)
      await stockroom(on).settleOrder(FULFILLED)
      await on.inventory.deleteInventoryLevel(CANDLE, BERLIN)
      const level = { inventory_item_id: CANDLE, location_id: BERLIN, stocked_quantity: 1 }
      await on.inventory.createInventoryLevels(level)

      for (const request of ["req_1", "req_2"]) {
        await inRequest(request, CANCEL, () => on.inventory.adjustInventory(CANDLE, BERLIN, 4))
      }

      expect(await on.level(CANDLE, BERLIN)).toMatchObject({ stocked: "5", reserved: "4" })
    })
  })

  it.each([
    ["on the shelf, where Medusa has put them", true, 4],
    ["by Stockroom, where the kit was changed", false, 0],
  ])("that is found cancelled has its units back %s", async (_, inKit, byMedusa) => {
    await onStand("stockroom", {}, async (on) => {
      await fulfilFour(on)
      await stockroom(on).settleOrder(FULFILLED)
      await on.inventory.adjustInventory(CANDLE, BERLIN, byMedusa)

      const [fulfilment] = FULFILLED.fulfillments
      const cancelled = {
        ...FULFILLED,
        fulfillments: [
          {
            ...fulfilment,
            canceled: true,
            items: fulfilment.items.map((item) => ({ ...item, in_kit: inKit })),
          },
        ],
      }
      await stockroom(on).settleOrder(cancelled)
      await stockroom(on).settleOrder(cancelled)

      expect(await on.level(CANDLE, BERLIN)).toMatchObject({ stocked: "10", reserved: "0" })
      const [[level]] = await stockroom(on).listStock(
        { inventory_item_id: CANDLE, location_id: BERLIN },
        { limit: 1, offset: 0 }
      )
      expect(level).toMatchObject({ available: "10", fulfilled: "0" })
    })
  })
})

import { ORIGIN_DEDUCTIONS, type OriginDeduction } from "../../../src/core/transfer"
import type StockroomModuleService from "../../../src/modules/inventory/service"
import { BERLIN, LYON } from "../../world"
import { IDS, openRoad } from "./road"

/** What happens to stock while it is on its way. TEA: 10 at Berlin, 5 at Lyon; 6 are sent. */
jest.setTimeout(300_000)

const TEA = "iitem_tea"
const road = openRoad()

async function sendTea(
  origin_deduction: OriginDeduction
): Promise<{ stock: StockroomModuleService; id: string }> {
  const { service: stock } = await road.server({ transfers: { origin_deduction } })
  await stock.createInventoryItems([{ id: TEA, sku: "TEA" } as object])
  await stock.createInventoryLevels([
    { inventory_item_id: TEA, location_id: BERLIN, stocked_quantity: 10 },
    { inventory_item_id: TEA, location_id: LYON, stocked_quantity: 5 },
  ])
  const lines = [{ inventory_item_id: TEA, quantity: 6 }]
  const { transfer_id: id } = await stock.createTransfer({ ...IDS, lines })
  await stock.markTransferPending(id)
  return { stock, id }
}

/** `Berlin 4, Lyon 5 incoming 6`: what is available, and what else there is. */
async function told(stock: StockroomModuleService): Promise<string> {
  const [levels] = await stock.listStock({ inventory_item_id: TEA }, { limit: 5, offset: 0 })
  const states = ["damaged", "quality_control", "reserved", "safety", "incoming"] as const
  return levels
    .map((level) => [
      `${level.location_id === BERLIN ? "Berlin" : "Lyon"} ${level.available}`,
      ...states.filter((state) => level[state] !== "0").map((state) => `${state} ${level[state]}`),
    ])
    .map((words) => words.join(" "))
    .sort()
    .join(", ")
}

type Ending = [verb: "cancelTransfer" | "closeTransfer", write_off: boolean, after: string]

const ENDINGS: Ending[] = [
  ["cancelTransfer", false, "Berlin 8, Lyon 7"],
  ["cancelTransfer", true, "Berlin 4, Lyon 7"],
  ["closeTransfer", false, "Berlin 8, Lyon 7"],
  ["closeTransfer", true, "Berlin 4, Lyon 7"],
]

describe.each(ORIGIN_DEDUCTIONS)("an item that is deleted while it is on its way, %s,", (mode) => {
  it.each(ENDINGS)(
    "comes back as if it had been there: %s, written off: %s",
    async (verb, write_off, after) => {
      const { stock, id } = await sendTea(mode)
      await stock.receiveTransfer(id, { lines: [{ inventory_item_id: TEA, accepted: 2 }] })
      await stock.softDeleteInventoryItems([TEA])
      expect(await told(stock)).toBe("")
      await stock[verb](id, { write_off })
      await stock.restoreInventoryItems([TEA])
      expect(await told(stock)).toBe(after)
    }
  )

  it("is expected again when its transfer still is on its way", async () => {
    const { stock, id } = await sendTea(mode)
    const before = await told(stock)
    await stock.softDeleteInventoryItems([TEA])
    await stock.restoreInventoryItems([TEA])
    expect(await told(stock)).toBe(before)
    await stock.receiveTransfer(id, { accept_rest: true })
    expect(await told(stock)).toBe("Berlin 4, Lyon 11")
  })

  it("comes back once, however often it goes and comes", async () => {
    const { stock, id } = await sendTea(mode)
    await stock.softDeleteInventoryItems([TEA])
    await stock.cancelTransfer(id)
    for (let time = 0; time < 2; time++) {
      await stock.restoreInventoryItems([TEA])
      expect(await told(stock)).toBe("Berlin 10, Lyon 5")
      await stock.softDeleteInventoryItems([TEA])
    }
    await stock.restoreInventoryItems([TEA])
  })
})

const KEPT = ["damaged", "quality_control", "reserved", "safety"] as const

describe.each(ORIGIN_DEDUCTIONS)("a receipt, %s,", (mode) => {
  const back = mode === "on_pending" ? "Berlin 4" : "Berlin 10 incoming -6"

  /** Receives one tea, and two of which nobody is sure. */
  async function receive(state: (typeof KEPT)[number]) {
    const { stock, id } = await sendTea(mode)
    const reject = { rejected: 2, disposition: state, reason: "opened" }
    const lines = [{ inventory_item_id: TEA, accepted: 1, ...reject }]
    const { receipt_id } = await stock.receiveTransfer(id, { lines })
    return { stock, takeBack: () => stock.takeBackReceipt(id, receipt_id as string) }
  }

  it.each(KEPT)("is taken back whole while its rejected units are %s", async (state) => {
    const { stock, takeBack } = await receive(state)
    expect(await told(stock)).toContain(`Lyon 6 ${state} 2`)
    await takeBack()
    expect(await told(stock)).toBe(`${back}, Lyon 5 incoming 6`)
  })

  it.each(KEPT)("takes from what is available where they are %s no more", async (state) => {
    const { stock, takeBack } = await receive(state)
    const at = { inventory_item_id: TEA, location_id: LYON }
    await stock.changeStock({
      changes: [{ ...at, op: "move", from: state, to: "available", quantity: 2 }],
    })
    await takeBack()
    expect(await told(stock)).toBe(`${back}, Lyon 5 incoming 6`)
  })

  it.each(KEPT)(
    "takes the rest from there where some are %s and some thrown away",
    async (state) => {
      const { stock, takeBack } = await receive(state)
      const at = { inventory_item_id: TEA, location_id: LYON }
      await stock.changeStock({ changes: [{ ...at, op: "adjust", state, quantity: -1 }] })
      await takeBack()
      // The one that was thrown away is missing, whoever counts.
      expect(await told(stock)).toBe(`${back}, Lyon 4 incoming 6`)
    }
  )
})

import type { Knex } from "@medusajs/framework/mikro-orm/knex"

import type StockroomModuleService from "../../../src/modules/inventory/service"
import { BERLIN, CANDLE, CUP, LYON, NAIL } from "../../world"
import { IDS, openRoad } from "./road"

/**
 * Transfers from Berlin to Lyon in the world of ../../world.ts: 10 candles at Berlin, 3 at Lyon; ample
 * nails and cups.
 */
jest.setTimeout(300_000)

/** How often two people receive the same transfer at once. */
const ROUNDS = 500

const road = openRoad()
const server = (options?: object) => road.server(options)

async function send(
  stock: StockroomModuleService,
  lines: [string, number | string][]
): Promise<string> {
  const { transfer_id: id } = await stock.createTransfer({
    ...IDS,
    lines: lines.map(([inventory_item_id, quantity]) => ({ inventory_item_id, quantity })),
  })
  await stock.markTransferPending(id)
  return id
}

describe("two people who receive the same transfer at once", () => {
  it(`never receive a unit twice, ${ROUNDS} times over, on two servers`, async () => {
    const [one, two] = [(await server()).service, (await server()).service]
    let refused = 0
    for (let round = 0; round < ROUNDS; round++) {
      const id = await send(one, [
        [NAIL, 3],
        [CUP, 1],
      ])
      const receipt = { lines: [{ inventory_item_id: NAIL, accepted: 2 }] }
      const all = round % 2 ? { accept_rest: true } : receipt
      const outcomes = await Promise.allSettled([
        one.receiveTransfer(id, receipt),
        two.receiveTransfer(id, all),
      ])
      const reasons = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason] : []))
      expect(
        reasons.map(({ type }) => type).filter((type) => !/not_allowed|conflict/.test(type))
      ).toEqual([])
      refused += reasons.length
      const { totals } = await one.retrieveTransfer(id)
      const counted = Number(totals.accepted) + Number(totals.outstanding)
      expect(counted).toBe(4)
      await one.receiveTransfer(id, { accept_rest: true }).catch(() => {})
      await one.transferAtOnce({
        ...{ origin_id: LYON, destination_id: BERLIN },
        lines: [
          { inventory_item_id: NAIL, quantity: 3 },
          { inventory_item_id: CUP, quantity: 1 },
        ],
      })
    }
    // Of two receipts of two of three, one is refused; nobody is when he accepts what is left.
    expect(refused).toBeGreaterThanOrEqual(ROUNDS / 2)
    expect(await one.listStock({ inventory_item_id: NAIL }, { limit: 3, offset: 0 })).toMatchObject(
      [
        [
          { location_id: BERLIN, available: "10000", incoming: "0" },
          { location_id: LYON, available: "500", incoming: "0" },
        ],
        2,
      ]
    )
  })

  it("or send it at once, send it once", async () => {
    const [one, two] = [(await server()).service, (await server()).service]
    for (let round = 0; round < 50; round++) {
      const id = await draft(one)
      const outcomes = await Promise.allSettled([
        one.markTransferPending(id),
        two.markTransferPending(id),
      ])
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
      await Promise.allSettled([one.cancelTransfer(id), two.closeTransfer(id)])
    }
    expect(await one.listStock({ inventory_item_id: NAIL }, { limit: 3, offset: 0 })).toMatchObject(
      [[{ available: "10000" }, { available: "500" }], 2]
    )
  })

  it("cross transfers in both directions without waiting for each other for ever", async () => {
    const [one, two] = [(await server()).service, (await server()).service]
    const there = {
      ...IDS,
      lines: [CUP, NAIL, CANDLE].map((id) => ({ inventory_item_id: id, quantity: 1 })),
    }
    const back = {
      ...there,
      origin_id: LYON,
      destination_id: BERLIN,
      lines: [...there.lines].reverse(),
    }
    for (let round = 0; round < 60; round++) {
      await Promise.all([one.transferAtOnce(there), two.transferAtOnce(back)])
    }
    const [levels] = await one.listStock({ inventory_item_id: CANDLE }, { limit: 3, offset: 0 })
    expect(levels.map(({ available }) => available)).toEqual(["10", "3", "0"])
  })
})

/** Counts what is sent to the database. */
function counting(knex: Knex): { statements: number } {
  const count = { statements: 0 }
  const client = knex.client as {
    acquireConnection(): Promise<{ query(...args: unknown[]): unknown }>
  }
  const acquire = client.acquireConnection.bind(client)
  client.acquireConnection = async () => {
    const connection = await acquire()
    const query = Object.getPrototypeOf(connection).query.bind(connection)
    connection.query = (...args) => {
      count.statements++
      return query(...args)
    }
    return connection
  }
  return count
}

describe("a transfer of a thousand lines", () => {
  it("takes as many statements as one of two", async () => {
    const { service, knex } = await server()
    const items = Array.from({ length: 1_000 }, (_, index) => `iitem_part_${index}`)
    await service.createInventoryItems(items.map((id) => ({ id, sku: id }) as object))
    await service.createInventoryLevels(
      items.map((id) => ({ inventory_item_id: id, location_id: BERLIN, stocked_quantity: 100 }))
    )
    const count = counting(knex)
    const figures: Record<string, number>[] = []
    for (const lines of [2, 1_000]) {
      const steps: Record<string, number> = {}
      const measured = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
        count.statements = 0
        const result = await work()
        steps[name] = count.statements
        return result
      }
      const input = {
        ...IDS,
        lines: items.slice(0, lines).map((id) => ({ inventory_item_id: id, quantity: 2 })),
      }
      const { transfer_id: id } = await measured("create", () => service.createTransfer(input))
      await measured("update", () => service.updateTransfer(id, { lines: input.lines }))
      await measured("pending", () => service.markTransferPending(id))
      await measured("receive", () =>
        service.receiveTransfer(id, {
          lines: input.lines.map((line) => ({
            ...{ inventory_item_id: line.inventory_item_id, accepted: 1 },
          })),
        })
      )
      await measured("cancel", () => service.cancelTransfer(id))
      await measured("at once", () => service.transferAtOnce(input))
      figures.push(steps)
    }
    expect(figures[1]).toEqual(figures[0])
    expect(Math.max(...Object.values(figures[0]))).toBeLessThanOrEqual(12)
  })
})

describe("verify", () => {
  it("finds a transfer that was changed behind the ledger's back, and leaves it to a person", async () => {
    const { service } = await server()
    await send(service, [[NAIL, 3]])
    const change = (quantity: number) =>
      road.database.sql("update inventory_transfer_line set quantity = $1", [quantity])

    await change(5)
    const drift = {
      ...{ inventory_item_id: NAIL, location_id: LYON, cause: "transfers_differ" },
      ...{ subject: "incoming", expected: "5", actual: "3" },
    }
    expect((await service.verify()).drifts).toEqual([drift])
    expect(await service.repair()).toMatchObject({ levels: 0, remaining: { drifts: [drift] } })
    await change(3)
  })
})

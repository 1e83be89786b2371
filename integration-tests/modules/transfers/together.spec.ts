import type { Knex } from "@medusajs/framework/mikro-orm/knex"

import { ORIGIN_DEDUCTIONS } from "../../../src/core/transfer"
import type StockroomModuleService from "../../../src/modules/inventory/service"
import { BERLIN, CANDLE, CUP, LYON, NAIL } from "../../world"
import { call, type Outcome } from "../calls"
import { crew } from "../crew"
import { IDS, openRoad } from "./road"

/**
 * Transfers from Berlin to Lyon in the world of ../../world.ts: 10 candles at Berlin, 3 at Lyon; ample
 * nails and cups.
 */
jest.setTimeout(300_000)

/** How often two people receive the same transfer at once. */
const ROUNDS = 500

/** Who asks for two and comes after the rest was taken is told that nothing is on its way any more. */
const EITHER_WAY = ["two, and the rest: done, done", "two, and the rest: conflict, done"]

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

const draft = async (stock: StockroomModuleService) => {
  const lines = [{ inventory_item_id: NAIL, quantity: 3 }]
  return (await stock.createTransfer({ ...IDS, lines })).transfer_id
}

/** What the ledger has of transfers, added up; states that came to nothing are left out. */
const LEDGER = `
  select concat_ws(' ', case x.location_id when '${BERLIN}' then 'Berlin' else 'Lyon' end,
    x.inventory_item_id, x.state, trim_scale(sum(x.quantity))) as line
  from inventory_transaction x join inventory_movement m on m.id = x.movement_id
  where m.transfer_id is not null
  group by x.location_id, x.inventory_item_id, x.state having sum(x.quantity) <> 0 order by 1`

/** Transfers of which something is not as it must be, once everything has arrived. */
const WRONG = `
  select t.id, t.status, l.inventory_item_id, l.accepted, r.received
  from inventory_transfer t join inventory_transfer_line l on l.transfer_id = t.id
  cross join lateral (
    select sum(x.accepted) as received from inventory_transfer_receipt r
    join inventory_transfer_receipt_line x on x.receipt_id = r.id
    where r.transfer_id = t.id and x.inventory_item_id = l.inventory_item_id
  ) r
  where t.status <> 'received' or l.accepted <> l.quantity or r.received <> l.quantity`

describe.each(ORIGIN_DEDUCTIONS)("two people in two server processes, %s,", (origin_deduction) => {
  it(`never receive a unit twice, ${ROUNDS} times over`, async () => {
    const options = { transfers: { origin_deduction } }
    const { service } = await server(options)
    const cups = { inventory_item_id: CUP, location_id: BERLIN, state: "available" as const }
    await service.changeStock({ changes: [{ ...cups, op: "set", quantity: ROUNDS }] })
    const people = crew(2)
    const start = {
      ...{ module: "stockroom" as const, url: road.database.url },
      options: { migrate: false, options },
    }
    await Promise.all(people.map((person) => person.obey({ start })))
    const answers: Record<string, number> = {}
    for (let round = 0; round < ROUNDS; round++) {
      const id = await send(service, [
        [NAIL, 3],
        [CUP, 1],
      ])
      const two = { lines: [{ inventory_item_id: NAIL, accepted: 2 }] }
      const asked = [two, round % 2 ? { accept_rest: true } : two]
      const outcomes = await Promise.all(
        people.map((person, index) =>
          person.obey<Outcome[]>({
            calls: [call("receiveTransfer" as never, id, asked[index])],
          })
        )
      )
      const told = outcomes.flat().map((outcome) => (outcome.ok ? "done" : outcome.type))
      const answer = `${round % 2 ? "two, and the rest" : "two each"}: ${told.sort().join(", ")}`
      answers[answer] = (answers[answer] ?? 0) + 1
      const { status, totals } = await service.retrieveTransfer(id)
      // Of three nails, two people cannot have two each; whoever takes the rest takes what is left.
      expect([status, totals.accepted]).toEqual(round % 2 ? ["received", "4"] : ["partial", "2"])
      if (status === "partial") await service.receiveTransfer(id, { accept_rest: true })
    }
    await Promise.all(people.map((person) => person.obey({ stop: true })))

    const { "two each: done, not_allowed": one, ...others } = answers
    expect(one).toBe(ROUNDS / 2)
    // The other half depends on who came first.
    expect(Object.keys(others).filter((answer) => !EITHER_WAY.includes(answer))).toEqual([])
    expect(await road.database.sql(WRONG)).toEqual([])
    expect((await road.database.sql(LEDGER)).map(({ line }) => line)).toEqual([
      `Berlin ${CUP} available -${ROUNDS}`,
      `Berlin ${NAIL} available -${ROUNDS * 3}`,
      `Lyon ${CUP} available ${ROUNDS}`,
      `Lyon ${NAIL} available ${ROUNDS * 3}`,
    ])
  })
})

describe("two people", () => {
  it("who send the same transfer at once, send it once", async () => {
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

  it("who cross transfers in both directions do not wait for each other for ever", async () => {
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

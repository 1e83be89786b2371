import { setTimeout as sleep } from "node:timers/promises"

import type { Knex } from "@medusajs/framework/mikro-orm/knex"

import type StockroomModuleService from "../../src/modules/inventory/service"
import { BERLIN, CANDLE, CUP, expectConsistent, LYON, NAIL, OSLO } from "../world"
import { type Database, freshWorld } from "./databases"
import { type Fault, Saboteur } from "./property/faults"
import { type RunningModule, startModule } from "./start-module"

/**
 * Transfers from Berlin to Lyon in the world of ../world.ts: 10 candles at Berlin, 3 at Lyon; ample nails
 * and cups.
 */
jest.setTimeout(300_000)

const IDS = { origin_id: BERLIN, destination_id: LYON }
const DEADLOCKS = "select deadlocks::text from pg_stat_database where datname = current_database()"
/** How often two people receive the same transfer at once. */
const ROUNDS = 500

let database: Database
const running: RunningModule[] = []

async function server(options: object = {}): Promise<RunningModule> {
  const started = await startModule("stockroom", database, { migrate: false, options } as never)
  running.push(started)
  await started
    .knex("inventory_location")
    .insert([BERLIN, LYON, OSLO].map((id, index) => ({ id, priority: index + 1 })))
    .onConflict("id")
    .ignore()
  return started
}

beforeEach(async () => {
  database = await freshWorld("stockroom")
})

afterEach(async () => {
  const [first] = running
  await expectConsistent(first.service as never, first.knex)
  for (const one of running.splice(0)) await one.stop()
  // A connection tells what it has counted when it is closed.
  await sleep(100)
  expect(await database.sql(DEADLOCKS)).toEqual([{ deadlocks: "0" }])
  await database.drop()
})

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

/** Everything that a step may write, as one text. */
async function everything(): Promise<string> {
  const rows = await database.sql(`
    select jsonb_build_object(
      'transfers', (select jsonb_agg(t order by t.id) from inventory_transfer t),
      'lines', (select jsonb_agg(t order by t.id) from inventory_transfer_line t),
      'receipts', (select jsonb_agg(t order by t.id) from inventory_transfer_receipt t),
      'receipt_lines', (select jsonb_agg(t order by t.id) from inventory_transfer_receipt_line t),
      'events', (select jsonb_agg(t order by t.id) from inventory_transfer_event t),
      'states', (select jsonb_agg(t order by t.id) from inventory_level_state t),
      'levels', (select jsonb_agg(t order by t.id) from inventory_level t),
      'movements', (select jsonb_agg(t order by t.id) from inventory_movement t),
      'rows', (select jsonb_agg(t order by t.id) from inventory_transaction t))::text as everything`)
  return rows[0].everything as string
}

/** What the transfer's steps come to, told in a line. */
async function told(id: string): Promise<string> {
  const [row] = await database.sql<{ told: string }>(
    `select concat_ws(', ', t.status, 'accepted ' || trim_scale(l.accepted),
        'ended ' || trim_scale(l.ended),
        (select count(*) from inventory_transfer_receipt r where r.transfer_id = t.id) || ' receipts',
        (select count(*) from inventory_movement m where m.transfer_id = t.id) || ' movements') as told
      from inventory_transfer t join inventory_transfer_line l on l.transfer_id = t.id
      where t.id = $1`,
    [id]
  )
  return row.told
}

/** One transfer up to a step, and the step, which is to be made once whatever happens. */
interface Story {
  before: (stock: StockroomModuleService) => Promise<string>
  step: (stock: StockroomModuleService, id: string, key: string) => Promise<{ transfer_id: string }>
  after: string
}

const draft = async (stock: StockroomModuleService) =>
  (
    await stock.createTransfer({
      ...IDS,
      lines: [{ inventory_item_id: NAIL, quantity: 3 }],
    })
  ).transfer_id
const sent = (stock: StockroomModuleService) => send(stock, [[NAIL, 3]])

const STORIES: Record<string, Story> = {
  creating: {
    before: async () => "",
    step: (stock, _, idempotency_key) =>
      stock.createTransfer({
        ...{ ...IDS, idempotency_key },
        lines: [{ inventory_item_id: NAIL, quantity: 3 }],
      }),
    after: "draft, accepted 0, ended 0, 0 receipts, 0 movements",
  },
  "moving at once": {
    before: async () => "",
    step: (stock, _, idempotency_key) =>
      stock.transferAtOnce({
        ...{ ...IDS, idempotency_key },
        lines: [{ inventory_item_id: NAIL, quantity: 3 }],
      }),
    after: "received, accepted 3, ended 0, 1 receipts, 2 movements",
  },
  "marking pending": {
    before: draft,
    step: (stock, id, idempotency_key) => stock.markTransferPending(id, { idempotency_key }),
    after: "pending, accepted 0, ended 0, 0 receipts, 1 movements",
  },
  receiving: {
    before: sent,
    step: (stock, id, idempotency_key) =>
      stock.receiveTransfer(id, {
        ...{ idempotency_key, lines: [{ inventory_item_id: NAIL, accepted: 2 }] },
      }),
    after: "partial, accepted 2, ended 0, 1 receipts, 2 movements",
  },
  cancelling: {
    before: sent,
    step: (stock, id, idempotency_key) => stock.cancelTransfer(id, { idempotency_key }),
    after: "canceled, accepted 0, ended 3, 0 receipts, 2 movements",
  },
  "closing short": {
    before: sent,
    step: (stock, id, idempotency_key) => stock.closeTransfer(id, { idempotency_key }),
    after: "received, accepted 0, ended 3, 0 receipts, 2 movements",
  },
}

describe.each(Object.entries(STORIES))("when something fails while %s", (name, story) => {
  it.each<Fault["kind"]>(["error", "killed", "killed-after"])(
    "at any of its statements (%s), nothing is left, and trying again does it once",
    async (kind) => {
      const { service, knex } = await server()
      const saboteur = new Saboteur(knex, database)
      let broken = 0
      for (let at = 1; at < 40; at++) {
        const id = await story.before(service)
        const key = `${name}-${kind}-${at}`
        const before = await everything()
        saboteur.arm({ kind, at })
        const failed = await story.step(service, id, key).then(
          () => false,
          () => true
        )
        saboteur.disarm()
        if (saboteur.broke === null) break
        broken++
        if (failed && kind === "error") expect(await everything()).toBe(before)
        const { transfer_id } = await story.step(service, id, key)
        expect([saboteur.broke, await told(transfer_id)]).toEqual([saboteur.broke, story.after])
      }
      expect(broken).toBeGreaterThan(3)
    }
  )
})

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
      database.sql("update inventory_transfer_line set quantity = $1", [quantity])

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

import { createDatabase, type Database } from "./databases"
import { type RunningModule, startModule } from "./start-module"

/**
 * Fifty items, PART-1 to PART-50, 100 of each at Berlin, and callers who each reserve one of forty of
 * them, all at once: more than is written by one statement.
 */
const ITEMS = Array.from({ length: 50 }, (_, index) => `PART-${index + 1}`)
const CALLERS = 40
const LINES = 40

jest.setTimeout(120_000)

let database: Database
let stockroom: RunningModule

beforeEach(async () => {
  database = await createDatabase()
  stockroom = await startModule("stockroom", database)
  await stockroom.service.createInventoryItems(ITEMS.map((id) => ({ id, sku: id }) as object))
  await stockroom.service.createInventoryLevels(
    ITEMS.map((id) => ({ inventory_item_id: id, location_id: "Berlin", stocked_quantity: 100 }))
  )
})

afterEach(async () => {
  await stockroom.stop()
  await database.drop()
})

/** What a caller asks for: forty items, beginning at another one for each caller. */
function linesOf(caller: number) {
  return Array.from({ length: LINES }, (_, line) => ({
    id: `reservation-${caller}-${line}`,
    inventory_item_id: ITEMS[(caller + line) % ITEMS.length],
    location_id: "Berlin",
    quantity: 1,
    line_item_id: `line-${caller}-${line}`,
  }))
}

async function reserveAtOnce(calls: ReturnType<typeof linesOf>[]): Promise<boolean[]> {
  const outcomes = await Promise.allSettled(
    calls.map((lines) => stockroom.service.createReservationItems(lines))
  )
  return outcomes.map(({ status }) => status === "fulfilled")
}

interface Facts {
  committed: string
  reservations: string
  commits: string
  transactions: string
  moments: string
  holes: string
}

async function facts(): Promise<Facts> {
  const [row] = await database.sql<Facts>(`
    select
      (select sum(committed)::text from inventory_level_state) as committed,
      (select count(*)::text from reservation_item) as reservations,
      (select count(*)::text from inventory_movement where kind = 'commit') as commits,
      (select count(distinct xmin::text)::text from inventory_movement
        where kind = 'commit') as transactions,
      (select count(distinct created_at)::text from inventory_movement
        where kind = 'commit') as moments,
      (select count(*)::text from inventory_level_state s where sequence <> (
        select count(*) from inventory_transaction t
        where t.inventory_item_id = s.inventory_item_id)) as holes`)
  return row
}

it("are written in one transaction, by several statements that build on each other", async () => {
  const calls = Array.from({ length: CALLERS }, (_, caller) => linesOf(caller))
  expect(await reserveAtOnce(calls)).toEqual(calls.map(() => true))
  expect(await facts()).toEqual({
    committed: "1600",
    reservations: "1600",
    commits: "1600",
    transactions: "1",
    moments: "2",
    holes: "0",
  })
  expect(await stockroom.service.verify()).toMatchObject({ consistent: true })
})

it("that are one call are written by one statement", async () => {
  const lines = Array.from({ length: CALLERS }, (_, caller) => linesOf(caller)).flat()
  await stockroom.service.createReservationItems(lines)
  expect(await facts()).toMatchObject({ committed: "1600", commits: "1600", transactions: "1" })
  const moments = await database.sql(`
    select distinct at from (
      select created_at as at from inventory_movement where kind = 'commit'
      union all select updated_at from inventory_level_state) moments`)
  expect(moments).toHaveLength(1)
})

it("are refused one by one, wherever in the transaction they are", async () => {
  const greedy = [3, 20, 38]
  const calls = Array.from({ length: CALLERS }, (_, caller) => {
    const lines = linesOf(caller)
    if (greedy.includes(caller)) lines[LINES - 1].quantity = 101
    return lines
  })
  expect(await reserveAtOnce(calls)).toEqual(calls.map((_, caller) => !greedy.includes(caller)))
  expect(await facts()).toMatchObject({
    committed: "1480",
    reservations: "1480",
    commits: "1480",
    transactions: "1",
    moments: "2",
    holes: "0",
  })
  expect(await stockroom.service.verify()).toMatchObject({ consistent: true })
})

it("fail one by one when one of them cannot be written, though others had been written before it", async () => {
  const calls = Array.from({ length: CALLERS }, (_, caller) => linesOf(caller))
  calls[39][0].id = "reservation-0-0"
  expect(await reserveAtOnce(calls)).toEqual(calls.map((_, caller) => caller !== 39))
  expect(await facts()).toMatchObject({
    committed: "1560",
    reservations: "1560",
    commits: "1560",
    transactions: "39",
    holes: "0",
  })
  expect(await stockroom.service.verify()).toMatchObject({ consistent: true })
})

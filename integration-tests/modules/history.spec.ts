import type { HistoryFilters, HistoryRow, Who } from "../../src/modules/inventory"
import { history } from "../../src/modules/inventory/history"
import { createDatabase, type Database } from "./databases"
import { Dice } from "./property/dice"
import { type RunningModule, startModule } from "./start-module"

/**
 * A random past of three items at two places, made by people, shoppers and jobs: whatever is asked of
 * it is answered as reading all of it would.
 *
 *     SEED=7 npm test -- modules history     the same past again
 */
const SEED = Number(process.env.SEED ?? 20_261_123)
const CHANGES = 150
const ITEMS = ["BOLT", "CABLE", "WINE"]
const PLACES = ["Berlin", "Lyon"]
const STATES = ["available", "reserved", "damaged", "safety", "quality_control"] as const
const REASONS = ["delivery", "stocktake", null]
const ACTORS: Who["actor"][] = [
  { type: "user", id: "ann" },
  { type: "user", id: "ben" },
  { type: "customer", id: "cus" },
  { type: "system", id: null },
]

jest.setTimeout(120_000)

describe(`a random past, SEED=${SEED}`, () => {
  const dice = new Dice(SEED)
  let database: Database
  let stockroom: RunningModule

  beforeAll(async () => {
    database = await createDatabase()
    stockroom = await startModule("stockroom", database)
    await stockroom.service.createInventoryItems(ITEMS.map((id) => ({ id, sku: id }) as never))
    for (const item of ITEMS) {
      for (const place of PLACES) {
        await stockroom.service.createInventoryLevels([
          { inventory_item_id: item, location_id: place, stocked_quantity: dice.below(20) },
        ])
      }
    }
    for (let n = 0; n < CHANGES; n++) {
      const actor = dice.pick(ACTORS)
      const who = { actor, source: null, correlationId: null, references: {} }
      await stockroom.runAs(
        () => who,
        () => change(stockroom, dice, n)
      )
    }
  })

  afterAll(async () => {
    await stockroom.stop()
    await database.drop()
  })

  /** The history as the module reads it, but for which of its tables leads: that is said here. */
  async function pages(filters: HistoryFilters, leads: "t" | "m", limit: number) {
    const rows: HistoryRow[] = []
    let asked = 0
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof history>> = await history(
        async ({ text }, values) => {
          if (!text.startsWith("explain")) {
            return await database.sql(text, values)
          }
          asked++
          const cost = text.includes(`order by ${leads}.created_at`) ? 1 : 2
          return [{ "QUERY PLAN": [{ Plan: { "Total Cost": cost } }] }] as never
        },
        filters,
        { limit, cursor }
      )
      rows.push(...page.rows)
      cursor = page.next_cursor
    } while (cursor)
    return { rows, asked }
  }

  it("is told the same, and rightly, whichever table is read first", async () => {
    const { rows: all } = await pages({}, "t", 1_000)
    const moments = all.map(({ created_at }) => created_at)
    const order = (row: HistoryRow) => `${row.created_at} ${row.id.padStart(12, "0")}`
    expect(all.map(order)).toEqual(all.map(order).sort().reverse())
    expect(all.length).toBeGreaterThan(CHANGES)

    let longest = 0
    for (let n = 0; n < 80; n++) {
      const filters = randomFilters(dice, moments)
      const expected = all.filter((row) => matches(row, filters)).map(({ id }) => id)
      longest = Math.max(longest, expected.length)
      for (const leads of ["t", "m"] as const) {
        const { rows, asked } = await pages(filters, leads, 7)
        expect({ filters, leads, ids: rows.map(({ id }) => id) }).toEqual({
          ...{ filters, leads, ids: expected },
        })
        expect(asked).toBeGreaterThan(0)
      }
      const { rows } = await stockroom.service.listHistory(filters, { limit: 1_000 })
      expect(rows.map(({ id }) => id)).toEqual(expected)
    }
    expect(longest).toBeGreaterThan(20)
  })

  it("leaves the stock of any moment what its rows add up to", async () => {
    const moments = await database.sql<{ at: string; before: string }>(
      `select distinct created_at::text as at, (created_at - interval '1 microsecond')::text as before
       from inventory_transaction`
    )
    const seen = new Set<string>()
    for (let n = 0; n < 60; n++) {
      const { at, before } = dice.pick(moments)
      for (const moment of [at, before]) {
        const expected = (await database.sql(ADDED_UP, [moment])).map(figures)
        const page = { limit: 100, offset: 0 }
        const told = await stockroom.service.listStockAsOf({ at: moment, ...page })
        expect({ moment, told: told.map(figures) }).toEqual({ moment, told: expected })
        seen.add(JSON.stringify(expected))
      }
    }
    expect(seen.size).toBeGreaterThan(40)

    const at = moments[0].at
    const whole = await stockroom.service.listStockAsOf({ at, limit: 100, offset: 0 })
    const paged = []
    for (let offset = 0; offset < ITEMS.length * PLACES.length; offset++) {
      paged.push(...(await stockroom.service.listStockAsOf({ at, limit: 1, offset })))
    }
    expect(paged).toEqual(whole)
  })
})

/** One thing that happens to the stock. */
async function change({ service }: RunningModule, dice: Dice, n: number): Promise<unknown> {
  const level = { inventory_item_id: dice.pick(ITEMS), location_id: dice.pick(PLACES) }
  const quantity = dice.pick(["1", "2", "0.5", "7"])
  const more = { reason: dice.pick(REASONS), allow_negative: true }
  switch (dice.below(5)) {
    case 0:
      return await service.createReservationItems({
        ...{ id: `res-${n}`, ...level, quantity: Number(quantity), allow_backorder: true },
        ...(dice.chance(0.7) && { line_item_id: `line-${n}` }),
      } as never)
    case 1: {
      const [one] = await service.listReservationItems({}, { take: 1 })
      return one && (await service.deleteReservationItems([one.id]))
    }
    case 2:
      return await service.changeStock({
        changes: [{ op: "adjust", ...level, state: dice.pick(STATES), quantity }],
        ...more,
      })
    case 3: {
      const changes = [{ op: "count" as const, ...level, quantity }]
      return await service.changeStock({ changes, ...more })
    }
    default:
      return await service.changeStock({
        changes: [
          {
            ...{ op: "move", ...level, quantity, from: "available" },
            to: dice.pick(STATES.slice(1)),
          },
        ],
        ...more,
      })
  }
}

const SIMPLE = ["inventory_item_id", "location_id", "state", "kind", "reason", "actor_id"] as const

/** At least one that is about movements, so that either table may lead. */
function randomFilters(dice: Dice, moments: string[]): HistoryFilters {
  const maybe = <T>(probability: number, value: T) => (dice.chance(probability) ? value : undefined)
  return {
    inventory_item_id: maybe(0.5, dice.chance(0.5) ? dice.pick(ITEMS) : ITEMS.slice(1)),
    location_id: maybe(0.4, dice.pick(PLACES)),
    state: maybe(0.2, dice.pick(STATES)),
    kind: maybe(0.4, dice.pick(["adjust", "count", ["move", "commit"], "opening", "relocate"])),
    reason: maybe(0.2, "delivery"),
    actor_id: maybe(0.3, dice.pick(["ann", "ben", "cus", "nobody"])),
    actor_type: dice.pick(["user", "customer", "system", ["user", "customer"], "api-key"]),
    from: maybe(0.2, dice.pick(moments)),
    until: maybe(0.2, dice.pick(moments)),
  } as HistoryFilters
}

function matches(row: HistoryRow, filters: HistoryFilters): boolean {
  return (
    [...SIMPLE, "actor_type" as const].every((field) => {
      const wanted = filters[field]
      return wanted === undefined || [wanted].flat().includes(row[field] as never)
    }) &&
    (filters.from === undefined || row.created_at >= String(filters.from)) &&
    (filters.until === undefined || row.created_at < String(filters.until))
  )
}

const EVERY_STATE = [
  ...["available", "committed", "reserved", "damaged", "safety", "quality_control"],
  ...["incoming", "fulfilled"],
]

function figures(level: object): unknown[] {
  const row = level as Record<string, string>
  return [row.inventory_item_id, row.location_id, ...EVERY_STATE.map((state) => row[state])]
}

/** $1: the moment. */
const ADDED_UP = `
  select s.inventory_item_id, s.location_id, ${EVERY_STATE.map(
    (state) =>
      `trim_scale(coalesce(sum(t.quantity) filter (where t.state = '${state}'), 0))::text as ${state}`
  ).join(", ")}
  from inventory_level_state s
  left join inventory_transaction t on t.inventory_item_id = s.inventory_item_id
    and t.location_id = s.location_id and t.created_at <= $1::timestamptz
  where s.created_at <= $1::timestamptz
  group by 1, 2 order by 1, 2`

import fc from "fast-check"

import { createDatabase, type Database } from "../databases"
import { type RunningModule, startModule } from "../start-module"
import { expected, type Told, type Variant, type World } from "./model"

/**
 * Whatever there is of stock, holds, transfers and rules: shoppers are told what a slow, plain model
 * works out of it.
 */
jest.setTimeout(600_000)

const RUNS = Number(process.env.AVAILABILITY_RUNS ?? 300)
const ITEMS = ["BOLT", "NUT"]
const PLACES = ["Berlin", "Lyon", "Oslo", "Rome"]
const CHANNELS = ["web", "fair"]

const quarters = (min: number, max: number) =>
  fc.integer({ min: min * 4, max: max * 4 }).map((n) => n / 4)
const often = <T>(usual: T, other: T) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, fc.constant(other))
const item = fc.constantFrom(...ITEMS)
const place = fc.constantFrom(...PLACES)
const channel = fc.constantFrom(...CHANNELS)

const world: fc.Arbitrary<World> = fc.record({
  places: fc
    .tuple(
      ...PLACES.map((id) =>
        fc.record({
          id: fc.constant(id),
          active: often(true, false),
          kind: fc.constantFrom("warehouse" as const, "store" as const, "supplier" as const),
          channels: fc.subarray(CHANNELS),
          lead: fc.option(fc.integer({ min: 0, max: 3 })),
        })
      )
    )
    .map((all) => all),
  levels: fc.uniqueArray(
    fc.record({ item, place, available: quarters(-6, 12), open: often(true, false) }),
    { maxLength: 8, selector: (one) => one.item + one.place }
  ),
  holds: fc
    .array(
      fc.record({ item, committedAt: place, quantity: quarters(1, 5), live: often(true, false) }),
      { maxLength: 3 }
    )
    .map((all) => all.map((one, n) => ({ ...one, id: `ihold_${n}` }))),
  lines: fc.array(
    fc
      .record({
        item,
        from: place,
        to: place,
        status: fc.constantFrom("pending", "pending", "partial", "draft", "received", "canceled"),
        deduction: fc.constantFrom("on_pending" as const, "on_receipt" as const),
        expected: fc.option(fc.integer({ min: -2, max: 9 }), { freq: 5 }),
        quantity: quarters(4, 12),
        parts: fc.tuple(quarters(0, 2), quarters(0, 1), quarters(0, 2)),
        held: fc.oneof(fc.constant(0), quarters(0, 4)),
        hold: fc.option(fc.constantFrom("ihold_0", "ihold_1", "ihold_2")),
      })
      .filter(({ from, to }) => from !== to)
      .map(({ parts: [accepted, rejected, ended], ...line }) => ({
        ...line,
        ...{ accepted, rejected, ended },
        status: line.status as World["lines"][number]["status"],
      })),
    { maxLength: 6 }
  ),
  rules: fc
    .uniqueArray(
      fc.record({
        item: fc.option(item),
        at: fc.constantFrom("each_location", "location", "channel", "together").chain((at) =>
          fc.record({
            at: fc.constant(at as World["rules"][number]["at"]),
            place: at === "location" ? place : fc.constant(null),
            channel: at === "channel" ? channel : fc.constant(null),
          })
        ),
        threshold: quarters(0, 8),
        enabled: often(true, false),
        stops: fc.boolean(),
      }),
      { maxLength: 4, selector: ({ item: of, at }) => JSON.stringify([of, at]) }
    )
    .map((all) => all.map(({ at, ...rule }) => ({ ...rule, ...at }))),
})

const part = fc.record({ item, required: fc.constantFrom(1, 2, 0.5) })
const variants: fc.Arbitrary<Variant[]> = fc
  .array(
    fc.record({
      managed: often(true, false),
      backorder: often(false, true),
      parts: fc.uniqueArray(part, { maxLength: 2, selector: (one) => one.item }),
    }),
    { minLength: 1, maxLength: 3 }
  )
  .map((all) => all.map((one, n) => ({ ...one, id: `variant_${n}` })))

const dayOf = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

describe("what shoppers are told", () => {
  let database: Database
  let module: RunningModule

  beforeAll(async () => {
    database = await createDatabase()
    const availability = { display: "always", locations: "all" }
    module = await startModule("stockroom", database, { options: { availability } })
  })

  afterAll(async () => {
    await module.stop()
    await database.drop()
  })

  it("is what the model works out, of any stock", async () => {
    const seen = { promised: 0, stopped: 0, low: 0, kits: 0 }
    await fc.assert(
      fc.asyncProperty(world, variants, channel, async (given, asked, where) => {
        await write(database, given)
        const today = dayOf(0)
        const told = await ask(module, asked, where, today)
        // At midnight, everything is a day nearer.
        if (dayOf(0) !== today) return
        asked.forEach((variant, n) => {
          expect(told[n]).toEqual(expected(given, where, variant))
          seen.promised += told[n].promised ? 1 : 0
          seen.low += told[n].status === "low_stock" ? 1 : 0
          seen.kits += variant.parts.length === 2 && Number(told[n].quantity) > 0 ? 1 : 0
          const free = { ...given, rules: given.rules.map((rule) => ({ ...rule, stops: false })) }
          seen.stopped += expected(free, where, variant).quantity === told[n].quantity ? 0 : 1
        })
      }),
      { numRuns: RUNS, ...(process.env.SEED && { seed: Number(process.env.SEED) }) }
    )
    // What comes up differs from run to run; that everything comes up must not.
    for (const times of Object.values(seen)) expect(times).toBeGreaterThan(RUNS / 60)
  })
})

async function ask(
  { service }: RunningModule,
  variants: Variant[],
  channel: string,
  today: string
): Promise<Told[]> {
  const answer = await service.readAvailability({
    sales_channel_id: channel,
    variants: variants.map(({ id, managed, backorder, parts }) => ({
      ...{ id, product_id: `prod_${id}`, manage_inventory: managed, allow_backorder: backorder },
      items: parts.map(({ item: of, required }) => ({
        ...{ inventory_item_id: of, required_quantity: required },
      })),
    })),
    locations: true,
  })
  return answer.variants.map(({ status, quantity, estimate, locations }) => {
    const days = estimate?.date ? (Date.parse(estimate.date) - Date.parse(today)) / 86_400_000 : 0
    return {
      ...{ status, quantity },
      promised: estimate && `${estimate.quantity} on day ${days}`,
      places: Object.fromEntries(
        (locations ?? []).map((one) => [
          one.location_id,
          one.quantity === null ? one.status : `${one.quantity} ${one.status}`,
        ])
      ),
    }
  })
}

const TABLES = [
  ...["inventory_location", "inventory_level_state", "inventory_hold", "inventory_transfer_line"],
  ...["inventory_transfer", "inventory_low_stock_rule"],
]

/** Writes a world to the tables, in place of the one that was there. */
async function write({ sql }: Database, { places, levels, holds, lines, rules }: World) {
  for (const table of TABLES) await sql(`delete from ${table}`)
  const rows = (text: string, of: object[]) => sql(text, [JSON.stringify(of)])
  await rows(
    `insert into inventory_location (id, active, kind, lead_time_days, priority, sales_channel_ids)
      select id, active, kind, lead, 1, array(select jsonb_array_elements_text(channels))
      from jsonb_to_recordset($1::jsonb) as x
        (id text, active boolean, kind text, lead integer, channels jsonb)`,
    places
  )
  await rows(
    `insert into inventory_level_state
        (id, inventory_item_id, location_id, level_id, sequence, available, active)
      select item || place, item, place, case when open then item || place end, 1,
        case when open then available else 0 end,
        (select active from inventory_location o where o.id = place)
      from jsonb_to_recordset($1::jsonb) as x
        (item text, place text, available numeric, open boolean)`,
    levels
  )
  await rows(
    `insert into inventory_hold (id, order_id, line_item_id, inventory_item_id, location_id,
        committed_location_id, quantity, deleted_at)
      select id, 'order', 'line', item, 'Elsewhere', "committedAt", quantity,
        case when not live then now() end
      from jsonb_to_recordset($1::jsonb) as x
        (id text, item text, "committedAt" text, quantity numeric, live boolean)`,
    holds
  )
  const numbered = lines.map((line, n) => ({
    ...line,
    n,
    day: line.expected === null ? null : dayOf(line.expected),
  }))
  await rows(
    `with x as (select * from jsonb_to_recordset($1::jsonb) as x (n integer, item text, "from" text,
        "to" text, status text, deduction text, day date, quantity numeric, accepted numeric,
        rejected numeric, ended numeric, held numeric, hold text)),
      made as (insert into inventory_transfer
          (id, status, origin_id, destination_id, origin_deduction, expected_at)
        select 'itr_' || n, status, "from", "to", deduction, day::timestamp at time zone 'utc' from x)
      insert into inventory_transfer_line (id, transfer_id, position, inventory_item_id, quantity,
        accepted, rejected, ended, held, hold_id)
      select 'itline_' || n, 'itr_' || n, 1, item, quantity, accepted, rejected, ended, held, hold
      from x`,
    numbered
  )
  await rows(
    `insert into inventory_low_stock_rule (id, inventory_item_id, place, location_id,
        sales_channel_id, threshold, enabled, stop_selling)
      select 'ilrule_' || n, item, at, place, channel, threshold, enabled, stops
      from jsonb_to_recordset($1::jsonb) as x (n integer, item text, at text, place text,
        channel text, threshold numeric, enabled boolean, stops boolean)`,
    rules.map((rule, n) => ({ ...rule, n }))
  )
}

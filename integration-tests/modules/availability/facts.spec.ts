import fc from "fast-check"

import { createDatabase, type Database } from "../databases"
import { type RunningModule, startModule } from "../start-module"
import { expected, type Told, type Variant, type World } from "./model"
import { channels, variants, worlds } from "./worlds"

/**
 * Whatever there is of stock, holds, transfers and rules: shoppers are told what a slow, plain model
 * works out of it.
 */
jest.setTimeout(600_000)

const RUNS = Number(process.env.AVAILABILITY_RUNS ?? 600)
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
      fc.asyncProperty(worlds, variants, channels, async (given, asked, where) => {
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
    expect(Object.entries(seen).filter(([, times]) => times <= RUNS / 100)).toEqual([])
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

import fc from "fast-check"

import { judgePools, type Rule, type RulePlace } from "../../../src/core/low-stock"
import { exact } from "../../../src/core/quantity"
import { WatchedShop } from "./shop"

/**
 * Whatever happens to stock and rules, in whatever order: the alerts are the crossings that the rules of
 * src/core/low-stock find, looking at everything after every step.
 */
jest.setTimeout(900_000)

const RUNS = Number(process.env.LOW_STOCK_RUNS ?? 40)
const PLACES = ["Berlin", "Lyon", "Oslo", "Rome"] as const
const CHANNELS = ["web", "fair"] as const

const place = fc.constantFrom(...PLACES)
const item = fc.constantFrom("BOLT", "NUT")
const figure = fc.integer({ min: -4, max: 24 }).map((n) => n / 4)
const threshold = fc.integer({ min: 0, max: 16 }).map((n) => n / 4)

const watched = fc.oneof(
  fc.constant({ place: "each_location" as RulePlace }),
  fc.constant({ place: "together" as RulePlace }),
  place.map((location_id) => ({ place: "location" as RulePlace, location_id })),
  fc
    .constantFrom(...CHANNELS)
    .map((sales_channel_id) => ({ place: "channel" as RulePlace, sales_channel_id }))
)

type Step =
  | { do: "set"; changes: { item: string; place: string; figure: number }[] }
  | { do: "undo" }
  | { do: "rule"; item: string | null; watched: object; threshold: number; enabled: boolean }
  | { do: "drop"; which: number }
  | { do: "kind"; place: string; kind: "warehouse" | "supplier" }
  | { do: "close"; item: string; place: string }
  | { do: "open"; item: string; place: string }

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 10,
      arbitrary: fc.record({
        do: fc.constant("set" as const),
        changes: fc.uniqueArray(fc.record({ item, place, figure }), {
          ...{ minLength: 1, maxLength: 4 },
          selector: (one) => one.item + one.place,
        }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("undo" as const) }) },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant("rule" as const),
        item: fc.option(item),
        watched,
        threshold,
        enabled: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.boolean()),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("drop" as const), which: fc.nat(20) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant("kind" as const),
        place,
        kind: fc.constantFrom("warehouse" as const, "supplier" as const),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("close" as const), item, place }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("open" as const), item, place }) }
  ),
  { minLength: 25, maxLength: 40, size: "max" }
)

describe("alerts", () => {
  let shop: WatchedShop
  let world = 0

  beforeAll(async () => {
    shop = await WatchedShop.open()
  })

  afterAll(() => shop.close())

  it("are the crossings that the model finds, for any steps", async () => {
    const seen = { opened: 0, ended: 0, several: 0 }
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const run = new Run(shop, ++world)
        await run.begin()
        for (const step of taken) {
          await run.take(step)
          expect({ step, alerts: await run.told() }).toEqual({ step, alerts: await run.expected() })
        }
        const told = Object.entries(await run.told())
        for (const [pool, { opened, low }] of told) {
          seen.opened += opened
          seen.ended += low ? opened - 1 : opened
          seen.several += /Berlin|Lyon|Oslo|Rome/.test(pool) ? 0 : opened
        }
      }),
      { numRuns: RUNS, ...(process.env.SEED && { seed: Number(process.env.SEED) }) }
    )
    // What the steps come to differs from run to run; that they come to something must not.
    expect(seen.opened).toBeGreaterThan(RUNS / 4)
    expect(seen.ended).toBeGreaterThan(RUNS / 10)
    expect(seen.several).toBeGreaterThan(0)
  })
})

/** How often a pool has become low, and whether it is. */
type Told = Record<string, { opened: number; low: boolean }>

/** A world of its own within the shop: two items, at Berlin and Lyon to begin with. */
class Run {
  private readonly model: Told = {}
  private movement: string | null = null

  constructor(
    private readonly shop: WatchedShop,
    private readonly world: number
  ) {}

  private id(item: string): string {
    return `${item}-${this.world}`
  }

  async begin(): Promise<void> {
    const { service, database } = this.shop
    const [rules] = await service.listLowStockRules({}, { limit: 1_000, offset: 0 })
    await service.setLowStockRules({ delete: rules.map(({ id }) => id) })
    await database.sql("update inventory_location set kind = 'warehouse' where id <> 'Oslo'")
    for (const item of ["BOLT", "NUT"]) {
      await this.shop.stock(this.id(item), { Berlin: "5", Lyon: "0" })
    }
    await service.setLowStockRules({
      create: [
        { place: "together", threshold: 3 },
        { place: "each_location", inventory_item_id: this.id("BOLT"), threshold: 2 },
      ],
    })
    await this.expected()
  }

  async take(step: Step): Promise<void> {
    const { service } = this.shop
    const refusable = async (work: Promise<unknown>) => {
      await work.catch((error: { type?: string }) => {
        if (!["not_found", "not_allowed", "conflict"].includes(error.type ?? "")) throw error
      })
    }
    switch (step.do) {
      case "set":
        return await refusable(
          service
            .changeStock({
              changes: step.changes.map(({ item, place, figure }) => ({
                ...{ op: "set" as const, state: "available" as const, quantity: figure },
                ...{ inventory_item_id: this.id(item), location_id: place },
              })),
              allow_negative: true,
            })
            .then(({ movementId }) => (this.movement = movementId))
        )
      case "undo": {
        const { movement } = this
        this.movement = null
        return movement
          ? await refusable(service.undoMovement(movement, { allow_negative: true }))
          : undefined
      }
      case "rule":
        await service.setLowStockRules({
          upsert: [
            {
              inventory_item_id: step.item && this.id(step.item),
              ...(step.watched as { place: RulePlace }),
              ...{ threshold: step.threshold, enabled: step.enabled },
            },
          ],
        })
        return
      case "drop": {
        const [rules] = await service.listLowStockRules({}, { limit: 100, offset: 0 })
        const rule = rules[step.which % Math.max(rules.length, 1)]
        if (rule) await service.setLowStockRules({ delete: [rule.id] })
        return
      }
      case "kind":
        await service.setLocation(step.place, { kind: step.kind })
        return
      case "close":
        return await refusable(service.deleteInventoryLevel(this.id(step.item), step.place))
      case "open":
        return await service.openLevels([
          { inventory_item_id: this.id(step.item), location_id: step.place },
        ])
    }
  }

  /** What the database says. */
  async told(): Promise<Told> {
    const rows = await this.shop.database.sql<{ pool: string; opened: string; low: boolean }>(
      `select inventory_item_id || ' ' || coalesce(location_id, sales_channel_id, place) as pool,
          count(*) as opened, bool_or(low_until is null) as low
        from inventory_low_stock_alert where inventory_item_id = any($1)
        group by 1`,
      [[this.id("BOLT"), this.id("NUT")]]
    )
    return Object.fromEntries(
      rows.map(({ pool, opened, low }) => [pool, { opened: Number(opened), low }])
    )
  }

  /** What the model says, having looked once more. */
  async expected(): Promise<Told> {
    const { database, service } = this.shop
    const ids = [this.id("BOLT"), this.id("NUT")]
    const levels = await database.sql<Record<string, string>>(
      `select inventory_item_id, location_id, available, (sequence > 0)::text as in_use
        from inventory_level_state where inventory_item_id = any($1) and level_id is not null`,
      [ids]
    )
    const locations = await database.sql<{
      id: string
      active: boolean
      kind: string
      sales_channel_ids: string[]
    }>("select id, active, kind, sales_channel_ids from inventory_location")
    const [rules] = await service.listLowStockRules({}, { limit: 1_000, offset: 0 })
    const asRules: Rule[] = rules.map((rule) => ({
      ...{ itemId: rule.inventory_item_id, place: rule.place, locationId: rule.location_id },
      ...{ channelId: rule.sales_channel_id, threshold: exact(rule.threshold) },
      enabled: rule.enabled,
    }))
    const low = new Set<string>()
    for (const id of ids) {
      const judged = judgePools(
        id,
        levels.map((level) => ({
          ...{ itemId: level.inventory_item_id, locationId: level.location_id },
          ...{ available: exact(level.available), inUse: level.in_use === "true" },
        })),
        locations.map((location) => ({ ...location, channelIds: location.sales_channel_ids })),
        asRules
      )
      for (const pool of judged.filter((one) => one.low)) {
        low.add(`${id} ${pool.locationId ?? pool.channelId ?? pool.place}`)
      }
    }
    for (const pool of low) {
      const known = (this.model[pool] ??= { opened: 0, low: false })
      known.opened += known.low ? 0 : 1
      known.low = true
    }
    for (const [pool, known] of Object.entries(this.model)) {
      known.low = low.has(pool)
    }
    return structuredClone(this.model)
  }
}

import { BERLIN, CANDLE, CUP, LYON } from "../../world"
import { type Call, call, summary } from "../calls"
import { onStand, type Stand } from "../support"

/**
 * Many writers at once, in three processes. All writes of an item that is watched together wait for each
 * other, so that the moments at which they were written tell their order: replayed in it, the stock must
 * cross the threshold exactly as often as alerts were opened.
 */
jest.setTimeout(300_000)

const THREE = { processes: 3, pool: 20 }

/** Berlin and Lyon are sold from; what is watched is low at 150, of 200 cups. */
async function watch(stand: Stand, rules: [item: string | null, place: string, low: number][]) {
  await stand.knex.raw(
    `insert into inventory_location (id, sales_channel_ids) values (?, '{web}'), (?, '{web}')
      on conflict (id) do update set sales_channel_ids = '{web}'`,
    [BERLIN, LYON]
  )
  for (const [index, [item, place, threshold]] of rules.entries()) {
    await stand.knex.raw(
      `insert into inventory_low_stock_rule (id, inventory_item_id, place, location_id, threshold,
        actions, evaluated_at) values (?, ?, ?, ?, ?, '[{"identifier": "notify"}]', now())`,
      [
        `ilrule_${index}`,
        item,
        place === "together" ? place : "location",
        place === "together" ? null : place,
        threshold,
      ]
    )
  }
}

const take = (item: string, location: string, line: number, quantity = 1): Call =>
  call("createReservationItems", [
    {
      ...{ inventory_item_id: item, location_id: location, quantity },
      line_item_id: `line_${line}`,
    },
  ])
const give = (line: number): Call => call("deleteReservationItemsByLineItem", `line_${line}`)

interface Alert {
  low: boolean
}

async function alerts(stand: Stand, item: string, key: string): Promise<Alert[]> {
  const { rows } = await stand.knex.raw<{ rows: Alert[] }>(
    `select low_until is null as low from inventory_low_stock_alert
      where inventory_item_id = ? and place_key = ? order by opened_at`,
    [item, key]
  )
  return rows
}

/** How often an item's stock at some locations went from above a threshold to it or below. */
async function crossings(stand: Stand, item: string, places: string[], threshold: number) {
  const { rows } = await stand.knex.raw<{ rows: { location_id: string; after: string }[] }>(
    `select distinct on (created_at, location_id) location_id, balance_after::text as after
      from inventory_transaction
      where inventory_item_id = ? and state = 'available' and location_id = any(?)
      order by created_at, location_id, sequence desc`,
    [item, places]
  )
  const stock = new Map<string, number>()
  let low = false
  let count = 0
  for (const { location_id, after } of rows) {
    stock.set(location_id, Number(after))
    if (stock.size < places.length) continue
    const sum = [...stock.values()].reduce((total, units) => total + Math.max(units, 0), 0)
    count += !low && sum <= threshold ? 1 : 0
    low = sum <= threshold
  }
  return { count, low }
}

describe("writers at once", () => {
  it("take cups at two locations until they are low together: one alert, with its action", async () => {
    await onStand("stockroom", THREE, async (stand) => {
      await watch(stand, [[CUP, "together", 150]])
      const calls = Array.from({ length: 120 }, (_, n) => take(CUP, n % 2 ? BERLIN : LYON, n))
      expect(summary(await stand.atOnce(calls))).toEqual({ done: 120, refused: 0, broken: [] })
      expect(await alerts(stand, CUP, "together")).toEqual([{ low: true }])
      const { rows } = await stand.knex.raw("select phase from inventory_low_stock_run")
      expect(rows).toEqual([{ phase: "execute" }])
    })
  })

  it("take and give back around the threshold: as many alerts as crossings", async () => {
    await onStand("stockroom", THREE, async (stand) => {
      await watch(stand, [
        [CUP, "together", 150],
        [CUP, BERLIN, 75],
        [null, LYON, 75],
      ])
      const first = Array.from({ length: 100 }, (_, n) => take(CUP, n % 2 ? BERLIN : LYON, n))
      await stand.atOnce(first.slice(0, 48))
      let line = 100
      for (let round = 0; round < 6; round++) {
        const calls = Array.from({ length: 60 }, (_, n): Call => {
          const turn = n % 6
          return turn < 3
            ? take(CUP, turn % 2 ? BERLIN : LYON, ++line)
            : give(turn === 3 ? line : line - 7 * turn)
        })
        expect(summary(await stand.atOnce(calls)).broken).toEqual([])
      }
      for (const [key, places, threshold] of [
        ["together", [BERLIN, LYON], 150],
        [`location:${BERLIN}`, [BERLIN], 75],
        [`location:${LYON}`, [LYON], 75],
      ] as const) {
        const { count, low } = await crossings(stand, CUP, [...places], threshold)
        const opened = await alerts(stand, CUP, key)
        expect({ key, opened: opened.length, low: opened.some((one) => one.low) }).toEqual({
          ...{ key, opened: count, low },
        })
      }
    })
  })

  it("sell two items to carts that want them in any order, while all is watched together", async () => {
    await onStand("stockroom", THREE, async (stand) => {
      await watch(stand, [[null, "together", 100]])
      const calls = Array.from({ length: 60 }, (_, n) => {
        const items = n % 2 ? [CUP, CANDLE] : [CANDLE, CUP]
        return call(
          "createReservationItems",
          items.map((inventory_item_id) => ({
            ...{ inventory_item_id, location_id: n % 3 ? BERLIN : LYON, quantity: 1 },
            ...{ line_item_id: `line_${n}_${inventory_item_id}`, allow_backorder: true },
          }))
        )
      })
      expect(summary(await stand.atOnce(calls))).toEqual({ done: 60, refused: 0, broken: [] })
      expect(await alerts(stand, CANDLE, "together")).toEqual([{ low: true }])
      expect(await alerts(stand, CUP, "together")).toEqual([])
    })
  })
})

import fc from "fast-check"

import { allocate, BUILT_IN_STRATEGIES, type Candidate } from "../../../src/core/allocation"
import {
  channelsAsked,
  mostTogether,
  sellableAt,
  sellableOf,
  sellingLimits,
  type SellingRule,
} from "../../../src/core/low-stock"
import { exact } from "../../../src/core/quantity"

/** Berlin and Lyon serve the web shop, Lyon the fair as well; Oslo is a supplier's, Rome out of use. */
const LOCATIONS = [
  { id: "Berlin", active: true, kind: "warehouse", channelIds: ["web"] },
  { id: "Lyon", active: true, kind: "store", channelIds: ["web", "fair"] },
  { id: "Oslo", active: true, kind: "supplier", channelIds: [] },
  { id: "Rome", active: false, kind: "warehouse", channelIds: ["web"] },
]
const WEB = ["Berlin", "Lyon"]

type At = "each" | "all" | "web" | "fair" | "Berlin" | "Lyon"
type Stock = Record<string, number>

/** A rule in few words: it stops selling BOLT at the threshold unless told otherwise. */
function rule(at: At, threshold: number, more: Partial<SellingRule> = {}): SellingRule {
  const channel = at === "web" || at === "fair"
  const place =
    at === "each" ? "each_location" : at === "all" ? "together" : channel ? "channel" : "location"
  return {
    ...{ itemId: "BOLT", place, threshold: exact(threshold), enabled: true, stopSelling: true },
    locationId: place === "location" ? at : null,
    channelId: channel ? at : null,
    ...more,
  }
}

const levelsOf = (stock: Stock) =>
  Object.entries(stock).map(([locationId, units]) => ({
    ...{ itemId: "BOLT", locationId, available: exact(units), inUse: true },
  }))
const limitsOf = (stock: Stock, rules: SellingRule[]) =>
  sellingLimits("BOLT", levelsOf(stock), LOCATIONS, rules)

/** What may be sold in the web shop: "7 (5, 2)" is seven together, five of Berlin's, two of Lyon's. */
function sold(stock: Stock, ...rules: SellingRule[]): string | null {
  const limits = limitsOf(stock, rules)
  if (!limits) return null
  const available = new Map(WEB.map((id) => [id, exact(stock[id])]))
  const { together, byLocation } = sellableOf(limits, available, "web")
  return `${together.toFixed()} (${WEB.map((id) => byLocation.get(id)?.toFixed()).join(", ")})`
}

const STOCK = { Berlin: 10, Lyon: 4 }

describe("what may be sold", () => {
  it("is what is above the threshold, and nothing at it", () => {
    expect(sold(STOCK, rule("Berlin", 4))).toBe("10 (6, 4)")
    expect(sold(STOCK, rule("each", 4))).toBe("6 (6, 0)")
    expect(sold(STOCK, rule("each", 20))).toBe("0 (0, 0)")
    expect(sold({ Berlin: -3, Lyon: 4 }, rule("each", 1))).toBe("3 (-3, 3)")
  })

  it("together is what all of them have above it, wherever it is", () => {
    expect(sold(STOCK, rule("all", 5))).toBe("9 (9, 4)")
    expect(sold(STOCK, rule("web", 12))).toBe("2 (2, 2)")
    expect(sold(STOCK, rule("all", 5), rule("web", 6), rule("Lyon", 1))).toBe("8 (8, 3)")
  })

  it("is not less in one channel because of a rule for another", () => {
    expect(sold(STOCK, rule("fair", 4))).toBe("14 (10, 4)")
  })

  it("is everything where a more specific rule does not stop, or is off", () => {
    const every = { itemId: null }
    expect(sold(STOCK, rule("each", 4, every), rule("Berlin", 2, { stopSelling: false }))).toBe(
      "10 (10, 0)"
    )
    expect(sold(STOCK, rule("all", 4, every), rule("all", 9, { enabled: false }))).toBeNull()
    expect(sold(STOCK, rule("all", 4, { stopSelling: false }))).toBeNull()
  })

  it("leaves out how many have to arrive first", () => {
    const missing = (stock: Stock, ...rules: SellingRule[]) => {
      const available = new Map(WEB.map((id) => [id, exact(stock[id])]))
      return sellableOf(limitsOf(stock, rules)!, available, "web").missing.toFixed()
    }
    expect(missing(STOCK, rule("each", 6))).toBe("2")
    expect(missing({ Berlin: -2, Lyon: 4 }, rule("each", 6))).toBe("8")
    expect(missing(STOCK, rule("all", 20), rule("web", 15))).toBe("6")
  })
})

describe("the channels that locations are asked for", () => {
  const asked = (named: string[], stock: Stock) => channelsAsked(named, levelsOf(stock), LOCATIONS)

  it.each([
    [["Berlin", "Lyon"], STOCK, ["web"]],
    [["Lyon"], STOCK, ["fair"]],
    [["Lyon"], { Lyon: 4 }, ["web", "fair"]],
    [["Berlin"], STOCK, []],
    [["Berlin"], { Berlin: 1, Rome: 7 }, ["web"]],
    [["Oslo"], { ...STOCK, Oslo: 5 }, []],
  ])("%p of %p: %p", (named, stock, channels) => {
    expect(asked(named, stock)).toEqual(channels)
  })
})

const units = fc.integer({ min: -5, max: 30 })
const stocks = fc.record({ Berlin: units, Lyon: units })
const rules = fc.array(
  fc
    .record({
      at: fc.constantFrom<At>("each", "all", "web", "fair", "Berlin", "Lyon"),
      threshold: fc.integer({ min: 0, max: 20 }),
      itemId: fc.constantFrom("BOLT", null),
      enabled: fc.boolean(),
      stopSelling: fc.boolean(),
    })
    .map(({ at, threshold, ...more }) => rule(at, threshold, more)),
  { maxLength: 6 }
)
const wishes = fc.array(fc.record({ firm: fc.integer({ min: 1, max: 25 }), by: fc.nat(3) }), {
  minLength: 1,
  maxLength: 8,
})

/**
 * An order in the web shop: what is left, null where it is refused; what is kept for it elsewhere and will come to its
 * location; and what has been told before.
 */
function order(stock: Stock, given: SellingRule[], firm: number, by: number) {
  const limits = limitsOf(stock, given)
  const candidates = WEB.map((locationId, index): Candidate => ({
    ...{ locationId, priority: index, coordinates: null },
    available: sellableAt(limits, locationId, exact(stock[locationId])),
  }))
  const item = {
    ...{ itemId: "BOLT", firm: exact(firm), backorder: exact(0), candidates },
    ...{ most: mostTogether(limits, "web"), committedAt: null, before: null },
  }
  const [made] = allocate(BUILT_IN_STRATEGIES[by], { items: [item], destination: null })
  if (made.leftOver.isGreaterThan(0)) {
    expect(made.holds).toEqual([])
    return { left: null, coming: {}, together: made.together.toNumber() }
  }
  const left = { ...stock }
  left[made.locationId!] -= firm
  const coming: Stock = { [made.locationId!]: 0 }
  for (const { locationId, quantity } of made.holds) {
    left[locationId] -= quantity.toNumber()
    coming[made.locationId!] += quantity.toNumber()
  }
  return { left, coming, together: made.together.toNumber() }
}

const together = (stock: Stock, places = WEB) =>
  places.reduce((sum, place) => sum + Math.max(stock[place], 0), 0)

const plus = (one: Stock, other: Stock): Stock =>
  Object.fromEntries(WEB.map((place) => [place, one[place] + (other[place] ?? 0)]))

describe("orders, one after the other", () => {
  it("get what is told to be sellable, and never a unit of what is kept together", () => {
    fc.assert(
      fc.property(stocks, rules, wishes, (had, given, wanted) => {
        let stock: Stock = had
        // Of a location that waits for others' units, what stays there is below what it lacks: it is not told, and is there.
        let waiting: Stock = {}
        for (const { firm, by } of wanted) {
          const told = sold(stock, ...given)
          const may = told === null ? together(stock) : Number.parseInt(told)
          const { left, coming, together: promised } = order(stock, given, firm, by)
          expect(promised).toBe(may)
          expect(left !== null).toBe(firm <= may)
          if (!left) continue
          const before = plus(stock, waiting)
          waiting = plus(plus({ Berlin: 0, Lyon: 0 }, waiting), coming)
          const after = plus(left, waiting)
          expect(together(before) - together(after)).toBe(firm)
          for (const one of limitsOf(stock, given)?.together ?? []) {
            if (one.channelId === "fair") continue
            expect(together(after)).toBeGreaterThanOrEqual(one.threshold.toNumber())
          }
          stock = left
        }
      })
    )
  })

  it("sell in all no more than each location has above what stays there", () => {
    fc.assert(
      fc.property(stocks, rules, wishes, (had, given, wanted) => {
        const limits = limitsOf(had, given)
        const most = WEB.reduce((sum, place) => {
          const kept = limits?.locations.get(place)?.toNumber() ?? 0
          return sum + Math.max((had as Stock)[place] - kept, 0)
        }, 0)
        let [stock, sum]: [Stock, number] = [had, 0]
        for (const { firm, by } of wanted) {
          const { left } = order(stock, given, firm, by)
          if (left) [stock, sum] = [left, sum + firm]
        }
        expect(sum).toBeLessThanOrEqual(most)
      })
    )
  })
})

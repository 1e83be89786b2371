import fc from "fast-check"

import { judgePools, type Rule } from "../../../src/core/low-stock"
import { exact } from "../../../src/core/quantity"

/** Berlin and Lyon serve the web shop, Lyon the fair as well; Oslo is a supplier's, Rome out of use. */
const LOCATIONS = [
  { id: "Berlin", active: true, kind: "warehouse", channelIds: ["web"] },
  { id: "Lyon", active: true, kind: "store", channelIds: ["web", "fair"] },
  { id: "Oslo", active: true, kind: "supplier", channelIds: [] },
  { id: "Rome", active: false, kind: "warehouse", channelIds: ["web"] },
]

type Place = "each" | "all" | "web" | "fair" | "Berlin" | "Lyon" | "Oslo" | "Rome"

/** A rule in few words: where, from which quantity, for BOLT or for every item. */
function rule(at: Place, threshold: number, more: Partial<Rule> = {}): Rule {
  const place =
    at === "each"
      ? "each_location"
      : at === "all"
        ? "together"
        : at === "web" || at === "fair"
          ? "channel"
          : "location"
  return {
    ...{ itemId: "BOLT", place, threshold: exact(threshold), enabled: true },
    locationId: place === "location" ? at : null,
    channelId: place === "channel" ? at : null,
    ...more,
  }
}

function judged(available: Record<string, number>, ...rules: Rule[]): Record<string, string> {
  const levels = Object.entries(available).map(([locationId, units]) => ({
    ...{ itemId: "BOLT", locationId, available: exact(units), inUse: true },
  }))
  return Object.fromEntries(
    judgePools("BOLT", levels, LOCATIONS, rules).map((pool) => [
      pool.locationId ?? pool.channelId ?? "all",
      `${pool.available.toFixed()}${pool.low ? " low" : ""}`,
    ])
  )
}

const EVERY = { itemId: null }

describe("what is low", () => {
  it("is what is at its threshold or below", () => {
    expect(judged({ Berlin: 5, Lyon: 5.01 }, rule("each", 5))).toEqual({
      Berlin: "5 low",
      Lyon: "5.01",
    })
  })

  it("is nothing where nobody watches", () => {
    expect(judged({ Berlin: 0 })).toEqual({ Berlin: "0" })
    expect(judged({ Berlin: 0 }, rule("each", 5, { itemId: "NUT" }))).toEqual({ Berlin: "0" })
  })

  it("of each location leaves out suppliers' and those out of use, but not one that is named", () => {
    const stock = { Oslo: 1, Rome: 1 }
    expect(judged(stock, rule("each", 5))).toEqual({ Oslo: "1", Rome: "1" })
    expect(judged(stock, rule("Oslo", 5), rule("Rome", 5))).toEqual({
      Oslo: "1 low",
      Rome: "1 low",
    })
  })

  it("together is the sum of what is above zero where it is sold from", () => {
    const stock = { Berlin: -3, Lyon: 4, Oslo: 50, Rome: 50 }
    expect(judged(stock, rule("all", 4), rule("fair", 3), rule("web", 9))).toMatchObject({
      all: "4 low",
      fair: "4",
      web: "4 low",
    })
  })
})

describe("of several rules", () => {
  it.each<[string, Rule[], string]>([
    ["the location's", [rule("each", 9), rule("Berlin", 1), rule("each", 9, EVERY)], "5"],
    ["then the item's", [rule("each", 1), rule("Berlin", 9, EVERY)], "5"],
    [
      "then the default's for the location",
      [rule("each", 9, EVERY), rule("Berlin", 1, EVERY)],
      "5",
    ],
    ["then the default's", [rule("each", 9, EVERY)], "5 low"],
    ["even where it is off", [rule("Berlin", 9, { enabled: false }), rule("each", 9, EVERY)], "5"],
  ])("%s decides", (_, rules, told) => {
    expect(judged({ Berlin: 5 }, ...rules).Berlin).toBe(told)
    expect(judged({ Berlin: 5 }, ...[...rules].reverse()).Berlin).toBe(told)
  })

  it("those for other places are not asked", () => {
    expect(judged({ Berlin: 5, Lyon: 5 }, rule("Lyon", 9), rule("all", 20))).toEqual({
      Berlin: "5",
      Lyon: "5 low",
      all: "10 low",
    })
  })

  const places = fc.constantFrom<Place>("each", "all", "web", "fair", "Berlin", "Lyon", "Rome")
  const rules = fc.array(
    fc
      .record({
        at: places,
        threshold: fc.integer({ min: 0, max: 9 }),
        every: fc.boolean(),
        enabled: fc.boolean(),
      })
      .map(({ at, threshold, every, enabled }) =>
        rule(at, threshold, { itemId: every ? null : "BOLT", enabled })
      )
  )
  const stock = fc.record({
    Berlin: fc.integer({ min: -3, max: 12 }),
    Lyon: fc.integer({ min: -3, max: 12 }),
    Rome: fc.integer({ min: -3, max: 12 }),
  })

  it("more stock never makes anything low", () => {
    fc.assert(
      fc.property(rules, stock, fc.constantFrom("Berlin", "Lyon", "Rome"), (given, had, where) => {
        const before = judged(had, ...given)
        const after = judged({ ...had, [where]: had[where as "Berlin"] + 1 }, ...given)
        for (const [place, told] of Object.entries(after)) {
          if (told.endsWith("low")) expect(before[place]).toMatch(/low$/)
        }
      })
    )
  })
})

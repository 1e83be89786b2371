import fc from "fast-check"

import { availabilityOf, type VariantInChannel } from "../../../src/core/availability"
import { exact } from "../../../src/core/quantity"
import { arrival, item, TODAY } from "./world"

const variant = (...items: [required: string, item: ReturnType<typeof item>][]) =>
  ({
    managed: true,
    backorder: false,
    items: items.map(([required, one]) => ({ required: exact(required), item: one })),
  }) satisfies VariantInChannel

const told = (sold: VariantInChannel) => {
  const { status, quantity, byLocation, promised } = availabilityOf(sold, TODAY)
  return {
    status,
    quantity: quantity?.toFixed() ?? null,
    places: Object.fromEntries(
      [...byLocation].map(([place, here]) => [place, `${here.quantity.toFixed()} ${here.status}`])
    ),
    promised: promised && `${promised.quantity.toFixed()} on ${promised.date}`,
  }
}

describe("a worked example", () => {
  /** Berlin owes 6 of the 4 legs a table takes; 10 come on Tuesday, 30 a week later. */
  const top = item({ Berlin: "3", Lyon: "1" })
  const leg = item(
    { Berlin: "-6", Lyon: "2" },
    { owed: "6", arrivals: [arrival("2026-12-01", "7"), arrival("2026-12-08", "30", 2)] }
  )

  it("a table waits for legs: those of Tuesday go to earlier orders", () => {
    expect(told(variant(["1", top], ["4", leg]))).toEqual({
      ...{ status: "out_of_stock", quantity: "0" },
      places: { Berlin: "0 out_of_stock", Lyon: "0 out_of_stock" },
      // 2 + 7 + 30 - 6 = 33 legs for eight tables, but there are four tops.
      promised: "4 on 2026-12-10",
    })
  })

  it("one more leg on Tuesday makes a table on Tuesday", () => {
    const more = { ...leg, arrivals: [arrival("2026-12-01", "8"), ...leg.arrivals.slice(1)] }
    expect(told(variant(["1", top], ["4", more])).promised).toBe("1 on 2026-12-01")
  })
})

describe("where at least six may be ordered", () => {
  const boxes = (levels: Record<string, string>, more: object = {}) => ({
    ...variant([
      "1",
      item(levels, { arrivals: [arrival("2026-12-01", "1"), arrival("2026-12-08", "2")] }),
    ]),
    smallestOrder: exact("6"),
    ...more,
  })

  it("fewer are nothing to be had, until as many are there", () => {
    expect(told(boxes({ Berlin: "4" }))).toEqual({
      ...{ status: "out_of_stock", quantity: "0", places: { Berlin: "0 out_of_stock" } },
      promised: "7 on 2026-12-08",
    })
    expect(told(boxes({ Berlin: "4" }, { backorder: true })).status).toBe("backorder")
  })

  it("six can be had, though no location could send them alone", () => {
    expect(told(boxes({ Berlin: "4", Lyon: "2" }))).toEqual({
      ...{ status: "in_stock", quantity: "6", promised: null },
      places: { Berlin: "0 out_of_stock", Lyon: "0 out_of_stock" },
    })
  })
})

describe("what a shopper is told", () => {
  it.each<[string, VariantInChannel, string, string | null]>([
    ["in stock", variant(["1", item({ Berlin: "3" })]), "in_stock", "3"],
    [
      "low at the threshold",
      variant(["1", item({ Berlin: "2", Lyon: "1" }, { threshold: "3" })]),
      "low_stock",
      "3",
    ],
    [
      "not low above it",
      variant(["1", item({ Berlin: "3.5" }, { threshold: "3" })]),
      "in_stock",
      "3",
    ],
    ["out of stock", variant(["1", item({ Berlin: "0" })]), "out_of_stock", "0"],
    ["out of stock where no location has a level", variant(["1", item({})]), "out_of_stock", "0"],
    ["out of stock without items", variant(), "out_of_stock", "0"],
    [
      "to be ordered though it is not there",
      { ...variant(["1", item({ Berlin: "-4" })]), backorder: true },
      "backorder",
      "0",
    ],
    ["there, where nobody counts it", { ...variant(), managed: false }, "in_stock", null],
  ])("%s", (_, sold, status, quantity) => {
    expect(told(sold)).toMatchObject({ status, quantity, promised: null })
  })
})

const quantity = fc.integer({ min: -50, max: 200 }).map((units) => String(units / 4))
const anItem = fc.record({
  levels: fc.dictionary(fc.constantFrom("Berlin", "Lyon", "Oslo"), quantity),
  threshold: fc.option(fc.nat(20).map(String), { nil: undefined }),
})
const aVariant = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), anItem), {
  minLength: 1,
  maxLength: 3,
})

describe("of any variant", () => {
  it("what can be had never takes more of an item than is there", () => {
    fc.assert(
      fc.property(aVariant, (items) => {
        const sold = variant(
          ...items.map(([required, one]): [string, ReturnType<typeof item>] => [
            String(required),
            item(one.levels, one),
          ])
        )
        const { quantity: units, byLocation, status } = availabilityOf(sold, TODAY)
        for (const [required, { levels }] of items) {
          const there = Object.values(levels).reduce(
            (sum, one) => sum + Math.max(Number(one), 0),
            0
          )
          expect(Number(units) * required).toBeLessThanOrEqual(there)
        }
        for (const here of byLocation.values()) {
          expect(here.quantity.isLessThanOrEqualTo(units ?? 0)).toBe(true)
        }
        expect(status === "out_of_stock").toBe(units?.isZero())
      })
    )
  })
})

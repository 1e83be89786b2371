import fc from "fast-check"

import { daysAfter, promiseOf } from "../../../src/core/availability"
import { exact } from "../../../src/core/quantity"
import { arrival, TODAY } from "./world"

const promise = (
  arrivals: ReturnType<typeof arrival>[],
  { owed = "0", sellable = "0", required = "1" } = {}
) => {
  const found = promiseOf(
    [{ required: exact(required), sellable: exact(sellable), owed: exact(owed), arrivals }],
    TODAY
  )
  return found && `${found.quantity.toFixed()} on ${found.date}`
}

describe("from when on a variant can be had", () => {
  it.each<[string, ReturnType<typeof arrival>[], object, string | null]>([
    ["nothing is on its way", [], {}, null],
    ["today's transfer", [arrival(TODAY, "3")], {}, "3 on 2026-11-28"],
    ["one that is late promises nothing", [arrival("2026-11-27", "3")], {}, null],
    ["the lead time comes on top", [arrival("2026-12-30", "3", 5)], {}, "3 on 2027-01-04"],
    [
      "the earlier one can be sent on later",
      [arrival("2026-12-01", "3", 9), arrival("2026-12-02", "2")],
      {},
      "2 on 2026-12-02",
    ],
    [
      "two on one day",
      [arrival("2026-12-01", "3"), arrival("2026-12-01", "2")],
      {},
      "5 on 2026-12-01",
    ],
    [
      "what is promised goes first",
      [arrival("2026-12-01", "3"), arrival("2026-12-08", "3")],
      { owed: "3" },
      "3 on 2026-12-08",
    ],
    ["all of it is promised", [arrival("2026-12-01", "3")], { owed: "4" }, null],
    ["whole variants only", [arrival("2026-12-01", "0.5")], { sellable: "0.25" }, null],
    [
      "with what is there already",
      [arrival("2026-12-01", "0.5")],
      { sellable: "0.5" },
      "1 on 2026-12-01",
    ],
  ])("%s", (_, arrivals, given, expected) => {
    expect(promise(arrivals, given)).toBe(expected)
  })

  it("is never before an arrival, nor of more than arrives beyond what is owed", () => {
    const some = fc.array(fc.tuple(fc.integer({ min: -5, max: 60 }), fc.nat(20), fc.nat(10)), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(some, fc.nat(40), (given, owed) => {
        const arrivals = given.map(([day, units, lead]) =>
          arrival(daysAfter(TODAY, day), String(units), lead)
        )
        const found = promiseOf(
          [{ required: exact(1), sellable: exact(0), owed: exact(owed), arrivals }],
          TODAY
        )
        const later = given.filter(([day]) => day >= 0)
        const sum = (until: string) =>
          later
            .filter(([day, , lead]) => daysAfter(TODAY, day + lead) <= until)
            .reduce((all, [, units]) => all + units, 0)
        if (!found) {
          expect(sum("9999-12-31")).toBeLessThanOrEqual(owed)
        } else {
          expect(found.quantity.toNumber()).toBe(sum(found.date) - owed)
          expect(sum(daysAfter(found.date, -1))).toBeLessThanOrEqual(owed)
        }
      })
    )
  })
})

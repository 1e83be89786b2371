import fc from "fast-check"

import { excessHolds, type Hold } from "../../src/core/hold"
import { exact, total } from "../../src/core/quantity"

const holds = (...quantities: number[]): Hold[] =>
  quantities.map((quantity, index) => ({
    ...{ id: `hold-${index}`, orderId: "order", lineItemId: "line", itemId: "BOLT" },
    ...{ locationId: `place-${index}`, committedLocationId: "Berlin", quantity: exact(quantity) },
  }))

describe("holds let go", () => {
  it.each([
    ["nothing while the line has more committed", [3, 4], 10, ""],
    ["nothing while it has as much", [3, 4], 7, ""],
    ["of the last one first", [3, 4], 5, "2 of hold-1"],
    ["of more than one", [3, 4], 2, "4 of hold-1, 1 of hold-0"],
    ["everything with the commitment", [3, 4], 0, "4 of hold-1, 3 of hold-0"],
  ])("%s", (_, quantities, committed, text) => {
    expect(
      excessHolds(holds(...quantities), exact(committed))
        .map(({ hold, quantity }) => `${quantity.toFixed()} of ${hold.id}`)
        .join(", ")
    ).toBe(text)
  })

  it("so that min(what they hold, what is committed) is left", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 100 }), { maxLength: 5 }),
        fc.integer({ min: 0, max: 300 }),
        (quantities, committed) => {
          const all = holds(...quantities)
          const cuts = excessHolds(all, exact(committed))
          const held = total(all.map(({ quantity }) => quantity))
          const left = held.minus(total(cuts.map(({ quantity }) => quantity)))
          expect(left.toNumber()).toBe(Math.min(held.toNumber(), committed))
          cuts.forEach(({ hold, quantity }) =>
            expect(quantity.isLessThanOrEqualTo(hold.quantity)).toBe(true)
          )
        }
      )
    )
  })
})

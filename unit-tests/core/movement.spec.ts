import fc from "fast-check"

import { onHand } from "../../src/core/level"
import { between, consolidate, type Entry, reverse } from "../../src/core/movement"
import { exact } from "../../src/core/quantity"
import { STATES } from "../../src/core/state"
import { after, amounts, decimals, entriesOf, handStates, levels, toldEntries } from "./world"

const entries: fc.Arbitrary<Entry[]> = fc.array(
  fc.record({
    itemId: fc.constantFrom("BOLT", "WINE"),
    locationId: fc.constantFrom("Berlin", "Lyon"),
    state: fc.constantFrom(...STATES),
    quantity: decimals,
  })
)

const nameOf = ({ itemId, locationId, state }: Entry) => [itemId, locationId, state].join()

function sums(list: Entry[]): Map<string, string> {
  const totals = new Map<string, ReturnType<typeof exact>>()
  list.forEach((entry) => {
    const name = nameOf(entry)
    totals.set(name, (totals.get(name) ?? exact(0)).plus(entry.quantity))
  })
  return new Map(
    [...totals].filter(([, sum]) => !sum.isZero()).map(([name, sum]) => [name, sum.toFixed()])
  )
}

describe("consolidating", () => {
  it.each([
    ["nothing", [], ""],
    ["one", [{ available: 2 }], "available 2"],
    ["the same state twice", [{ available: 2 }, { available: 0.5 }], "available 2.5"],
    ["what comes to nothing", [{ available: 2, damaged: 1 }, { available: -2 }], "damaged 1"],
    ["zeros", [{ available: 0 }, { damaged: 0 }], ""],
    ["0.1 three times", [{ safety: "0.1" }, { safety: "0.1" }, { safety: "0.1" }], "safety 0.3"],
  ])("%s", (_, given, wanted) => {
    const list = given.flatMap((figures) => entriesOf(figures))
    expect(toldEntries(consolidate(list))).toBe(wanted)
  })

  it("keeps levels apart", () => {
    const lyon = { itemId: "BOLT", locationId: "Lyon" }
    const list = [...entriesOf({ available: 1 }), ...entriesOf({ available: -1 }, lyon)]
    expect(consolidate(list)).toEqual(list)
  })

  it("keeps every sum, once, and nothing that is zero", () => {
    fc.assert(
      fc.property(entries, (list) => {
        const result = consolidate(list)
        expect(sums(result)).toEqual(sums(list))
        expect(new Set(result.map(nameOf)).size).toBe(result.length)
        expect(result.filter(({ quantity }) => quantity.isZero())).toEqual([])
        expect(consolidate(result)).toEqual(result)
      })
    )
  })
})

describe("reversing", () => {
  it("takes everything back", () => {
    fc.assert(
      fc.property(entries, (list) => {
        expect(consolidate([...list, ...reverse(list)])).toEqual([])
        expect(sums(reverse(reverse(list)))).toEqual(sums(list))
      })
    )
  })
})

describe("moving between two states", () => {
  it("leaves on hand as it was", () => {
    fc.assert(
      fc.property(levels, handStates, handStates, amounts, (level, from, to, quantity) => {
        const moved = after(level, between(level, from, to, quantity))
        expect(onHand(moved.balances).isEqualTo(onHand(level.balances))).toBe(true)
      })
    )
  })
})

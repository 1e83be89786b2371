import fc from "fast-check"

import { chooseOrigin, quantityToMove } from "../../src/core/low-stock"
import { exact } from "../../src/core/quantity"

const source = (locationId: string, surplus: string) => ({ locationId, surplus: exact(surplus) })

describe("from where a transfer is drafted", () => {
  it.each([
    ["the largest surplus", ["a 3", "b 12.5", "c 12"], "b"],
    ["the first of equals", ["a 3", "b 3"], "a"],
    ["nobody who is at the threshold", ["a 0"], undefined],
    ["nobody who is below it", ["a -4"], undefined],
    ["nobody", [], undefined],
  ])("%s", (_, sources, expected) => {
    const given = sources.map((one) => source(...(one.split(" ") as [string, string])))
    expect(chooseOrigin(given)?.locationId).toBe(expected)
  })
})

describe("how much of it", () => {
  const move = (given: Record<string, string | null> = {}) =>
    quantityToMove({
      asked: given.asked ? exact(given.asked) : null,
      threshold: exact(given.threshold ?? "5"),
      available: exact(given.available ?? "2"),
      incoming: exact(given.incoming ?? "0"),
      reorderTo: given.reorderTo ? exact(given.reorderTo) : null,
      surplus: exact(given.surplus ?? "100"),
      increment: given.increment ? exact(given.increment) : null,
    }).toFixed()

  it.each([
    ["up to twice the threshold", {}, "8"],
    ["up to what the rule says", { reorderTo: "30" }, "28"],
    ["one, at a threshold of zero", { threshold: "0", available: "0" }, "1"],
    ["less what is on its way", { incoming: "5" }, "3"],
    ["nothing when enough is on its way", { incoming: "9" }, "0"],
    ["what is asked for", { asked: "2.5", incoming: "9" }, "2.5"],
    ["no more than there is to spare", { surplus: "6" }, "6"],
    ["what is missing below zero, too", { available: "-4" }, "14"],
    ["in whole steps, rather one too many", { increment: "3" }, "9"],
    ["in whole steps of what there is to spare", { increment: "3", surplus: "8.5" }, "6"],
    ["nothing where there is no step to spare", { increment: "3", surplus: "2" }, "0"],
  ])("%s", (_, given, expected) => {
    expect(move(given)).toBe(expected)
  })

  it("is never below zero, nor above the surplus", () => {
    const figure = fc.integer({ min: 0, max: 1_000 }).map(String)
    fc.assert(
      fc.property(
        fc.record({ threshold: figure, available: figure, incoming: figure, surplus: figure }),
        (given) => {
          const moved = Number(move(given))
          expect(moved).toBeGreaterThanOrEqual(0)
          expect(moved).toBeLessThanOrEqual(Number(given.surplus))
        }
      )
    )
  })
})

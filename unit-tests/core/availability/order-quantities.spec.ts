import fc from "fast-check"

import {
  brokenRule,
  type OrderQuantitiesInput,
  readOrderQuantities,
  ruleInWords,
  smallestOrder,
} from "../../../src/core/availability"
import { exact } from "../../../src/core/quantity"
import { Refusal } from "../../../src/core/refusal"

describe("order quantities", () => {
  it.each<[OrderQuantitiesInput, string, string | null]>([
    [{ minimum: 6 }, "5", "minimum"],
    [{ minimum: 6 }, "6", null],
    [{ maximum: 10 }, "10", null],
    [{ maximum: 10 }, "10.5", "maximum"],
    [{ multiple: "0.25" }, "0.75", null],
    [{ multiple: "0.1" }, "0.3", null],
    [{ multiple: 6 }, "9", "multiple"],
    [{ allowed: [1, 5, 20] }, "5", null],
    [{ allowed: [1, 5, 20] }, "6", "allowed"],
    [{ minimum: 2, allowed: [1, 5] }, "1", "minimum"],
  ])("of %j, %s breaks %s", (input, quantity, broken) => {
    const rules = readOrderQuantities(input, "")
    expect(rules && brokenRule(exact(quantity), rules)).toBe(broken)
  })

  it("are sorted, and said in words", () => {
    const rules = readOrderQuantities({ allowed: ["20", 5, "5.0"], maximum: 20 }, "")
    expect(rules && ruleInWords("allowed", rules)).toBe("one of 5, 20")
    expect(rules && ruleInWords("maximum", rules)).toBe("at most 20")
  })

  it.each<[OrderQuantitiesInput, string | null]>([
    [{ maximum: 5 }, null],
    [{ minimum: 5 }, "5"],
    [{ multiple: 4 }, "4"],
    [{ minimum: 5, multiple: 4 }, "8"],
    [{ minimum: "0.3", multiple: "0.1" }, "0.3"],
    [{ allowed: [3, 6, 12], minimum: 4 }, "6"],
    [{ allowed: [3, 6, 12], multiple: 4 }, "12"],
  ])("of %j, the least that may be ordered is %s", (input, expected) => {
    const rules = readOrderQuantities(input, "")
    expect(rules && (smallestOrder(rules)?.toFixed() ?? null)).toBe(expected)
  })

  it("without a rule are none", () => {
    expect(readOrderQuantities({ minimum: null }, "")).toBeNull()
  })

  it.each<[string, OrderQuantitiesInput, string]>([
    ["a minimum of nothing", { minimum: 0 }, "minimum"],
    ["a maximum below the minimum", { minimum: 6, maximum: 5 }, "maximum"],
    ["a multiple that is too large", { maximum: 5, multiple: 6 }, "multiple"],
    ["a multiple between the limits", { minimum: 7, maximum: 11, multiple: 6 }, "multiple"],
    ["an empty list", { allowed: [] }, "allowed"],
    ["a list that the limits exclude", { minimum: 6, allowed: [1, 5] }, "allowed"],
    ["an entry that is no number", { allowed: [1, "many"] }, "allowed.1"],
  ])("%s is refused", (_, input, field) => {
    expect(() => readOrderQuantities(input, "order_quantities.")).toThrow(Refusal)
    expect(() => readOrderQuantities(input, "order_quantities.")).toThrow(
      `order_quantities.${field}`
    )
  })

  it("that are accepted can be kept by some quantity", () => {
    const number = fc.option(fc.integer({ min: 1, max: 60 }), { nil: null })
    const given = fc.record({ minimum: number, maximum: number, multiple: number })
    fc.assert(
      fc.property(given, (input) => {
        let rules
        try {
          rules = readOrderQuantities(input, "")
        } catch {
          return
        }
        const kept = Array.from({ length: 200 }, (_, n) => exact(n + 1))
        const least = rules && kept.find((one) => !brokenRule(one, rules))
        expect(!rules || least).toBeTruthy()
        if (rules) expect(smallestOrder(rules) ?? exact(1)).toEqual(least)
      })
    )
  })
})

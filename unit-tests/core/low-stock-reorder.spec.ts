import fc from "fast-check"

import { reorder, type ReorderFacts } from "../../src/core/low-stock"
import { MAX_ATTEMPTS, waitAfter } from "../../src/core/retry"
import { exact } from "../../src/core/quantity"

const facts = (given: Record<string, string | number | null> = {}): ReorderFacts => {
  const quantity = (name: string, normally: string) => exact(String(given[name] ?? normally))
  return {
    available: quantity("available", "12"),
    incoming: quantity("incoming", "0"),
    threshold: quantity("threshold", "5"),
    reorderTo: given.reorderTo == null ? null : exact(String(given.reorderTo)),
    sold: quantity("sold", "30"),
    days: Number(given.days ?? 30),
    leadTimeDays: Number(given.leadTimeDays ?? 0),
    coverDays: Number(given.coverDays ?? 30),
    increment: given.increment == null ? null : exact(String(given.increment)),
  }
}

const told = (given?: Record<string, string | number | null>) => {
  const { status, perDay, daysOfCover, demand, target, order } = reorder(facts(given))
  return [status, perDay, daysOfCover, demand, target, order].map(
    (figure) => (figure as { toFixed?(): string } | null)?.toFixed?.() ?? figure
  )
}

describe("how much to order", () => {
  it.each([
    ["plenty", {}, ["ok", "1", "12", "0", "35", "0"]],
    ["low before it could arrive", { leadTimeDays: 7 }, ["soon", "1", "12", "7", "35", "30"]],
    ["not yet", { leadTimeDays: 6 }, ["ok", "1", "12", "6", "35", "0"]],
    ["low", { available: "5" }, ["low", "1", "5", "0", "35", "30"]],
    ["below zero", { available: "-3" }, ["low", "1", "0", "0", "35", "38"]],
    ["on its way", { available: "5", incoming: "20" }, ["low", "1", "5", "0", "35", "10"]],
    [
      "more than enough on its way",
      { available: "5", incoming: 90 },
      ["low", "1", "5", "0", "35", "0"],
    ],
    ["up to a quantity", { available: "5", reorderTo: "50" }, ["low", "1", "5", "0", "50", "45"]],
    ["not sold", { available: "5", sold: "0" }, ["low", "0", null, "0", "5", "0"]],
    [
      "more given back than sold",
      { available: "5", sold: "-4" },
      ["low", "0", null, "0", "5", "0"],
    ],
    [
      "whole units stay whole",
      { available: "5", sold: "10", leadTimeDays: 7 },
      ["low", "0.3333", "15", "3", "15", "13"],
    ],
    [
      "units by weight",
      { available: "2.5", sold: "1", leadTimeDays: 7 },
      ["low", "0.0333", "75", "0.3", "6", "3.8"],
    ],
    [
      "in steps of six",
      { available: "5", sold: "10", leadTimeDays: 7, increment: 6 },
      ["low", "0.3333", "15", "6", "17", "18"],
    ],
  ])("%s", (_, given, expected) => {
    expect(told(given)).toEqual(expected)
  })

  const figure = fc.integer({ min: -500, max: 5_000 }).map((n) => n / 10)
  const anyFacts = fc.record({
    available: figure,
    incoming: figure.map(Math.abs),
    threshold: figure.map(Math.abs),
    sold: figure,
    days: fc.integer({ min: 1, max: 90 }),
    leadTimeDays: fc.integer({ min: 0, max: 60 }),
    coverDays: fc.integer({ min: 1, max: 90 }),
  })

  it("covers what is sold until it arrives and leaves the target, and never takes away", () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const known = facts(given)
        const { status, order, demand, target } = reorder(known)
        expect(order.isLessThan(0)).toBe(false)
        if (order.isGreaterThan(0)) {
          const left = known.available.plus(known.incoming).plus(order).minus(demand)
          expect(left.toFixed()).toBe(target.toFixed())
          expect(status).not.toBe("ok")
        }
      })
    )
  })

  it("is no less urgent with less stock, and no more urgent with faster delivery", () => {
    const urgency = { low: 2, soon: 1, ok: 0 }
    const of = (known: ReorderFacts) => urgency[reorder(known).status]
    fc.assert(
      fc.property(anyFacts, (given) => {
        const known = facts(given)
        const less = { ...known, available: known.available.minus(1) }
        expect(of(less)).toBeGreaterThanOrEqual(of(known))
        expect(of({ ...known, leadTimeDays: 0 })).toBeLessThanOrEqual(of(known))
      })
    )
  })
})

describe("the wait of a failed action", () => {
  it("doubles from half a minute to an hour, and ends", () => {
    const waits = Array.from({ length: MAX_ATTEMPTS }, (_, n) => waitAfter(n + 1))
    expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1_920, 3_600, 3_600, null])
  })

  it("is none after a retry by hand that fails again", () => {
    expect(waitAfter(MAX_ATTEMPTS + 3)).toBeNull()
  })
})

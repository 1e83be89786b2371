import fc from "fast-check"

import { type Level, medusaColumns } from "../../src/core/level"
import { exact, type Quantity } from "../../src/core/quantity"
import { emptying, findingNote, type MedusaFigures, reconcile } from "../../src/core/reconcile"
import { STATES } from "../../src/core/state"
import { after, decimals, levelOf, levels, told, toldEntries } from "./world"

/** What Medusa has stocked, its counter and what it expects; what live reservations come to. */
type Found = { [Key in keyof MedusaFigures]: number | string }

function found(figures: Partial<Found>): MedusaFigures {
  const all: Found = {
    ...{ stocked: 0, reserved: 0, incoming: 0 },
    ...{ committedByReservations: 0, reservedByReservations: 0 },
    ...figures,
  }
  return Object.fromEntries(
    Object.entries(all).map(([name, figure]) => [name, exact(figure)])
  ) as unknown as MedusaFigures
}

const UNKNOWN = levelOf({}, { levelId: null, sequence: 0 })

describe("taking over a level", () => {
  it.each([
    {
      what: "nothing in it",
      has: {},
      left: "",
    },
    {
      what: "stock, and some on its way",
      has: { stocked: 12.5, incoming: 3 },
      left: "available 12.5, incoming 3",
    },
    {
      what: "reservations of both kinds",
      has: { stocked: 10, reserved: 5, committedByReservations: 3, reservedByReservations: 2 },
      left: "available 5, committed 3, reserved 2",
    },
    {
      what: "more sold than there is",
      has: { stocked: 2, reserved: 5, committedByReservations: 5 },
      left: "available -3, committed 5",
    },
    {
      what: "a counter above its reservations",
      has: { stocked: 20, reserved: 8, committedByReservations: 3 },
      left: "available 12, committed 3, reserved 5",
      finding: "unexplained 5",
    },
    {
      what: "a counter without any reservation",
      has: { stocked: 4, reserved: 0.5 },
      left: "available 3.5, reserved 0.5",
      finding: "unexplained 0.5",
    },
    {
      what: "a counter below its reservations",
      has: { stocked: 20, reserved: 2, committedByReservations: 5, reservedByReservations: 2 },
      left: "available 13, committed 5, reserved 2",
      finding: "counter_raised 5",
    },
    {
      what: "a counter below zero",
      has: { stocked: 4, reserved: -2 },
      left: "available 4",
      finding: "counter_raised 2",
    },
    {
      what: "reservations of less than nothing",
      has: { stocked: 4, reserved: -1, committedByReservations: -1 },
      left: "available 4",
      finding: "counter_raised 1",
    },
    {
      what: "stock below zero",
      has: { stocked: -4, reserved: 1, committedByReservations: 1 },
      left: "available -5, committed 1",
    },
  ])("with $what", ({ has, left, finding }) => {
    const plan = reconcile(UNKNOWN, found(has))
    expect(told(after(UNKNOWN, plan.entries).balances)).toBe(left)
    expect(plan.finding && `${plan.finding} ${plan.difference.toFixed()}`).toBe(finding ?? null)
  })
})

describe("taking over a level again", () => {
  /** 20 on hand: 1 damaged, 2 safety, 4 reserved of which 3 by reservations. */
  const KNOWN = levelOf(
    { available: 8, committed: 5, reserved: 4, damaged: 1, safety: 2, incoming: 7, fulfilled: 30 },
    { reservedByReservations: exact(3) }
  )
  const SAME = {
    ...{ stocked: 20, reserved: 12, incoming: 7 },
    ...{ committedByReservations: 5, reservedByReservations: 3 },
  }

  it.each([
    { what: "as it was", has: {}, made: "" },
    { what: "restocked", has: { stocked: 23 }, made: "available 3" },
    { what: "expecting less", has: { incoming: 0 }, made: "incoming -7" },
    {
      what: "with an order more",
      has: { reserved: 14, committedByReservations: 7 },
      made: "available -2, committed 2",
    },
    {
      what: "with an order shipped",
      has: { stocked: 15, reserved: 7, committedByReservations: 0 },
      made: "committed -5",
    },
    {
      what: "with a bare reservation less",
      has: { reserved: 10, reservedByReservations: 1 },
      made: "available 2, reserved -2",
    },
    {
      what: "with a counter that lost an update",
      has: { reserved: 12, committedByReservations: 7 },
      made: "available -2, committed 2",
      finding: "counter_raised 2",
    },
    {
      what: "with a counter that nothing explains",
      has: { reserved: 13 },
      made: "available -1, reserved 1",
      finding: "unexplained 1",
    },
  ])("$what", ({ has, made, finding }) => {
    const plan = reconcile(KNOWN, found({ ...SAME, ...has }))
    expect(toldEntries(plan.entries)).toBe(made)
    expect(plan.finding && `${plan.finding} ${plan.difference.toFixed()}`).toBe(finding ?? null)
  })
})

describe("whatever Medusa's module left", () => {
  const figures: fc.Arbitrary<MedusaFigures> = fc.record({
    ...{ stocked: decimals, reserved: decimals, incoming: decimals },
    ...{ committedByReservations: decimals, reservedByReservations: decimals },
  })
  const both = (check: (level: Level, medusa: MedusaFigures, left: Level) => void) =>
    fc.assert(
      fc.property(fc.oneof(fc.constant(UNKNOWN), levels), figures, (level, medusa) => {
        const plan = reconcile(level, medusa)
        const left = {
          ...after(level, plan.entries),
          reservedByReservations: plan.reservedByReservations,
        }
        check(level, medusa, left)
      })
    )

  it("what is stocked and what is expected is kept", () => {
    both((_, medusa, left) => {
      const columns = medusaColumns(left.balances)
      expect(columns.stocked.isEqualTo(medusa.stocked)).toBe(true)
      expect(columns.incoming.isEqualTo(medusa.incoming)).toBe(true)
    })
  })

  it("live reservations are the truth", () => {
    both((_, medusa, left) => {
      const { committedByReservations, reservedByReservations } = medusa
      expect(left.balances.committed.isEqualTo(atLeastZero(committedByReservations))).toBe(true)
      expect(left.reservedByReservations.isEqualTo(atLeastZero(reservedByReservations))).toBe(true)
      expect(left.balances.reserved.isLessThan(left.reservedByReservations)).toBe(false)
    })
  })

  it("a counter is kept, or raised to what explains it; never lowered", () => {
    both((_, medusa, left) => {
      const { reserved } = medusaColumns(left.balances)
      expect(reserved.isLessThan(medusa.reserved)).toBe(false)
    })
  })

  it("what people have set aside, and what has left, stays as it was", () => {
    both((level, _, left) => {
      for (const state of ["damaged", "safety", "quality_control", "fulfilled"] as const) {
        expect(left.balances[state].isEqualTo(level.balances[state])).toBe(true)
      }
    })
  })

  it("once done, there is nothing more to do", () => {
    both((_, medusa, left) => {
      const now = { ...medusa, reserved: medusaColumns(left.balances).reserved }
      expect(reconcile(left, now)).toMatchObject({ entries: [], finding: null })
    })
  })
})

describe("what is said of a counter", () => {
  it.each([
    [{ reserved: 2.5 }, "Medusa's reserved counter was 2.5 above what explains it"],
    [{ reserved: -1 }, "Medusa's reserved counter was 1 below what explains it"],
    [{ stocked: 7 }, null],
  ])("%p: %s", (has, note) => {
    expect(findingNote(reconcile(UNKNOWN, found(has)))).toBe(note)
  })
})

describe("emptying a level", () => {
  it("leaves nothing in any state", () => {
    fc.assert(
      fc.property(levels, (level) => {
        const left = after(level, emptying(level))
        expect(STATES.filter((state) => !left.balances[state].isZero())).toEqual([])
      })
    )
  })
})

function atLeastZero(quantity: Quantity): Quantity {
  return quantity.isLessThan(0) ? exact(0) : quantity
}

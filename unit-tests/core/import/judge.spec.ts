import fc from "fast-check"

import {
  type Figure,
  figuresOf,
  judgeRow,
  proposeRow,
  staleChanges,
  type Verdict,
  type Wishes,
} from "../../../src/core/import"
import { EMPTY_BALANCES, emptyLevel, type Level, onHand } from "../../../src/core/level"
import { exact } from "../../../src/core/quantity"
import { HAND_STATES } from "../../../src/core/state"
import { readUnits } from "../../../src/core/units"

const KEY = { itemId: "TEA", locationId: "Berlin" }

/** TEA in Berlin: 8 available, 2 committed, 3 reserved (1 of them by a reservation), 1 damaged: 14 on hand. */
const TEA: Level = {
  ...emptyLevel(KEY),
  levelId: "ilev_1",
  balances: {
    ...EMPTY_BALANCES,
    available: exact(8),
    committed: exact(2),
    reserved: exact(3),
    damaged: exact(1),
  },
  reservedByReservations: exact(1),
}

const wishes = (given: Partial<Record<Figure, string | number>>) =>
  Object.fromEntries(
    Object.entries(given).map(([figure, value]) => [figure, exact(value)])
  ) as Wishes

const outcome = (verdict: Verdict) =>
  verdict.kind === "change"
    ? figuresOf(verdict.after)
    : verdict.kind === "error"
      ? verdict.error
      : verdict.kind

describe("what a row means", () => {
  it.each<[string, Parameters<typeof wishes>[0], object | string]>([
    ["nothing said", {}, "unchanged"],
    ["as it is", { on_hand: 14, available: "8.0", damaged: 1 }, "unchanged"],
    ["a count", { on_hand: 15 }, { on_hand: "15", available: "9", damaged: "1" }],
    ["a count in an exported row", { on_hand: 15, available: 8, damaged: 1 }, { available: "9" }],
    ["available in an exported row", { on_hand: 14, available: 9 }, { on_hand: "15" }],
    ["damaged in an exported row", { on_hand: 14, available: 8, damaged: 3 }, { on_hand: "16" }],
    ["a count with damaged", { on_hand: 14, damaged: 3 }, { available: "6", on_hand: "14" }],
    ["both, as they agree", { on_hand: 15, available: 9 }, { on_hand: "15", available: "9" }],
    ["both, and they do not", { on_hand: 15, available: 10 }, { code: "contradiction" }],
    [
      "both and a state, as they agree",
      { on_hand: 16, available: 9, damaged: 2 },
      { on_hand: "16", available: "9", damaged: "2" },
    ],
    ["less reserved than is kept", { reserved: 0 }, { code: "reserved_kept" }],
    ["as much reserved as is kept", { reserved: 1 }, { reserved: "1", on_hand: "12" }],
    ["less than none", { damaged: -1 }, { code: "negative" }],
    ["less than none counted", { on_hand: -1 }, { code: "negative" }],
    ["less counted than is promised", { on_hand: 5 }, { code: "below_zero" }],
    ["available below zero", { available: -1 }, { code: "below_zero" }],
  ])("%s", (_, given, expected) => {
    const found = outcome(judgeRow(TEA, wishes(given)))
    if (typeof expected === "string") {
      expect(found).toBe(expected)
    } else {
      expect(found).toMatchObject(expected)
    }
  })

  it("must be in steps of the item's units, as far as it changes anything", () => {
    const units = readUnits([{ key: "bag", name: "Bag", base: true }])
    const half = { ...TEA, balances: { ...TEA.balances, damaged: exact("0.5") } }
    const judged = (given: Parameters<typeof wishes>[0]) =>
      judgeRow(half, wishes(given), undefined, units)
    expect(judged({ available: 9, damaged: "0.5" }).kind).toBe("change")
    expect(judged({ available: "8.5" })).toMatchObject({
      error: {
        code: "off_increment",
        params: { column: "available", value: "8.5", unit: "Bag", increment: "1" },
      },
    })
    expect(judged({ damaged: 1 }).kind).toBe("change")
  })

  it("may be allowed to go below zero", () => {
    const verdict = judgeRow(TEA, wishes({ on_hand: 5 }))
    expect(
      verdict.kind === "error" && verdict.allowed && figuresOf(verdict.allowed.after)
    ).toMatchObject({
      available: "-1",
      on_hand: "5",
    })
  })

  it("may leave below zero what is there, or raise it", () => {
    const short = { ...TEA, balances: { ...TEA.balances, available: exact(-7) } }
    expect(judgeRow(short, wishes({ available: -7, on_hand: -1 })).kind).toBe("unchanged")
    expect(judgeRow(short, wishes({ available: -2 })).kind).toBe("change")
    expect(judgeRow(short, wishes({ available: -8 }))).toMatchObject({
      error: { code: "below_zero" },
    })
  })

  it("is of another time when other units were committed then", () => {
    expect(judgeRow(TEA, wishes({ on_hand: 15 }), exact(2)).kind).toBe("change")
    expect(judgeRow(TEA, wishes({ on_hand: 15 }), exact(3))).toMatchObject({
      error: { code: "outdated", params: { committed: "3", current: "2" } },
    })
    expect(judgeRow(TEA, wishes({ on_hand: 14 }), exact(3)).kind).toBe("unchanged")
  })

  it("opens a level that is not there, if it says anything", () => {
    const none = emptyLevel(KEY)
    expect(judgeRow(none, {}).kind).toBe("unchanged")
    expect(judgeRow(none, wishes({ on_hand: 0 }))).toMatchObject({ kind: "change", changes: [] })
    expect(outcome(judgeRow(none, wishes({ on_hand: 4, damaged: 1 })))).toMatchObject({
      available: "3",
      damaged: "1",
    })
  })

  it("is stale when a figure that it sets has changed, and only then", () => {
    const verdict = judgeRow(TEA, wishes({ on_hand: 15 }))
    const changes = verdict.kind === "change" ? verdict.changes : []
    const sold = {
      ...TEA,
      balances: { ...TEA.balances, available: exact(7), committed: exact(3) },
    }
    expect(staleChanges(sold, changes)).toEqual([])
    expect(onHand(proposeRow(sold, changes).after.balances).toFixed()).toBe("15")
    const counted = { ...TEA, balances: { ...TEA.balances, available: exact(7) } }
    expect(staleChanges(counted, changes)).toHaveLength(1)
  })
})

describe("of every level", () => {
  const amount = fc.integer({ min: 0, max: 2_000 }).map((units) => exact(units).dividedBy(8))
  const levels = fc
    .record({
      available: fc.integer({ min: -800, max: 2_000 }).map((units) => exact(units).dividedBy(8)),
      committed: amount,
      reserved: amount,
      damaged: amount,
      safety: amount,
      quality_control: amount,
    })
    .map((balances): Level => ({
      ...TEA,
      balances: { ...EMPTY_BALANCES, ...balances },
      reservedByReservations: exact(0),
    }))

  const exported = (level: Level): Wishes => {
    const figures = figuresOf(level)
    return wishes({
      on_hand: figures.on_hand,
      ...Object.fromEntries(HAND_STATES.map((state) => [state, figures[state]])),
    })
  }

  it("the export changes nothing", () => {
    fc.assert(
      fc.property(levels, (level) => {
        expect(judgeRow(level, exported(level), level.balances.committed)).toEqual({
          kind: "unchanged",
        })
      })
    )
  })

  it("one edited cell of the export becomes what was written", () => {
    const figures = fc.constantFrom<Figure>("on_hand", ...HAND_STATES)
    fc.assert(
      fc.property(levels, figures, amount, (level, figure, quantity) => {
        const verdict = judgeRow(level, { ...exported(level), [figure]: quantity })
        const proposed = verdict.kind === "error" ? verdict.allowed : verdict
        if (proposed && "after" in proposed) {
          expect(figuresOf(proposed.after)[figure]).toBe(quantity.toFixed())
          expect(proposed.after.balances.committed).toEqual(level.balances.committed)
        } else {
          expect(figuresOf(level)[figure]).toBe(quantity.toFixed())
        }
      })
    )
  })

  it("what a row changes, applied, is what the row says; once more, it changes nothing", () => {
    const given = fc.record(
      { on_hand: amount, available: amount, reserved: amount, damaged: amount, safety: amount },
      { requiredKeys: [] }
    )
    fc.assert(
      fc.property(levels, given, (level, wished) => {
        const verdict = judgeRow(level, wished)
        if (verdict.kind !== "change") {
          return
        }
        const figures = figuresOf(proposeRow(level, verdict.changes).after)
        for (const { figure, quantity } of verdict.changes) {
          expect(figures[figure]).toBe(quantity.toFixed())
        }
        expect(
          judgeRow(
            verdict.after,
            Object.fromEntries(verdict.changes.map(({ figure, quantity }) => [figure, quantity]))
          ).kind
        ).toBe("unchanged")
      })
    )
  })
})

import fc from "fast-check"

import { type HandChange, objections, proposeByHand } from "../../src/core/by-hand"
import { type Level, onHand } from "../../src/core/level"
import { exact } from "../../src/core/quantity"
import { Refusal } from "../../src/core/refusal"
import { HAND_STATES, STATES } from "../../src/core/state"
import { after, amounts, decimals, handStates, levelOf, levels, toldEntries } from "./world"

/** BOLT at Berlin: 20 on hand. */
const BOLT = levelOf({
  ...{ available: 10, committed: 4, reserved: 3, damaged: 2, quality_control: 1 },
  ...{ incoming: 50, fulfilled: 60 },
})

type Told = { [Key in keyof HandChange]?: unknown } & {
  op: HandChange["op"]
  state?: string
  from?: string
  to?: string
  quantity: string | number
  expected?: string | number
}

function change({ quantity, expected, ...rest }: Told): HandChange {
  return {
    ...{ itemId: "BOLT", locationId: "Berlin", quantity: exact(quantity), ...rest },
    expected: expected === undefined ? undefined : exact(expected),
  } as HandChange
}

describe("a change by hand", () => {
  it.each<[Told, string]>([
    [{ op: "set", state: "available", quantity: 12.5 }, "available 2.5"],
    [{ op: "set", state: "damaged", quantity: 0 }, "damaged -2"],
    [{ op: "set", state: "available", quantity: -3 }, "available -13"],
    [{ op: "set", state: "safety", quantity: 0 }, ""],
    [{ op: "set", state: "reserved", quantity: "3.0" }, ""],
    [{ op: "adjust", state: "available", quantity: -0.1 }, "available -0.1"],
    [{ op: "adjust", state: "quality_control", quantity: 5 }, "quality_control 5"],
    [{ op: "adjust", state: "available", quantity: 0 }, ""],
    [{ op: "count", quantity: 25 }, "available 5"],
    [{ op: "count", quantity: 0 }, "available -20"],
    [{ op: "count", quantity: 20 }, ""],
    [{ op: "move", from: "available", to: "damaged", quantity: 2 }, "available -2, damaged 2"],
    [{ op: "move", from: "reserved", to: "safety", quantity: 9 }, "reserved -9, safety 9"],
    [{ op: "move", from: "available", to: "damaged", quantity: 0 }, ""],
  ])("%p makes: %s", (asked, entries) => {
    expect(toldEntries(proposeByHand(change(asked), BOLT))).toBe(entries)
  })

  it.each<[Told, string, string]>([
    [{ op: "set", state: "available", quantity: 1, expected: 9 }, "10", "available"],
    [{ op: "adjust", state: "damaged", quantity: 1, expected: 0 }, "2", "damaged"],
    [{ op: "count", quantity: 1, expected: 10 }, "20", "on hand"],
    [{ op: "move", from: "reserved", to: "damaged", quantity: 1, expected: 2 }, "3", "reserved"],
  ])("%p is a conflict: there are %s %s", (asked, current, figure) => {
    const error = thrown(() => proposeByHand(change(asked), BOLT))
    const expected = String(asked.expected)
    expect(error).toMatchObject({
      code: "conflict",
      message: `Item BOLT at location Berlin has ${current} ${figure}, not the expected ${expected}`,
      details: { inventory_item_id: "BOLT", location_id: "Berlin", current, expected },
    })
  })

  it.each<Told>([
    { op: "set", state: "available", quantity: 1, expected: "10.00" },
    { op: "adjust", state: "damaged", quantity: 1, expected: 2 },
    { op: "count", quantity: 1, expected: 20 },
    { op: "move", from: "reserved", to: "damaged", quantity: 1, expected: 3 },
  ])("%p sees what is there", (asked) => {
    expect(proposeByHand(change(asked), BOLT)).not.toEqual([])
  })

  it("that sets leaves what was set, and nothing else changes", () => {
    fc.assert(
      fc.property(levels, handStates, decimals, (level, state, quantity) => {
        const left = after(level, proposeByHand({ ...level, op: "set", state, quantity }, level))
        expect(left.balances[state].isEqualTo(quantity)).toBe(true)
        expect(changed(level, left).filter((one) => one !== state)).toEqual([])
      })
    )
  })

  it("that counts leaves what was counted on hand, by way of available", () => {
    fc.assert(
      fc.property(levels, amounts, (level, quantity) => {
        const left = after(level, proposeByHand({ ...level, op: "count", quantity }, level))
        expect(onHand(left.balances).isEqualTo(quantity)).toBe(true)
        expect(changed(level, left).filter((one) => one !== "available")).toEqual([])
      })
    )
  })

  it("that moves leaves on hand as it was", () => {
    fc.assert(
      fc.property(levels, handStates, handStates, amounts, (level, from, to, quantity) => {
        fc.pre(from !== to)
        const left = after(
          level,
          proposeByHand({ ...level, op: "move", from, to, quantity }, level)
        )
        expect(onHand(left.balances).isEqualTo(onHand(level.balances))).toBe(true)
        expect(left.balances[to].minus(level.balances[to]).isEqualTo(quantity)).toBe(true)
      })
    )
  })

  it("that adjusts forth and back leaves everything as it was", () => {
    fc.assert(
      fc.property(levels, handStates, decimals, (level, state, quantity) => {
        const forth = after(
          level,
          proposeByHand({ ...level, op: "adjust", state, quantity }, level)
        )
        const back = { ...level, op: "adjust", state, quantity: quantity.negated() } as const
        expect(changed(level, after(forth, proposeByHand(back, forth)))).toEqual([])
      })
    )
  })
})

describe("what stands against a change by hand", () => {
  const held = (figures: Parameters<typeof levelOf>[0], quantity: string | number) =>
    levelOf(figures, { reservedByReservations: exact(quantity) })

  const ALLOWED = { allowNegative: true }
  const NOT = { allowNegative: false }

  it.each<{ what: string; from: Level; to: Level; how: typeof NOT; problems: string[] }>([
    {
      what: "nothing",
      ...{ from: levelOf({ available: 5 }), to: levelOf({ available: 0 }), how: NOT },
      problems: [],
    },
    {
      what: "available below zero",
      ...{ from: levelOf({ available: 5 }), to: levelOf({ available: -1 }), how: NOT },
      problems: ["available would be -1 (is 5)"],
    },
    {
      what: "not where that is allowed",
      ...{ from: levelOf({ available: 5 }), to: levelOf({ available: -1 }), how: ALLOWED },
      problems: [],
    },
    {
      what: "not where it was so",
      ...{ from: levelOf({ available: -3 }), to: levelOf({ available: -3 }), how: NOT },
      problems: [],
    },
    {
      what: "not where it was worse",
      ...{ from: levelOf({ available: -3 }), to: levelOf({ available: -1 }), how: NOT },
      problems: [],
    },
    {
      what: "but where it was better",
      ...{ from: levelOf({ available: -3 }), to: levelOf({ available: -4 }), how: NOT },
      problems: ["available would be -4 (is -3)"],
    },
    {
      what: "less reserved than reservations hold",
      ...{ from: held({ reserved: 5 }, 3), to: held({ reserved: 2.5 }, 3), how: ALLOWED },
      problems: ["reserved would be 2.5, but reservations hold 3 of it"],
    },
    {
      what: "not just what they hold",
      ...{ from: held({ reserved: 5 }, 3), to: held({ reserved: 3 }, 3), how: NOT },
      problems: [],
    },
    {
      what: "damaged below zero, allowed or not",
      ...{ from: levelOf({ damaged: 1 }), to: levelOf({ damaged: -1 }), how: ALLOWED },
      problems: ["damaged would be -1 (is 1)"],
    },
    {
      what: "several things at once",
      from: levelOf({}),
      to: levelOf({ available: -1, safety: -2, quality_control: -3 }),
      how: NOT,
      problems: [
        "available would be -1 (is 0)",
        "safety would be -2 (is 0)",
        "quality_control would be -3 (is 0)",
      ],
    },
  ])("$what", ({ from, to, how, problems }) => {
    expect(objections(from, to, how)).toEqual(problems)
  })

  it("is said of exactly the levels that the rules do not allow", () => {
    fc.assert(
      fc.property(levels, handStates, decimals, fc.boolean(), (level, state, quantity, allow) => {
        const left = after(level, proposeByHand({ ...level, op: "adjust", state, quantity }, level))
        const { balances, reservedByReservations } = left
        const floor = state === "reserved" ? reservedByReservations : exact(0)
        const below = balances[state].isLessThan(floor)
        const excused = state === "available" && (allow || quantity.isGreaterThanOrEqualTo(0))
        const problems = objections(level, left, { allowNegative: allow })
        expect(problems.length > 0).toBe(below && !excused)
      })
    )
  })

  it("knows every state that people may change", () => {
    for (const state of HAND_STATES) {
      const problems = objections(levelOf({}), levelOf({ [state]: -1 }), { allowNegative: false })
      expect(problems).toEqual([expect.stringContaining(state)])
    }
  })
})

function changed(before: Level, left: Level): string[] {
  return STATES.filter((state) => !left.balances[state].isEqualTo(before.balances[state]))
}

function thrown(work: () => unknown): Refusal {
  try {
    work()
  } catch (error) {
    return error as Refusal
  }
  throw new Error("was not refused")
}

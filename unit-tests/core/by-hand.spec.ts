import fc from "fast-check"
import { type HandChange, objections, proposeByHand } from "../../src/core/by-hand"
import { type Level, onHand } from "../../src/core/level"
import { exact } from "../../src/core/quantity"
import { HAND_STATES } from "../../src/core/state"
import { BERLIN, decimal, level } from "./world"

const apply = (before: Level, change: HandChange): Level => {
  const balances = { ...before.balances }
  for (const { state, quantity } of proposeByHand(change, before)) {
    balances[state] = balances[state].plus(quantity)
  }
  return { ...before, balances }
}

describe("changes by hand", () => {
  const tea = level(BERLIN, { available: "5.5", committed: 2, reserved: 3, damaged: 1 }, 2)

  it.each([
    ["set", { op: "set", state: "damaged", quantity: exact(4) }, { damaged: "4" }],
    ["adjust", { op: "adjust", state: "safety", quantity: exact(0.25) }, { safety: "0.25" }],
    ["count", { op: "count", quantity: exact(12) }, { available: "6" }],
    [
      "move",
      { op: "move", from: "available", to: "quality_control", quantity: exact(1.5) },
      { available: "4", quality_control: "1.5" },
    ],
  ])("%s does what it says", (_, change, expected) => {
    const after = apply(tea, { ...BERLIN, ...change } as HandChange)
    for (const [state, quantity] of Object.entries(expected)) {
      expect(after.balances[state as keyof typeof after.balances].toFixed()).toBe(quantity)
    }
  })

  it("setting what is there already is no entry", () => {
    const same: HandChange = { ...BERLIN, op: "set", state: "damaged", quantity: exact("1.0") }
    expect(proposeByHand(same, tea)).toEqual([])
  })

  it.each([
    ["the state", { op: "set", state: "damaged", quantity: exact(4), expected: exact(2) }, "1"],
    ["on hand for a count", { op: "count", quantity: exact(4), expected: exact(5.5) }, "11.5"],
    [
      "the state that is moved from",
      { op: "move", from: "reserved", to: "safety", quantity: exact(1), expected: exact(1) },
      "3",
    ],
  ])("an expected quantity is compared with %s", (_, change, current) => {
    try {
      proposeByHand({ ...BERLIN, ...change } as HandChange, tea)
    } catch (error) {
      expect(error).toMatchObject({ code: "conflict", details: { current } })
      return
    }
    throw new Error("it was not refused")
  })

  it("a count makes on hand what was counted, a move leaves it", () => {
    const states = fc.record({
      available: decimal(-5, 50),
      committed: decimal(0, 50),
      reserved: decimal(0, 50),
      safety: decimal(0, 50),
    })
    fc.assert(
      fc.property(
        states,
        decimal(0, 99),
        fc.shuffledSubarray([...HAND_STATES], { minLength: 2 }),
        (balances, quantity, [from, to]) => {
          const before = level(BERLIN)
          const tea_ = { ...before, balances: { ...before.balances, ...balances } }
          const counted = apply(tea_, { ...BERLIN, op: "count", quantity })
          const moved = apply(tea_, { ...BERLIN, op: "move", from, to, quantity })
          expect(onHand(counted.balances).toFixed()).toBe(quantity.toFixed())
          expect(onHand(moved.balances).toFixed()).toBe(onHand(tea_.balances).toFixed())
        }
      )
    )
  })
})

describe("objections", () => {
  const before = level(BERLIN, { available: 1, reserved: 3, damaged: 1 }, 2)

  it.each([
    ["available below zero", { available: -1, reserved: 3, damaged: 1 }, /available would be -1/],
    [
      "reserved below what is held",
      { available: 2, reserved: 1, damaged: 1 },
      /reservations hold 2/,
    ],
    ["damaged below zero", { available: 1, reserved: 3, damaged: -1 }, /damaged would be -1/],
  ])("stand against %s", (_, states, message) => {
    const found = objections(before, level(BERLIN, states, 2), { allowNegative: false })
    expect(found.join()).toMatch(message)
  })

  it("are silent where available rises, even below zero, and where the caller allows it", () => {
    const short = level(BERLIN, { available: -5 })
    const better = level(BERLIN, { available: -2 })
    expect(objections(short, better, { allowNegative: false })).toEqual([])
    expect(objections(better, short, { allowNegative: true })).toEqual([])
    expect(objections(better, short, { allowNegative: false })).toHaveLength(1)
  })
})

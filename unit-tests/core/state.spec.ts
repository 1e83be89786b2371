import { isHandState, mustNotBeNegative, STATES, UNAVAILABLE_STATES } from "../../src/core/state"

describe("the states", () => {
  it.each([
    // state, by hand, unavailable, may be negative
    ["available", true, false, true],
    ["committed", false, false, false],
    ["reserved", true, true, false],
    ["damaged", true, true, false],
    ["safety", true, true, false],
    ["quality_control", true, true, false],
    ["incoming", false, false, true],
    ["fulfilled", false, false, false],
  ] as const)("%s: by hand %s, unavailable %s, negative %s", (state, hand, gone, negative) => {
    expect(isHandState(state)).toBe(hand)
    expect((UNAVAILABLE_STATES as readonly string[]).includes(state)).toBe(gone)
    expect(mustNotBeNegative(state)).toBe(!negative)
  })

  it("are eight", () => {
    expect(new Set(STATES).size).toBe(8)
  })

  it.each(["on_hand", "unavailable", "Available", "", undefined, null, 1, {}])(
    "%p is none that people change",
    (value) => {
      expect(isHandState(value)).toBe(false)
    }
  )
})

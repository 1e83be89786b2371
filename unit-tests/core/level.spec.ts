import fc from "fast-check"

import {
  emptyLevel,
  freeReserved,
  isEmpty,
  levelName,
  medusaColumns,
  onHand,
  overdrawn,
  unavailable,
} from "../../src/core/level"
import { exact } from "../../src/core/quantity"
import { levelOf, levels, told } from "./world"

describe("a level's figures", () => {
  const figures = {
    ...{ available: 5.5, committed: 3, reserved: 2, damaged: 0.25, safety: 1 },
    ...{ quality_control: 0.5, incoming: 40, fulfilled: 100 },
  }

  it.each([
    ["nothing", {}, "0", "0", "0/0/0"],
    ["everything", figures, "3.75", "12.25", "12.25/6.75/40"],
    ["less than nothing available", { available: -2, committed: 5 }, "0", "3", "3/5/0"],
    ["what is to come and what has left", { incoming: -1, fulfilled: 7 }, "0", "0", "0/0/-1"],
  ])("%s: unavailable, on hand, Medusa's stocked/reserved/incoming", (_, given, ...wanted) => {
    const { balances } = levelOf(given)
    const { stocked, reserved, incoming } = medusaColumns(balances)
    expect([
      unavailable(balances).toFixed(),
      onHand(balances).toFixed(),
      [stocked, reserved, incoming].map((one) => one.toFixed()).join("/"),
    ]).toEqual(wanted)
  })

  it("give Medusa an available quantity that is ours", () => {
    fc.assert(
      fc.property(levels, ({ balances }) => {
        const { stocked, reserved } = medusaColumns(balances)
        expect(stocked.minus(reserved).isEqualTo(balances.available)).toBe(true)
      })
    )
  })
})

describe("a level", () => {
  it.each([
    [{}, true],
    [{ fulfilled: 7 }, true],
    [{ available: 0.5 }, false],
    [{ available: -2, committed: 2 }, false],
    [{ quality_control: 1 }, false],
    [{ incoming: -1 }, false],
  ])("with %j is empty: %s", (balances, empty) => {
    expect(isEmpty(levelOf(balances))).toBe(empty)
  })

  it("of nothing is closed and has no history", () => {
    const level = emptyLevel({ itemId: "BOLT", locationId: "Berlin" })
    expect(level).toMatchObject({ levelId: null, sequence: 0, active: true })
    expect(told(level.balances)).toBe("")
  })

  it.each([
    ["a", "b", "a", "b", true],
    ["a", "b", "b", "a", false],
    ["ab", "", "a", "b", false],
  ])("%s at %s and %s at %s are the same: %s", (i1, l1, i2, l2, same) => {
    const names = [
      levelName({ itemId: i1, locationId: l1 }),
      levelName({ itemId: i2, locationId: l2 }),
    ]
    expect(names[0] === names[1]).toBe(same)
  })

  it.each([
    ["6", "4", "2"],
    ["4", "4", "0"],
    ["4", "6", "-2"],
  ])("with %s reserved of which reservations hold %s has %s free", (reserved, held, free) => {
    const level = levelOf({ reserved }, { reservedByReservations: exact(held) })
    expect(freeReserved(level).toFixed()).toBe(free)
  })

  it.each([
    ["nothing below zero", {}, "0", []],
    ["available below zero", { available: -5 }, "0", []],
    ["incoming below zero", { incoming: -5 }, "0", []],
    ["committed below zero", { committed: -1 }, "0", ["committed"]],
    [
      "several",
      { damaged: -1, safety: -0.1, fulfilled: -3 },
      "0",
      ["damaged", "safety", "fulfilled"],
    ],
    ["quality control", { quality_control: -1 }, "0", ["quality_control"]],
    ["less reserved than is held", { reserved: 3 }, "3.5", ["reserved"]],
    ["exactly what is held", { reserved: 3.5 }, "3.5", []],
  ])("with %s is overdrawn there only", (_, figures, held, states) => {
    const level = levelOf(figures, { reservedByReservations: exact(held) })
    expect(overdrawn(level)).toEqual(states)
  })

  it("that the rules allow is never overdrawn", () => {
    fc.assert(fc.property(levels, (level) => expect(overdrawn(level)).toEqual([])))
  })
})

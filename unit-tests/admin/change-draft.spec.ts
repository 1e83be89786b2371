import { type ChangeDraft, figureOf, readChange, requestOf } from "../../src/admin/lib/change-draft"
import { unitOf } from "../../src/admin/lib/units"
import type { HandChange } from "../../src/core/by-hand"
import { readUnits, toRecords } from "../../src/core/units"
import { stockLevel } from "./stock-level"

/** Berlin: 12 available, 5 committed, 6 reserved (2 free), 1 damaged: 24 on hand. */
const BERLIN = stockLevel("Berlin", {
  available: "12",
  committed: "5",
  reserved: "6",
  reserved_free: "2",
  damaged: "1",
  unavailable: "7",
  on_hand: "24",
})

const UNITS = toRecords(
  readUnits([
    { key: "piece", name: "Piece", base: true, precision: 2 },
    { key: "case", name: "Case", factor: 12 },
  ])
)

function draft(part: Partial<ChangeDraft>): ChangeDraft {
  return { op: "set", state: "available", to: "", quantity: "", unit: null, ...part }
}

function read(part: Partial<ChangeDraft>, locale = "en") {
  return readChange(draft(part), BERLIN, unitOf(UNITS, part.unit), locale)
}

function changeOf(part: Partial<ChangeDraft>): HandChange {
  const { change } = read(part)
  if (!change) {
    throw new Error("not a change")
  }
  return change
}

describe("reading what was typed", () => {
  it.each([
    ["nothing", { quantity: " " }, "quantity", "no_quantity"],
    ["no number", { quantity: "many" }, "quantity", "no_number"],
    ["a damaged below zero", { state: "damaged", quantity: "-1" }, "quantity", "below_zero"],
    ["a count below zero", { op: "count", quantity: "-1" }, "quantity", "below_zero"],
    [
      "a move of nothing",
      { op: "move", to: "damaged", quantity: "0" },
      "quantity",
      "not_above_zero",
    ],
    ["a move to nowhere", { op: "move", quantity: "1" }, "to", "no_state"],
    ["a move to where it is", { op: "move", to: "available", quantity: "1" }, "to", "no_state"],
  ] as const)("refuses %s", (_, part, field, says) => {
    expect(read(part)).toEqual({ change: null, problems: [{ field, says }] })
  })

  it.each([
    ["available set below zero", { quantity: "-3" }, "-3"],
    ["an adjustment downwards", { op: "adjust", state: "damaged", quantity: "−1" }, "-1"],
    ["an adjustment with a plus", { op: "adjust", quantity: "+2" }, "2"],
    ["a fraction", { op: "count", quantity: "0.25" }, "0.25"],
  ] as const)("takes %s", (_, part, quantity) => {
    const { change, problems } = read(part)
    expect(problems).toEqual([])
    expect(change?.quantity.toFixed()).toBe(quantity)
  })

  it("reads the language's own decimal sign", () => {
    expect(read({ quantity: "1,5" }, "de").change?.quantity.toFixed()).toBe("1.5")
  })
})

describe("reading what was typed in a unit", () => {
  it("makes base units of it", () => {
    expect(changeOf({ op: "adjust", quantity: "-2", unit: "case" }).quantity.toFixed()).toBe("-24")
    expect(changeOf({ op: "count", quantity: "0.25", unit: "piece" }).quantity.toFixed()).toBe(
      "0.25"
    )
  })

  it.each([
    ["case", "0.5", { unit: "Case", increment: "1" }],
    ["piece", "0.005", { unit: "Piece", increment: "0.01" }],
    ["gone", "0.005", { unit: "Piece", increment: "0.01" }],
  ])("refuses what is off the steps: %s %s", (unit, quantity, steps) => {
    expect(read({ unit, quantity })).toEqual({
      change: null,
      problems: [{ field: "quantity", says: "off_steps", steps }],
    })
  })

  it("compares with the figure that was seen, in base units", () => {
    const change = changeOf({ op: "count", quantity: "3", unit: "case" })
    expect(requestOf(change, BERLIN)).toMatchObject({ quantity: "36", expected: "24" })
  })
})

describe("sending it", () => {
  it.each([
    [{ quantity: "9" }, { op: "set", state: "available", quantity: "9", expected: "12" }],
    [
      { op: "adjust", state: "damaged", quantity: "-1" },
      { op: "adjust", state: "damaged", quantity: "-1", expected: "1" },
    ],
    [
      { op: "count", quantity: "20" },
      { op: "count", quantity: "20", expected: "24" },
    ],
    [
      { op: "move", to: "damaged", quantity: "2" },
      { op: "move", from: "available", to: "damaged", quantity: "2", expected: "12" },
    ],
  ] as const)("%j names the level and the figure that was seen", (part, request) => {
    expect(requestOf(changeOf(part), BERLIN)).toEqual({
      inventory_item_id: "FLASK",
      location_id: "Berlin",
      ...request,
    })
  })

  it("goes by what was seen, not by what is there now", () => {
    const now = { ...BERLIN, available: "10", on_hand: "22" }
    const change = changeOf({ op: "count", quantity: "20" })
    expect(figureOf(change, now)).toBe("22")
    expect(requestOf(change, BERLIN).expected).toBe("24")
  })
})

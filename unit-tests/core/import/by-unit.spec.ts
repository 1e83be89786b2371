import { isSameUnit, readRow, rowInBaseUnits, unitOfRow } from "../../../src/core/import"
import { readUnits } from "../../../src/core/units"

const UNITS = readUnits([
  { key: "bag", name: "Bag", base: true },
  { key: "box", name: "Box", factor: 12 },
])
const SHAPE = {
  columns: { sku: 0, location: 1, unit: 2, on_hand: 3, committed: 4 },
  width: 5,
  delimiter: "," as const,
}

function said(cells: string[], units = UNITS): object {
  const row = rowInBaseUnits(readRow(cells, SHAPE), units)
  return "code" in row
    ? row
    : { on_hand: row.wishes.on_hand?.toFixed(), committed: row.committed?.toFixed() }
}

describe("a row that names a unit", () => {
  it.each([
    ["says all of its figures in it", ["TEA", "Berlin", "box", "5", "1"], ["60", "12"]],
    ["may leave figures out", ["TEA", "Berlin", "box", "5", ""], ["60", undefined]],
    ["may name the base unit", ["TEA", "Berlin", "bag", "5", "1"], ["5", "1"]],
  ])("%s", (_, cells, [on_hand, committed]) => {
    expect(said(cells)).toEqual({ on_hand, committed })
  })

  it("is refused off its steps, or where there is no such unit", () => {
    expect(said(["TEA", "Berlin", "box", "0.5", ""])).toEqual({
      code: "off_increment",
      params: { column: "on_hand", unit: "Box", increment: "1", value: "0.5" },
    })
    expect(said(["TEA", "Berlin", "pallet", "1", ""])).toEqual({
      code: "unknown_unit",
      params: { unit: "pallet", known: "bag, box" },
    })
    expect(said(["TEA", "Berlin", "box", "1", ""], null)).toMatchObject({ params: { known: "–" } })
  })

  it("is what it is without one, whatever the steps", () => {
    expect(said(["TEA", "Berlin", "", "0.5", ""])).toEqual({ on_hand: "0.5" })
  })
})

describe("the unit of a row, when it is applied,", () => {
  const box = (factor: number, base = "bag") =>
    readUnits([
      { key: base, name: "Base", base: true },
      { key: "box", name: "Carton", factor },
    ])
  it.each<[string, string, ReturnType<typeof readUnits>, ReturnType<typeof readUnits>, boolean]>([
    ["means the same under another name", "box", UNITS, box(12), true],
    ["has another factor", "box", UNITS, box(10), false],
    ["is of another base unit", "box", UNITS, box(12, "sack"), false],
    ["is gone", "box", UNITS, readUnits([{ key: "bag", name: "Bag", base: true }]), false],
    ["is gone with all others", "box", UNITS, null, false],
    ["is another base unit", "", UNITS, box(12, "sack"), false],
    ["is the base unit still", "", UNITS, box(10), true],
    ["was none", "", null, box(12), true],
  ])("%s", (_, key, then, now, same) => {
    expect(isSameUnit(unitOfRow(key, then), now)).toBe(same)
  })
})

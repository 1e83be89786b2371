import { readRow, rowInBaseUnits } from "../../../src/core/import"
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

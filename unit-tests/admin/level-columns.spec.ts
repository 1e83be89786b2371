import { FIGURES, FIRST_FIGURES, readFigures } from "../../src/admin/lib/level-columns"
import { datedName } from "../../src/admin/lib/download"

describe("the columns of the page of all levels", () => {
  it("are the usual ones until somebody chooses", () => {
    expect(readFigures(null)).toEqual(FIRST_FIGURES)
  })

  it("stand in their own order, whatever order they were chosen in", () => {
    expect(readFigures("fulfilled,on_hand,nonsense")).toEqual(["on_hand", "fulfilled"])
    expect(readFigures([...FIGURES].reverse().join(","))).toEqual(FIGURES)
    expect(readFigures("")).toEqual([])
  })
})

describe("the name of a downloaded file", () => {
  it("has the day", () => {
    expect(datedName("stock", new Date(2026, 0, 5))).toBe("stock-2026-01-05.csv")
  })
})

import { FIGURES, FIRST_FIGURES, readFigures } from "../../src/admin/lib/level-columns"

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

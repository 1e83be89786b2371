import {
  cellText,
  delimiterOf,
  headerProblemText,
  LocationFinder,
  readFigure,
  readHeader,
  readRow,
  rowErrorText,
} from "../../../src/core/import"

describe("a header row", () => {
  it("may be written as people write", () => {
    expect(readHeader([" SKU", "Location", "On hand", "Quality-Control", "Colour", ""])).toEqual({
      columns: { sku: 0, location: 1, on_hand: 2, quality_control: 3 },
      ignored: ["Colour"],
    })
  })

  it("has committed to compare with, which is not set", () => {
    expect(readHeader(["inventory_item_id", "location_id", "available", "committed"])).toEqual({
      columns: { inventory_item_id: 0, location_id: 1, available: 2, committed: 3 },
      ignored: ["committed"],
    })
  })

  it.each([
    [["location", "on_hand"], "no_item_column"],
    [["sku", "on_hand"], "no_location_column"],
    [["sku", "location", "incoming"], "no_figure_column"],
    [["sku", "location", "damaged", "Damaged"], "column_twice"],
    [[], "no_item_column"],
  ])("%j is refused", (cells, code) => {
    const header = readHeader(cells)
    expect(header).toMatchObject({ code })
    expect("code" in header && headerProblemText(header)).toMatch(/column/)
  })
})

describe("cells", () => {
  it.each([
    ["sku,location,on_hand\n", ","],
    ["sku;location;on_hand\n1,5", ";"],
    ["sku\tlocation\ton_hand\r\n,,,,,", "\t"],
    ['"a,b,c";"d,e"\n', ";"],
    ["sku", ","],
  ])("%j are parted by %j", (content, delimiter) => {
    expect(delimiterOf(content)).toBe(delimiter)
  })

  it.each([
    ["  TEA ", "TEA"],
    ["'-3", "-3"],
    ["'=SUM(A1)", "=SUM(A1)"],
    ["'t Hooft", "'t Hooft"],
    [undefined, ""],
  ])("%j is read as %j", (cell, text) => {
    expect(cellText(cell)).toBe(text)
  })

  it.each([
    ["12", ",", "12"],
    ["007", ",", "7"],
    ["-3", ",", "-3"],
    ["0.30", ",", "0.3"],
    ["2,5", ";", "2.5"],
    ["2,5", "\t", "2.5"],
    ["2.5", ";", "2.5"],
    ["2,5", ",", null],
    ["1.234,5", ";", null],
    ["1 000", ";", null],
    ["many", ",", null],
    ["1e400", ",", null],
    [`1${"0".repeat(40)}`, ",", null],
    ["123456789012345678901234567890", ",", "123456789012345678901234567890"],
  ] as const)("%j in cells parted by %j is %j", (text, delimiter, figure) => {
    expect(readFigure(text, delimiter)?.toFixed() ?? null).toBe(figure)
  })
})

describe("a row", () => {
  const shape = {
    columns: { sku: 0, location: 1, on_hand: 2, damaged: 3, committed: 4 },
    width: 5,
    delimiter: "," as const,
  }

  it("says only what its filled cells say", () => {
    const row = readRow(["TEA", "Berlin", "12", "", "2"], shape)
    expect(row).toMatchObject({ sku: "TEA", location: "Berlin", error: null })
    expect(Object.keys(row.wishes)).toEqual(["on_hand"])
    expect(row.committed?.toFixed()).toBe("2")
  })

  it("may be shorter than the header, and have empty cells too many", () => {
    expect(readRow(["TEA", "Berlin"], shape)).toMatchObject({ wishes: {}, error: null })
    expect(readRow(["TEA", "Berlin", "1", "", "", "", ""], shape).error).toBeNull()
  })

  it.each([
    [["TEA", "Berlin", "1", "", "", "x"], "too_many_cells"],
    [["", "Berlin", "1"], "no_item"],
    [["TEA", "", "1"], "no_location"],
    [["TEA", "Berlin", "1", "two"], "not_a_number"],
    [["TEA", "Berlin", "1", "2", "some"], "not_a_number"],
  ])("%j is refused", (cells, code) => {
    expect(readRow(cells, shape).error?.code).toBe(code)
  })

  it("is told what is wrong with it in words", () => {
    const { error } = readRow(["TEA", "Berlin", "1", "two"], shape)
    expect(rowErrorText(error!)).toBe('damaged: "two" is not a number.')
  })
})

describe("locations", () => {
  const finder = new LocationFinder([
    { id: "sloc_1", name: "Berlin" },
    { id: "sloc_2", name: "Lyon" },
    { id: "sloc_3", name: "Store" },
    { id: "sloc_4", name: "STORE" },
    { id: "sloc_5", name: "Twin" },
    { id: "sloc_6", name: "Twin" },
  ])

  it.each([
    [{ location: "Berlin", locationId: "" }, "sloc_1"],
    [{ location: "lyon", locationId: "" }, "sloc_2"],
    [{ location: "STORE", locationId: "" }, "sloc_4"],
    [{ location: "sloc_1", locationId: "" }, "sloc_1"],
    [{ location: "", locationId: "sloc_6" }, "sloc_6"],
    [{ location: "Twin", locationId: "sloc_6" }, "sloc_6"],
  ])("%j is %s", (row, id) => {
    expect(finder.find(row)).toMatchObject({ id })
  })

  it.each([
    [{ location: "Oslo", locationId: "" }, "unknown_location"],
    [{ location: "Berlin", locationId: "sloc_9" }, "unknown_location"],
    [{ location: "store", locationId: "" }, "ambiguous_location"],
    [{ location: "Twin", locationId: "" }, "ambiguous_location"],
    [{ location: "Berlin", locationId: "sloc_2" }, "location_mismatch"],
  ])("%j is refused", (row, code) => {
    expect(finder.find(row)).toMatchObject({ code })
  })
})

import fc from "fast-check"

import {
  itemRowErrorText,
  judgeItemRows,
  type KnownItem,
  type KnownItems,
  readItemHeader,
  readItemRow,
} from "../../../src/core/transfer"
import { readUnits, toRecords } from "../../../src/core/units"

const BAGS = toRecords(
  readUnits([
    { key: "bag", name: "Bag", base: true },
    { key: "box", name: "Box", factor: 12 },
  ])
)

/** TEA, in bags and boxes of twelve, and COCOA; both have the barcode 111, TEA alone 222. */
const TEA = { id: "iitem_tea", sku: "TEA", units: BAGS }
const COCOA = { id: "iitem_cocoa", sku: "COCOA", units: [] }
const KNOWN: KnownItems<KnownItem> = {
  byId: new Map([TEA, COCOA].map((item) => [item.id, item])),
  bySku: new Map([TEA, COCOA].map((item) => [item.sku, item])),
  byBarcode: new Map([
    ["111", [TEA, COCOA]],
    ["222", [TEA]],
  ]),
}
const HEADER = ["sku", "inventory_item_id", "barcode", "quantity", "unit"]
const SHAPE = {
  columns: { sku: 0, inventory_item_id: 1, barcode: 2, quantity: 3, unit: 4 },
  width: 5,
  delimiter: "," as const,
}

const read = (...rows: string[][]) =>
  judgeItemRows(
    rows.map((cells, index) => readItemRow({ line: index + 2, cells }, SHAPE)),
    KNOWN
  )

describe("the header of a file of items", () => {
  it.each([
    [HEADER, SHAPE.columns],
    [["Quantity", "Colour", " SKU"], { quantity: 0, sku: 2 }],
    [["barcode", "quantity"], { barcode: 0, quantity: 1 }],
    [["sku"], "needs a column quantity in its first row"],
    [["quantity", "title"], "needs a column sku, inventory_item_id or barcode in its first row"],
    [["sku", "quantity", "Quantity"], "has the column quantity twice"],
    [[], "needs a column sku, inventory_item_id or barcode in its first row"],
  ])("%j", (cells, expected) => {
    expect(readItemHeader(cells)).toEqual(expected)
  })
})

describe("a row of a file of items", () => {
  it.each([
    [["COCOA", "", "", "2.50"], COCOA, "2.5"],
    [["TEA", "", "", "2", "box"], TEA, "24"],
    [["TEA", "", "", "2.5"], null, "off_increment"],
    [["TEA", "", "", "2", "pallet"], null, "unknown_unit"],
    [["COCOA", "", "", "2", "box"], null, "unknown_unit"],
    [["'TEA", "iitem_cocoa", "", "1"], null, "item_mismatch"],
    [["", "iitem_cocoa", "222", "1"], COCOA, "1"],
    [["TEA", "", "111", "1"], TEA, "1"],
    [["", "", "222", "1"], TEA, "1"],
    [["", "", "111", "1"], null, "ambiguous"],
    [["", "", "333", "1"], null, "unknown_barcode"],
    [["COFFEE", "", "", "1"], null, "unknown_sku"],
    [["", "iitem_coffee", "", "1"], null, "unknown_item"],
    [["", "", "", "1"], null, "no_item"],
    [["TEA", "", "", ""], null, "no_quantity"],
    [["TEA"], null, "no_quantity"],
    [["TEA", "", "", "a few"], null, "not_a_number"],
    [["TEA", "", "", "0"], null, "not_above_zero"],
    [["TEA", "", "", "-1"], null, "not_above_zero"],
    [["TEA", "", "", "1", "", "2"], null, "too_many_cells"],
  ])("%j is %j, %s", (cells, item, what) => {
    const { taken, errors } = read(cells)
    if (item) {
      expect(taken.map((row) => [row.item, row.quantity.toFixed()])).toEqual([[item, what]])
      expect(errors).toEqual([])
    } else {
      expect(taken).toEqual([])
      expect(errors.map(({ error }) => error.code)).toEqual([what])
    }
  })

  it("comes once: the second of an item names the line of the first", () => {
    const { taken, errors } = read(["TEA", "", "", "1"], ["", "", "222", "2"])
    expect(taken).toHaveLength(1)
    expect(errors.map(({ row, error }) => [row.line, itemRowErrorText(error)])).toEqual([
      [3, "The same item is in line 2."],
    ])
  })
})

it("every row is either taken or told of, and no item is taken twice", () => {
  const cell = fc.constantFrom(
    "",
    "TEA",
    "COCOA",
    "COFFEE",
    "iitem_tea",
    "111",
    "222",
    "1",
    "0",
    "box"
  )
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 }), (rows) => {
      const { taken, errors } = read(...rows)
      const lines = [...taken.map(({ line }) => line), ...errors.map(({ row }) => row.line)]
      expect(lines.sort((a, b) => a - b)).toEqual(rows.map((_, index) => index + 2))
      expect(new Set(taken.map(({ item }) => item.id)).size).toBe(taken.length)
      expect(taken.every(({ quantity }) => quantity.isGreaterThan(0))).toBe(true)
      expect(errors.every(({ error }) => !itemRowErrorText(error).includes("{{"))).toBe(true)
    })
  )
})

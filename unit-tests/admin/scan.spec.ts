import { codeBookOf, itemsOf, readScan } from "../../src/admin/lib/scan"

/** The world: a mug, a cup that shares a label with it, a tea whose SKU is the mug's EAN, and a lid of no transfer. */
const LINES = [
  { inventory_item_id: "MUG", sku: "MUG-SAGE" },
  { inventory_item_id: "CUP", sku: "CUP-1" },
  { inventory_item_id: "TEA", sku: "4006381333931" },
  { inventory_item_id: "BAG", sku: null },
]
const BOOK = codeBookOf(LINES, [
  { itemId: "MUG", codes: ["MUG-SAGE", "4006381333931", "036000291452", "SHELF-7"] },
  { itemId: "CUP", codes: ["SHELF-7"] },
  { itemId: "BAG", codes: ["3*BAG"] },
  { itemId: "LID", codes: ["LID-1"] },
])

describe("a code", () => {
  it.each([
    ["MUG-SAGE", ["MUG"]],
    [" mug-sage ", ["MUG"]],
    ["036000291452", ["MUG"]],
    // A UPC, as a scanner reads it that knows EANs only.
    ["0036000291452", ["MUG"]],
    // A SKU comes before what something else is labelled with.
    ["4006381333931", ["TEA"]],
    ["SHELF-7", ["MUG", "CUP"]],
    // Of no item of the transfer.
    ["LID-1", []],
    ["", []],
  ])("%j stands for %j", (code, items) => {
    expect(itemsOf(code, BOOK)).toEqual(items)
  })
})

describe("what a scanner types", () => {
  it.each([
    ["MUG-SAGE", "1", "MUG-SAGE"],
    ["3*MUG-SAGE", "3", "MUG-SAGE"],
    ["12 × CUP-1", "12", "CUP-1"],
    // A code of its own is no multiple of another.
    ["3*BAG", "1", "3*BAG"],
    ["0*MUG-SAGE", "0", "MUG-SAGE"],
    ["unknown", "1", "unknown"],
  ])("%j is %s × %s", (text, times, code) => {
    const scan = readScan(text, BOOK)
    expect({ times: scan.times.toFixed(), code: scan.code }).toEqual({ times, code })
  })
})

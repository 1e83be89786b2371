import {
  type BulkDraft,
  bulkEffect,
  bulkOffSteps,
  type BulkOperation,
  readBulkDraft,
  sharedUnits,
} from "../../src/admin/lib/bulk-change"
import type { StockLevel } from "../../src/admin/lib/stock-level"
import { exact } from "../../src/core/quantity"
import { readUnits, toRecords, type UnitInput } from "../../src/core/units"

const DRAFT: BulkDraft = {
  op: "adjust",
  state: "available",
  from: "available",
  to: "damaged",
  quantity: "",
  unit: null,
}

/** WIDGET: 10 available, 3 reserved of which reservations hold 2. HONEY: 2.75 available, 1 damaged. */
const WIDGET = level("WIDGET", {
  available: "10",
  reserved: "3",
  reserved_free: "1",
  on_hand: "13",
})
const HONEY = level("HONEY", { available: "2.75", damaged: "1", on_hand: "3.75" })

function level(sku: string, figures: Partial<StockLevel>): StockLevel {
  return {
    inventory_item_id: `iitem_${sku}`,
    location_id: "sloc_1",
    level_id: `ilev_${sku}`,
    sku,
    title: null,
    on_hand: "0",
    unavailable: "0",
    available: "0",
    committed: "0",
    reserved: "0",
    reserved_free: "0",
    damaged: "0",
    safety: "0",
    quality_control: "0",
    incoming: "0",
    fulfilled: "0",
    active: true,
    updated_at: new Date(0),
    ...figures,
  }
}

const told = (shortages: { level: StockLevel; state: string; before: string; after: string }[]) =>
  shortages.map(({ level: { sku }, state, before, after }) => `${sku} ${state} ${before} ${after}`)

describe("a change of many levels as it is typed", () => {
  it.each([
    [{ quantity: "" }, "quantity", "no_quantity"],
    [{ quantity: "ten" }, "quantity", "no_number"],
    [{ op: "count", quantity: "-1" }, "quantity", "below_zero"],
    [{ op: "set", state: "damaged", quantity: "-1" }, "quantity", "below_zero"],
    [{ op: "move", quantity: "-1" }, "quantity", "below_zero"],
    [{ op: "move", quantity: "0" }, "quantity", "zero"],
    [{ op: "adjust", quantity: "0" }, "quantity", "zero"],
    [{ op: "move", to: "available", quantity: "1" }, "to", "same_state"],
  ] as [Partial<BulkDraft>, string, string][])("%j: %s %s", (part, field, says) => {
    expect(readBulkDraft({ ...DRAFT, ...part }, "en")).toEqual({ field, says })
  })

  it.each([
    [{ quantity: "−2,5" }, { op: "adjust", state: "available", quantity: "-2.5" }],
    [
      { op: "set", quantity: "-1" },
      { op: "set", state: "available", quantity: "-1" },
    ],
    [
      { op: "count", quantity: "0" },
      { op: "count", quantity: "0" },
    ],
    [
      { op: "move", quantity: "2" },
      { op: "move", from: "available", to: "damaged", quantity: "2" },
    ],
  ] as [Partial<BulkDraft>, object][])("%j is read", (part, operation) => {
    const read = readBulkDraft({ ...DRAFT, ...part }, "de") as { operation: BulkOperation }
    expect({ ...read.operation, quantity: read.operation.quantity.toFixed() }).toEqual({
      unit: null,
      ...operation,
    })
  })
})

describe("what a change of many levels comes to", () => {
  it("lists only the levels that change, each with its request", () => {
    const effect = bulkEffect([WIDGET, HONEY], { op: "count", quantity: exact("13") })

    expect(effect).toMatchObject({
      changes: [{ op: "count", inventory_item_id: "iitem_HONEY", quantity: "13" }],
      onHand: null,
      negative: [],
      refused: [],
    })
  })

  it("tells what would fall below zero, and may if it is allowed", () => {
    const effect = bulkEffect([WIDGET, HONEY], {
      op: "adjust",
      state: "available",
      quantity: exact("-3"),
    })

    expect(told(effect.negative)).toEqual(["HONEY available 2.75 -0.25"])
    expect(effect.refused).toEqual([])
    expect(effect.changes).toHaveLength(2)
  })

  it("tells what is refused in any case, and what keeps it", () => {
    const effect = bulkEffect([WIDGET, HONEY], {
      op: "set",
      state: "reserved",
      quantity: exact("1"),
    })

    expect(told(effect.refused)).toEqual(["WIDGET reserved 3 1"])
    expect(effect.refused[0].kept).toBe("2")
    expect(told(bulkEffect([HONEY], move("damaged", "available", "2")).refused)).toEqual([
      "HONEY damaged 1 -1",
    ])
  })

  it("does not object to what was below zero before and rises", () => {
    const short = level("FLASK", { available: "-5", on_hand: "-5" })
    const effect = bulkEffect([short], { op: "adjust", state: "available", quantity: exact("2") })

    expect(effect).toMatchObject({
      negative: [],
      refused: [],
      onHand: { of: short, before: "-5", after: "-3" },
    })
  })

  function move(from: "damaged", to: "available", quantity: string): BulkOperation {
    return { op: "move", from, to, quantity: exact(quantity) }
  }
})

describe("a change of many levels in a unit", () => {
  const units = (...inputs: UnitInput[]) => toRecords(readUnits(inputs))
  const PIECE = { key: "piece", name: "Piece", base: true }
  const WINE = level("WINE", {
    units: units(PIECE, { key: "case", name: "Case", factor: 6 }),
    available: "30",
    on_hand: "30",
  })
  const BEER = level("BEER", {
    units: units(PIECE, { key: "case", name: "Crate", factor: 20 }),
    available: "100",
    on_hand: "100",
  })
  const OIL = level("OIL", {
    units: units(
      { key: "l", name: "Litre", base: true, precision: 2 },
      { key: "case", name: "Case", factor: 6 }
    ),
    available: "5",
    on_hand: "5",
  })
  const each = "of each"

  it.each([
    ["all that one item has", [WINE], ["piece", "case"]],
    ["those that all have by key", [WINE, BEER], ["piece", "case"]],
    ["the base unit of each first, where they differ", [WINE, OIL], [null, "case"]],
    ["only the base unit of each with an item without units", [WINE, WIDGET], [null]],
    ["the same, whichever is first", [WIDGET, WINE], [null]],
    ["none where no item has units", [WIDGET, HONEY], []],
    ["none of nothing", [], []],
  ])("the units to choose are %s", (_, levels, keys) => {
    expect(sharedUnits(levels, each).map(({ key }) => key)).toEqual(keys)
  })

  it("takes of each item what the unit is of it", () => {
    const { changes } = bulkEffect([WINE, BEER, OIL], {
      op: "adjust",
      state: "available",
      quantity: exact("2"),
      unit: "case",
    })
    expect(changes.map(({ quantity }) => quantity)).toEqual(["12", "40", "12"])
    expect(changes[0]).not.toHaveProperty("unit")
  })

  it("in no unit takes base units", () => {
    const { changes } = bulkEffect([WINE, OIL], { op: "count", quantity: exact("7"), unit: null })
    expect(changes.map(({ quantity }) => quantity)).toEqual(["7", "7"])
  })

  it("names the first item whose unit does not take the quantity", () => {
    const half = { op: "count", quantity: exact("0.5"), unit: null } as const
    expect(bulkOffSteps([HONEY, OIL], half)).toBeNull()
    expect(bulkOffSteps([OIL, WINE], half)).toEqual({ item: "WINE", unit: "Piece", increment: "1" })
    expect(bulkOffSteps([OIL], { ...half, unit: "case" })).toEqual({
      item: "OIL",
      unit: "Case",
      increment: "1",
    })
  })

  it("is short by what the units come to", () => {
    const effect = bulkEffect([WINE], {
      op: "move",
      from: "available",
      to: "damaged",
      quantity: exact("6"),
      unit: "case",
    })
    expect(told(effect.negative)).toEqual(["WINE available 30 -6"])
  })
})

import {
  type Draft,
  effectsOf,
  readDrafts,
  refusedAt,
  sortable,
} from "../../src/admin/lib/dispositions"
import { readUnits, toRecords } from "../../src/core/units"
import type { ReturnedUnits } from "../../src/api/types/return-stock"
import type { StockResponse } from "../../src/api/types/stock"

/**
 * What a return brought to Berlin, and the levels there:
 *
 *     item   returned                  available  reserved (free)  damaged  on hand
 *     FLASK  2 available, 1 damaged           12           6 (2)        1       19
 *     HONEY  0.5 available                  -0.25          0            0    -0.25
 */
const UNITS: ReturnedUnits[] = [
  units("FLASK", "available", "2"),
  units("FLASK", "damaged", "1"),
  units("HONEY", "available", "0.5"),
]
const LEVELS = [
  level("FLASK", {
    available: "12",
    reserved: "6",
    reserved_free: "2",
    damaged: "1",
    on_hand: "19",
  }),
  level("HONEY", { available: "-0.25", on_hand: "-0.25" }),
]

function units(item: string, state: string, quantity: string): ReturnedUnits {
  return { inventory_item_id: item, location_id: "Berlin", state, quantity }
}

function level(
  item: string,
  figures: Partial<StockResponse["stock"][number]>
): StockResponse["stock"][number] {
  return {
    ...{ inventory_item_id: item, location_id: "Berlin", level_id: item, sku: item, title: null },
    ...{ on_hand: "0", unavailable: "0", available: "0", committed: "0", reserved: "0" },
    ...{ reserved_free: "0", damaged: "0", safety: "0", quality_control: "0" },
    ...{ incoming: "0", fulfilled: "0", active: true, updated_at: new Date(0) },
    ...figures,
  }
}

/** What is typed about the units, in their order; nothing about those that are left out. */
function read(...typed: [quantity: string, to: Draft["to"]][]) {
  const drafts = UNITS.map((_, index) => ({
    quantity: typed[index]?.[0] ?? "",
    to: typed[index]?.[1] ?? "",
  })) as Draft[]
  return readDrafts(UNITS, drafts, { locale: "en" })
}

it("returned units are sorted by a unit of measure", () => {
  const measures = {
    FLASK: toRecords(
      readUnits([
        { key: "piece", name: "Piece", base: true },
        { key: "pair", name: "Pair", factor: 2 },
      ])
    ),
  }
  const typed = (quantity: string, measure?: string) =>
    readDrafts([UNITS[0]], [{ quantity, measure, to: "damaged" }], { measures, locale: "en" })
  expect(typed("1", "pair").dispositions).toMatchObject([{ quantity: "2" }])
  expect(typed("1").dispositions).toMatchObject([{ quantity: "1" }])
  expect(typed("2", "pair").problems).toMatchObject([{ says: "too_many", most: "2" }])
  expect(typed("0.5", "pair").problems).toMatchObject([
    { says: "off_steps", steps: { unit: "Pair", increment: "1" } },
  ])
})

it("what was sold before there were units is sorted as it came, and in steps else", () => {
  const base = { key: "piece", name: "Piece", base: true }
  const measures = {
    HONEY: toRecords(readUnits([base, { key: "pair", name: "Pair", factor: 2 }])),
  }
  const typed = (quantity: string, measure?: string) => {
    const drafts = [{ quantity, measure, to: "damaged" as const }]
    return readDrafts([UNITS[2]], drafts, { measures, locale: "en" })
  }
  for (const measure of [undefined, "piece"]) {
    expect(typed("0.5", measure)).toMatchObject({
      dispositions: [{ quantity: "0.5" }],
      problems: [],
    })
  }
  expect(typed("0.25").problems).toMatchObject([{ says: "off_steps" }])
  expect(typed("0.25", "pair").problems).toMatchObject([{ says: "off_steps" }])
})

describe("returned units that can be sorted", () => {
  it("are those in states that people may change", () => {
    const gone = [units("FLASK", "fulfilled", "1"), units("FLASK", "available", "-1")]
    expect(sortable([...UNITS, ...gone])).toEqual(UNITS)
  })
})

describe("what is typed about returned units", () => {
  it("becomes a disposition; what is left empty stays", () => {
    expect(read(["2", "quality_control"], ["", ""], ["0.25", "discard"])).toEqual({
      dispositions: [
        {
          unit: 0,
          inventory_item_id: "FLASK",
          location_id: "Berlin",
          quantity: "2",
          from: "available",
          to: "quality_control",
        },
        {
          unit: 2,
          inventory_item_id: "HONEY",
          location_id: "Berlin",
          quantity: "0.25",
          from: "available",
          to: "discard",
        },
      ],
      problems: [],
    })
  })

  it.each([
    ["two", "damaged", "quantity", "no_number", undefined],
    ["0", "damaged", "quantity", "not_above_zero", undefined],
    ["-1", "damaged", "quantity", "not_above_zero", undefined],
    ["2.0001", "damaged", "quantity", "too_many", "2"],
    ["", "damaged", "quantity", "no_quantity", undefined],
    ["1", "", "to", "no_state", undefined],
  ] as const)("%j into %j: %s %s", (quantity, to, field, says, most) => {
    expect(read([quantity, to])).toEqual({
      dispositions: [],
      problems: [{ unit: 0, field, says, most }],
    })
  })
})

describe("what sorting does to the levels", () => {
  const effects = (...typed: [string, Draft["to"]][]) =>
    effectsOf(LEVELS, read(...typed).dispositions).map(({ itemId, effects: figures }) => [
      itemId,
      ...figures.map(
        ({ figure, before, after, short }) => `${figure} ${before} → ${after}${short ? " !" : ""}`
      ),
    ])

  it("nothing is typed: nothing", () => {
    expect(effects()).toEqual([])
  })

  it("into another state: on hand stays", () => {
    expect(effects(["2", "damaged"])).toEqual([["FLASK", "available 12 → 10", "damaged 1 → 3"]])
  })

  it("off the books: on hand falls", () => {
    expect(effects(["2", "discard"], ["1", "discard"])).toEqual([
      ["FLASK", "available 12 → 10", "damaged 1 → 0", "on_hand 19 → 16"],
    ])
  })

  it("several of one level are added up", () => {
    expect(effects(["2", "quality_control"], ["1", "available"])).toEqual([
      ["FLASK", "available 12 → 11", "damaged 1 → 0", "quality_control 0 → 2"],
    ])
  })

  it("says where the store would refuse it", () => {
    expect(effects(["", ""], ["", ""], ["0.5", "damaged"])).toEqual([
      ["HONEY", "available -0.25 → -0.75 !", "damaged 0 → 0.5"],
    ])
  })

  it("counts what is set aside: of 6 reserved only 2 are free", () => {
    const reserved = [units("FLASK", "reserved", "3")]
    const short = (quantity: string) =>
      effectsOf(
        LEVELS,
        readDrafts(reserved, [{ quantity, to: "available" }], { locale: "en" }).dispositions
      )[0].effects.filter((effect) => effect.short)
    expect(short("2")).toEqual([])
    expect(short("3")).toEqual([{ figure: "reserved", before: "6", after: "3", short: true }])
  })
})

describe("a refusal of the API", () => {
  const { dispositions } = read(["", ""], ["1", "discard"], ["0.5", "discard"])

  it.each([
    ["dispositions[0].quantity must be at most 0", 1, "quantity", "must be at most 0"],
    ["dispositions[1].to must differ", 2, "to", "must differ"],
    ["dispositions[1].from must be a state", 2, "to", "must be a state"],
    ['reason must be one of damaged, not "x"', null, "reason", 'must be one of damaged, not "x"'],
  ])("%s: belongs to unit %s, %s", (message, unit, field, problem) => {
    expect(refusedAt(message, dispositions)).toEqual({ unit, field, problem })
  })

  it.each([
    "Item FLASK at location Berlin: available would be -1",
    "quantity of nothing known",
    "dispositions must list at least one",
  ])("%s: belongs to the whole form", (message) => {
    expect(refusedAt(message, dispositions)).toEqual({ unit: null, field: null, problem: message })
  })
})

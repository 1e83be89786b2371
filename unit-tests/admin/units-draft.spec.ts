import fc from "fast-check"

import { refusedForOrders, refusedUnits } from "../../src/admin/lib/refused-units"
import {
  draftsOf,
  readUnitDrafts,
  type UnitDraft,
  withBase,
  withChange,
  withMove,
  withNewUnit,
} from "../../src/admin/lib/units-draft"
import { Refusal } from "../../src/core/refusal"
import { readUnits, toRecords } from "../../src/core/units"

const BOTTLES = toRecords(
  readUnits([
    { key: "bottle", name: "Bottle", base: true },
    { key: "case", name: "Case", factor: 12 },
    { key: "pallet", name: "Pallet", factor: 720, precision: 1, increment: "0.5" },
  ])
)

function drafts(...parts: Partial<UnitDraft>[]): UnitDraft[] {
  return parts.map((part, index) => ({
    ...draftsOf(BOTTLES, "en")[index],
    ...part,
  }))
}

const told = (list: UnitDraft[], locale = "en") =>
  readUnitDrafts(list, locale).problems.map(({ index, field, says }) => `${index}.${field} ${says}`)

describe("an item's units in a form", () => {
  it("come out as they went in", () => {
    const { units, problems } = readUnitDrafts(draftsOf(BOTTLES, "de"), "de")
    expect(problems).toEqual([])
    expect(toRecords(readUnits(units))).toEqual(BOTTLES)
  })

  it("are written as the language writes numbers; steps that go without saying are left out", () => {
    expect(draftsOf(BOTTLES, "de").map(({ increment }) => increment)).toEqual(["", "", "0,5"])
  })

  it("begin with a base unit", () => {
    const [first, second] = withNewUnit(withNewUnit([]))
    expect(first).toMatchObject({ base: true, factor: "1" })
    expect(second).toMatchObject({ base: false, factor: "" })
    expect(first.id).not.toBe(second.id)
  })

  it.each([
    ["Case", "case"],
    ["Großer Karton", "grosser-karton"],
    ["Palète  (½)", "palete"],
    ["12 er", "12-er"],
    ["箱", ""],
  ])("%s gets the key %j until somebody types one", (name, key) => {
    const named = withChange(withNewUnit([]), 0, { name })
    expect(named[0].key).toBe(key)
    const typed = withChange(named, 0, { key: "own" })
    expect(withChange(typed, 0, { name: "Other" })[0].key).toBe("own")
  })

  it("keep the key of a unit that is there when it is renamed", () => {
    expect(withChange(draftsOf(BOTTLES, "en"), 1, { name: "Carton" })[1].key).toBe("case")
  })

  it("ask anew what the former base unit is of the next", () => {
    expect(withBase(draftsOf(BOTTLES, "en"), 1).map(({ base, factor }) => [base, factor])).toEqual([
      [false, ""],
      [true, "1"],
      [false, "720"],
    ])
  })

  it("are moved up and down", () => {
    const keys = (list: UnitDraft[]) => list.map(({ key }) => key)
    const list = draftsOf(BOTTLES, "en")
    expect(keys(withMove(list, 2, -1))).toEqual(["bottle", "pallet", "case"])
    expect(keys(withMove(list, 0, 1))).toEqual(["case", "bottle", "pallet"])
  })

  it("keep their order when they are saved", () => {
    const moved = withMove(draftsOf(BOTTLES, "en"), 2, -1)
    const saved = toRecords(readUnits(readUnitDrafts(moved, "en").units))
    expect(saved.map(({ key }) => key)).toEqual(["bottle", "pallet", "case"])
  })

  it.each<[string, Partial<UnitDraft>, string[]]>([
    ["no name", { name: " " }, ["1.name missing"]],
    ["no key", { key: "" }, ["1.key missing"]],
    ["a key with a blank", { key: "a case" }, ["1.key bad_key"]],
    ["a key that another has", { key: "bottle" }, ["1.key key_taken"]],
    ["no factor", { factor: "" }, ["1.factor missing"]],
    ["a factor that is none", { factor: "a dozen" }, ["1.factor no_number"]],
    ["a factor of nothing", { factor: "0" }, ["1.factor not_above_zero"]],
    ["half a bottle", { factor: "0.5" }, ["1.factor off_base"]],
    ["too many decimals", { precision: "11" }, ["1.precision bad_decimals"]],
    ["half a decimal", { precision: "0.5" }, ["1.precision bad_decimals"]],
    ["no decimals", { precision: "" }, ["1.precision bad_decimals"]],
    ["steps of nothing", { increment: "0" }, ["1.increment not_above_zero"]],
    ["steps finer than its decimals", { increment: "0.5" }, ["1.increment too_fine"]],
  ])("tell %s", (_, part, problems) => {
    expect(told(drafts({}, part))).toEqual(problems)
  })

  it("are refused by the store only where the form refuses them, too", () => {
    const text = (...texts: string[]) => fc.constantFrom(...texts)
    const unit = fc.record({
      key: text("a", "b", "c", "A", ""),
      name: text("One", " "),
      factor: text("1", "12", "0.5", "0.001", "-1", "0", "x", ""),
      precision: text("0", "1", "3", "11", ""),
      increment: text("", "1", "0.5", "0.25", "0", "x"),
    })
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 4 }), (list) => {
        const typed = list.map((one, index) => ({
          ...one,
          id: String(index),
          isKeyTyped: true,
          base: index === 0,
        }))
        const { units, problems } = readUnitDrafts(typed, "en")
        let refused: unknown = null
        try {
          readUnits(units)
        } catch (error) {
          refused = error
        }
        expect(refused === null || refused instanceof Refusal).toBe(true)
        expect(refused === null || problems.length > 0).toBe(true)
      }),
      { numRuns: 1_000 }
    )
  })
})

describe("a refused list of units", () => {
  it("is about a field", () => {
    expect(refusedUnits("units[1].factor must be above zero, but is 0")).toEqual({
      about: "field",
      index: 1,
      field: "factor",
      problem: "must be above zero, but is 0",
    })
  })

  it("is about stock that is off the base unit's steps, and where it is", () => {
    expect(
      refusedUnits(
        'Stock of item iitem_1 is not in multiples of 1, the increment of the base unit "Big "one"": available at location sloc_1 is -0.5, reservation resitem_2 is 1.25, transfer 12 is 3.5'
      )
    ).toEqual({
      about: "stock",
      unit: 'Big "one"',
      increment: "1",
      off: [
        { what: "available at location sloc_1", quantity: "-0.5" },
        { what: "reservation resitem_2", quantity: "1.25" },
        { what: "transfer 12", quantity: "3.5" },
      ],
    })
  })

  it("is about a unit that a variant is sold by", () => {
    expect(
      refusedUnits(
        'The unit "Case" (case) of 12 stays as long as variant COLA (12) (variant_1) is sold by it: sell the variant by another unit first, or give the new factor another key'
      )
    ).toEqual({ about: "sold", key: "case", unit: "Case", variant: "COLA (12)" })
  })

  it("is about the base unit of an item of which a variant is sold", () => {
    expect(
      refusedUnits(
        'The base unit "Metre" (m) stays as long as variant CLOTH (1) (variant_1) is sold by "Roll": what it takes would be counted in another unit. To begin anew, take all units away first'
      )
    ).toEqual({ about: "base", unit: "Metre", variant: "CLOTH (1)" })
  })

  it("is about all of it where nothing else is known", () => {
    expect(refusedUnits("units must be at most 50, but are 51")).toEqual({
      about: "all",
      problem: "units must be at most 50, but are 51",
    })
  })
})

it.each([
  [
    "Variant variant_1 is in 1 order not yet fulfilled (order_1), of which Medusa would take the new quantity: fulfil or cancel them first, or sell the other unit as another variant",
    1,
  ],
  [
    "Variant variant_1 is in 14 orders not yet fulfilled (order_1, order_2, order_3 and 11 more), of",
    14,
  ],
  ["Variant variant_1 does not take from inventory item iitem_1", null],
])("a refused unit of a variant is about the orders that are open: %s", (message, count) => {
  expect(refusedForOrders(message)).toBe(count)
})

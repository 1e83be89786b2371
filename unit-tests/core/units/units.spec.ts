import fc from "fast-check"

import { exact, parseQuantity, total } from "../../../src/core/quantity"
import type { Refusal } from "../../../src/core/refusal"
import {
  fromBase,
  fromRecords,
  inBaseUnits,
  inSteps,
  isInSteps,
  readEntered,
  readUnits,
  toBase,
  toRecords,
  type Unit,
  type UnitInput,
  type Units,
} from "../../../src/core/units"

/** BOLT is kept in pieces, and comes in cases of twelve; CLOTH in metres of three decimals, and in rolls. */
const BOLT: UnitInput[] = [
  { key: "piece", name: "Piece", base: true },
  { key: "case", name: "Case", factor: 12 },
]
const CLOTH: UnitInput[] = [
  { key: "m", name: "Metre", base: true, precision: 3 },
  { key: "cm", name: "Centimetre", factor: "0.01", precision: 1 },
  { key: "roll", name: "Roll", factor: "37.5", precision: 1, increment: "0.5" },
]

const unitsOf = (inputs: UnitInput[]) => readUnits(inputs) as Units
const unitOf = (inputs: UnitInput[], key: string) =>
  [unitsOf(inputs).base, ...unitsOf(inputs).others].find((unit) => unit.key === key) as Unit

function refusalOf(work: () => unknown): Refusal {
  try {
    work()
  } catch (error) {
    return error as Refusal
  }
  throw new Error("was not refused")
}

/** Units as merchants might declare them: decimal factors, steps that are not powers of ten. */
const anyUnit = fc
  .record({
    precision: fc.integer({ min: 0, max: 4 }),
    steps: fc.integer({ min: 1, max: 40 }),
    factor: fc.integer({ min: 1, max: 5_000 }),
    decimals: fc.integer({ min: 0, max: 4 }),
  })
  .map(({ precision, steps, factor, decimals }) => ({
    factor: exact(`${factor}e-${decimals}`),
    increment: exact(`${steps}e-${precision}`),
  }))
const anyCount = fc.integer({ min: -1_000_000, max: 1_000_000 })

describe("a quantity in another unit", () => {
  it.each([
    ["2", "case", BOLT, "24"],
    ["-3", "case", BOLT, "-36"],
    ["1.5", "roll", CLOTH, "56.25"],
    ["0.1", "cm", CLOTH, "0.001"],
    ["1.234", "m", CLOTH, "1.234"],
  ])("%s %s are so many base units", (quantity, key, inputs, expected) => {
    expect(toBase(exact(quantity), unitOf(inputs, key)).toFixed()).toBe(expected)
  })

  it.each([
    ["30", "case", BOLT, "2", "6"],
    ["-30", "case", BOLT, "-2", "-6"],
    ["24", "case", BOLT, "2", "0"],
    ["11", "case", BOLT, "0", "11"],
    ["60", "roll", CLOTH, "1.5", "3.75"],
    ["1.2345", "cm", CLOTH, "123.4", "0.0005"],
  ])("%s base units in %s leave the rest", (quantity, key, inputs, count, rest) => {
    const split = fromBase(exact(quantity), unitOf(inputs, key))
    expect([split.count.toFixed(), split.rest.toFixed()]).toEqual([count, rest])
  })

  it("comes back as what it was", () => {
    fc.assert(
      fc.property(anyUnit, anyCount, (unit, steps) => {
        const count = unit.increment.multipliedBy(steps)
        const back = fromBase(toBase(count, unit), unit)
        expect([back.count.toFixed(), back.rest.toFixed()]).toEqual([count.toFixed(), "0"])
      })
    )
  })

  it("is split without losing a digit, the rest less than a step and of the same sign", () => {
    fc.assert(
      fc.property(anyUnit, anyCount, fc.integer({ min: 0, max: 6 }), (unit, digits, decimals) => {
        const quantity = exact(`${digits}e-${decimals}`)
        const { count, rest } = fromBase(quantity, unit)
        expect(toBase(count, unit).plus(rest).toFixed()).toBe(quantity.toFixed())
        expect(isInSteps(count, unit)).toBe(true)
        expect(rest.abs().isLessThan(toBase(unit.increment, unit))).toBe(true)
        expect(rest.isZero() || rest.isNegative() === quantity.isNegative()).toBe(true)
      })
    )
  })

  it("never drifts: entered a thousand times, it is a thousand times as much", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), (steps) => {
        const units = unitsOf(CLOTH)
        const entered = unitOf(CLOTH, "cm").increment.multipliedBy(steps)
        const where = { itemId: "CLOTH", unit: "cm", field: "quantity" }
        const once = inBaseUnits(entered, where, units)
        const sum = total(Array.from({ length: 1_000 }, () => once))
        expect(sum.toFixed()).toBe(
          toBase(entered.multipliedBy(1_000), unitOf(CLOTH, "cm")).toFixed()
        )
        expect(isInSteps(sum, units.base)).toBe(true)
      }),
      { numRuns: 20 }
    )
  })

  it("of units that were accepted is always one that the base unit takes", () => {
    fc.assert(
      fc.property(anyUnit, anyUnit, anyCount, (base, other, steps) => {
        const decimals = (unit: typeof base) => ({
          precision: unit.increment.decimalPlaces() ?? 0,
          increment: unit.increment.toFixed(),
        })
        let units: Units | null = null
        try {
          units = readUnits([
            { key: "base", name: "Base", base: true, ...decimals(base) },
            { key: "other", name: "Other", factor: other.factor, ...decimals(other) },
          ])
        } catch {
          const step = toBase(other.increment, other)
          expect(isInSteps(step, base)).toBe(false)
          return
        }
        const entered = other.increment.multipliedBy(steps)
        const where = { itemId: "ITEM", unit: "other", field: "quantity" }
        expect(isInSteps(inBaseUnits(entered, where, units), base)).toBe(true)
      })
    )
  })
})

describe("a quantity as it is entered", () => {
  const enter = (quantity: string, unit: string | null, inputs = BOLT) =>
    inBaseUnits(
      exact(quantity),
      { itemId: "ITEM", unit, field: "changes[3].quantity" },
      unitsOf(inputs)
    )

  it("is in base units where no unit is named", () => {
    expect(enter("7", null).toFixed()).toBe("7")
    expect(enter("2", "case").toFixed()).toBe("24")
  })

  it.each([
    ["0.5", null, BOLT, "Piece", "1"],
    ["2.5", "case", BOLT, "Case", "1"],
    ["1.2345", null, CLOTH, "Metre", "0.001"],
    ["0.7", "roll", CLOTH, "Roll", "0.5"],
  ])("is refused off its steps: %s of %s", (quantity, unit, inputs, name, increment) => {
    const refusal = refusalOf(() => enter(quantity, unit, inputs))
    expect(refusal.message).toBe(
      `changes[3].quantity must be a multiple of ${increment}, the increment of the unit "${name}" of item ITEM, but is ${quantity}`
    )
    expect(refusal.details).toEqual({
      field: "changes[3].quantity",
      inventory_item_id: "ITEM",
      reason: "off_increment",
      ...{ unit: name, increment, value: quantity },
    })
  })

  it("is refused in a unit that the item does not have", () => {
    expect(refusalOf(() => enter("1", "pallet")).message).toBe(
      'changes[3].unit must be one of the units piece, case of item ITEM, not "pallet"'
    )
    const without = () =>
      inBaseUnits(exact(1), { itemId: "ITEM", unit: "case", field: "quantity" }, null)
    expect(refusalOf(without)).toMatchObject({
      message: 'unit must be left out: there are no units of item ITEM, not "case"',
      details: { field: "unit", inventory_item_id: "ITEM" },
    })
  })

  it("may be anything where the item has no units", () => {
    expect(readEntered(exact("0.12345"), null, null)).toEqual(exact("0.12345"))
  })
})

describe("the units of an item", () => {
  it("are the base unit, then the others by priority, and are stored as they are read", () => {
    const units = unitsOf([
      { key: "pallet", name: " Pallet ", factor: 480, priority: 9 },
      { key: "case", name: "Case", factor: 12, priority: 2 },
      { key: "piece", name: "Piece", base: true },
    ])
    const records = toRecords(units)
    expect(records.map(({ key, name, factor, base }) => [key, name, factor, base])).toEqual([
      ["piece", "Piece", "1", true],
      ["case", "Case", "12", false],
      ["pallet", "Pallet", "480", false],
    ])
    expect(toRecords(fromRecords(records))).toEqual(records)
    expect([readUnits([]), toRecords(null), fromRecords(null), fromRecords([])]).toEqual([
      ...[null, [], null, null],
    ])
  })

  it.each<[string, UnitInput[], string]>([
    ["no base unit", [{ key: "case", name: "Case", factor: 12 }], "units must name one base unit"],
    ["two of them", [BOLT[0], { ...BOLT[0], key: "pc" }], "but 2 have base: true"],
    ["a key twice", [...BOLT, BOLT[1]], 'units[2].key is "case" as that of units[1] is'],
    ["a bad key", [{ ...BOLT[0], key: "Two words" }], "units[0].key must be 1 to 40"],
    ["no name", [{ ...BOLT[0], name: " " }], "units[0].name must not be empty"],
    [
      "a base of another factor",
      [{ ...BOLT[0], factor: 2 }],
      "units[0].factor of the base unit is 1",
    ],
    ["no factor", [BOLT[0], { key: "case", name: "Case" }], "units[1].factor is required"],
    ["a factor of 0", [BOLT[0], { ...BOLT[1], factor: 0 }], "units[1].factor must be above zero"],
    ["too many decimals", [{ ...BOLT[0], precision: 11 }], "from 0 to 10, not 11"],
    [
      "half a decimal",
      [{ ...BOLT[0], precision: 0.5 }],
      "units[0].precision must be a whole number",
    ],
    ["steps of 0", [{ ...BOLT[0], increment: 0 }], "units[0].increment must be above zero"],
    [
      "steps finer than the precision",
      [{ ...BOLT[0], precision: 1, increment: "0.25" }],
      "units[0].increment must have at most 1 decimals",
    ],
    [
      "steps that the base unit cannot hold",
      [BOLT[0], { key: "third", name: "Third", factor: "4.5" }],
      'units[1].factor must make each step of "Third" a multiple of 1, the increment of the base unit "Piece", but 1 × 4.5 is 4.5',
    ],
  ])("are refused with %s", (_, inputs, message) => {
    expect(refusalOf(() => readUnits(inputs)).message).toContain(message)
  })
})

it("rounds what was computed to steps, up or down", () => {
  fc.assert(
    fc.property(anyUnit, fc.integer({ min: 0, max: 99_999 }), (unit, digits) => {
      const quantity = parseQuantity(`${digits}e-3`, "quantity")
      const [down, up] = [inSteps(quantity, unit, "down"), inSteps(quantity, unit, "up")]
      expect(isInSteps(down, unit) && isInSteps(up, unit)).toBe(true)
      expect(down.isLessThanOrEqualTo(quantity) && up.isGreaterThanOrEqualTo(quantity)).toBe(true)
      expect(up.minus(down).isLessThanOrEqualTo(unit.increment)).toBe(true)
    })
  )
})

import fc from "fast-check"

import { readShownUnits, withShownUnit } from "../../src/admin/lib/shown-units"
import {
  inBase,
  namedText,
  offSteps,
  readInUnit,
  signed,
  soldBy,
  soldText,
  typedIn,
  unitOf,
  unitText,
} from "../../src/admin/lib/units"
import { exact } from "../../src/core/quantity"
import { readUnits, toRecords } from "../../src/core/units"

const BOTTLES = toRecords(
  readUnits([
    { key: "bottle", name: "Bottle", base: true },
    { key: "case", name: "Case", factor: 12 },
    { key: "pallet", name: "Pallet", factor: 720, precision: 1, increment: "0.5" },
  ])
)
const METRES = toRecords(
  readUnits([
    { key: "m", name: "Metre", base: true, precision: 3 },
    { key: "roll", name: "Roll", factor: "37.5" },
  ])
)

/** A line may break between the parts only. */
function plain(text: string): string {
  return text.replaceAll("\u00a0", " ")
}

describe("a quantity in a unit", () => {
  it.each([
    ["30", "bottle", "30"],
    ["30", "case", "2 Case + 6 Bottle"],
    ["24", "case", "2 Case"],
    ["6", "case", "6 Bottle"],
    ["0", "case", "0 Case"],
    ["-30", "case", "−2 Case − 6 Bottle"],
    ["-6", "case", "−6 Bottle"],
    ["0.5", "case", "0.5 Bottle"],
    ["1085", "pallet", "1.5 Pallet + 5 Bottle"],
    ["30", "gone", "30"],
  ])("%s bottles in %s are %s", (quantity, unit, text) => {
    expect(plain(unitText(quantity, BOTTLES, unit, "en"))).toBe(text)
  })

  it.each([
    ["30", "bottle", "30 Bottle"],
    ["30", undefined, "30 Bottle"],
    ["-0.5", "bottle", "−0.5 Bottle"],
    ["0", "bottle", "0 Bottle"],
    ["30", "case", "2 Case + 6 Bottle"],
  ])("%s in %s with its name is %s", (quantity, unit, text) => {
    expect(plain(namedText(quantity, BOTTLES, unit, "en"))).toBe(text)
  })

  it("of an item without units is the plain number, whatever is asked for", () => {
    expect(unitText("-2.75", undefined, "case", "de")).toBe("−2,75")
    expect(namedText("-2.75", [], "case", "de")).toBe("−2,75")
  })

  it("is written as the language writes numbers", () => {
    expect(plain(unitText("76.125", METRES, "roll", "de"))).toBe("2 Roll + 1,125 Metre")
  })

  it.each([
    ["30", "case", "+2 Case + 6 Bottle"],
    ["-30", "case", "−2 Case − 6 Bottle"],
    ["0", "case", "0 Case"],
    ["0", "bottle", "0"],
    ["0.5", "bottle", "+0.5"],
    ["6", "case", "+6 Bottle"],
  ])("as a change: %s in %s is %s", (quantity, unit, text) => {
    expect(plain(signed(unitText(quantity, BOTTLES, unit, "en")))).toBe(text)
  })

  it("says all of it: the parts come to the quantity again", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
        fc.constantFrom("m", "roll"),
        (millimetres, key) => {
          const quantity = exact(millimetres.toString()).dividedBy(1000)
          const text = namedText(quantity.toFixed(), METRES, key, "en")
          const sum = [...text.matchAll(/([−+]?)\u00a0?([\d.]+)\u00a0(\w+)/g)]
            .map(([, sign, figure, name]) =>
              exact(`${sign === "−" ? "-" : ""}${figure}`).multipliedBy(name === "Roll" ? 37.5 : 1)
            )
            .reduce((a, b) => a.plus(b), exact(0))
          expect(sum.toFixed()).toBe(quantity.toFixed())
        }
      )
    )
  })
})

describe("a quantity that is typed in a unit", () => {
  const cases = unitOf(BOTTLES, "case")

  it.each([
    ["2", "case", "en", "24"],
    ["−2", "case", "en", "-24"],
    ["1,5", "pallet", "de", "1080"],
    ["7", "bottle", "en", "7"],
    ["7", "gone", "en", "7"],
  ])("%s of %s in %s is %s bottles", (text, key, locale, base) => {
    expect(readInUnit(text, unitOf(BOTTLES, key), locale)?.toFixed()).toBe(base)
  })

  it.each([
    ["0.5", "case"],
    ["0.25", "pallet"],
    ["0.5", "bottle"],
    ["many", "case"],
    ["", "case"],
  ])("%j of %s is none", (text, key) => {
    expect(readInUnit(text, unitOf(BOTTLES, key), "en")).toBeNull()
  })

  it("tells the steps that it is off", () => {
    expect(offSteps(exact("0.5"), cases)).toEqual({ unit: "Case", increment: "1" })
    expect(offSteps(exact("2"), cases)).toBeNull()
    expect(offSteps(exact("0.0004"), unitOf(METRES, null))).toEqual({
      unit: "Metre",
      increment: "0.001",
    })
  })

  it("without units is any quantity", () => {
    expect(unitOf(undefined, "case")).toBeNull()
    expect(offSteps(exact("0.5"), null)).toBeNull()
    expect(inBase(exact("0.5"), null).toFixed()).toBe("0.5")
  })

  it.each([
    ["24", "case", { text: "2", unit: "case" }],
    ["30", "case", { text: "30", unit: "bottle" }],
    ["30", null, { text: "30", unit: "bottle" }],
    ["1080", "pallet", { text: "1,5", unit: "pallet" }],
  ])("%s in %s is put into a form as %j", (quantity, key, typed) => {
    expect(typedIn(quantity, BOTTLES, key, "de")).toEqual(typed)
  })

  it("is put into a form as it is where the item has no units", () => {
    expect(typedIn("30", undefined, "case", "en")).toEqual({ text: "30", unit: null })
  })

  it("reads back what is put into a form", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000, max: 1_000_000 }),
        fc.constantFrom("bottle", "case", "pallet"),
        (bottles, key) => {
          const { text, unit } = typedIn(String(bottles), BOTTLES, key, "fr")
          expect(readInUnit(text, unitOf(BOTTLES, unit), "fr")?.toFixed()).toBe(String(bottles))
        }
      )
    )
  })
})

describe("what a variant takes", () => {
  it.each([
    ["12", "case", "1 Case"],
    ["1", "bottle", "1 Bottle"],
    ["6", null, "6 Bottle"],
  ])("%s bottles are sold by %s: %s", (required, unit, text) => {
    expect(soldBy(required, BOTTLES)?.key ?? null).toBe(unit)
    expect(plain(soldText(required, BOTTLES, "en"))).toBe(text)
  })

  it("is a plain number where the item has no units", () => {
    expect(soldBy("12", undefined)).toBeNull()
    expect(soldText("12", undefined, "en")).toBe("12")
  })
})

describe("the units that somebody wants to see", () => {
  it.each([[null], ["no JSON"], ["null"], ["7"], ['{"item":7}'], ["[]"]])(
    "are none where the browser has kept %j",
    (kept) => {
      expect(readShownUnits(kept)).toEqual({})
    }
  )

  it("are kept, changed and forgotten by item", () => {
    const one = withShownUnit(readShownUnits('{"wine":"case"}'), "cloth", "roll")
    expect(one).toEqual({ wine: "case", cloth: "roll" })
    expect(withShownUnit(one, "wine", "bottle")).toEqual({ cloth: "roll", wine: "bottle" })
    expect(withShownUnit(one, "wine", null)).toEqual({ cloth: "roll" })
  })

  it("do not grow without end: the oldest go", () => {
    let shown = readShownUnits(null)
    for (let item = 0; item < 600; item++) {
      shown = withShownUnit(shown, `item-${item}`, "case")
    }
    expect(Object.keys(shown)).toHaveLength(500)
    expect(shown).not.toHaveProperty("item-99")
    expect(shown).toHaveProperty("item-599", "case")
  })
})

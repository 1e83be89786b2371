import fc from "fast-check"
import { exact, parseNonNegative, parseQuantity } from "../../src/core/quantity"

describe("quantities", () => {
  it.each([
    [0.1, "0.1"],
    ["9007199254740993", "9007199254740993"],
    [".5", "0.5"],
    ["1e3", "1000"],
    [{ value: "2.75", precision: 20 }, "2.75"],
    [{ raw: { value: "0.00009" } }, "0.00009"],
  ])("are read from %j", (given, read) => {
    expect(parseQuantity(given, "quantity").toFixed()).toBe(read)
  })

  it.each([
    ["text", "ten"],
    ["nothing", undefined],
    ["null", null],
    ["NaN", NaN],
    ["infinity", Infinity],
    ["an empty string", ""],
    ["a list", [1]],
    ["too many decimals", "0.000000000000000000001"],
    ["too many digits", `1${"0".repeat(30)}`],
  ])("refuse %s and name the field", (_, given) => {
    expect(() => parseQuantity(given, "changes[2].quantity")).toThrow(/^changes\[2\]\.quantity /)
  })

  it("refuse what is below zero where it must not be", () => {
    expect(() => parseNonNegative("-0.1", "quantity")).toThrow("quantity must not be negative")
    expect(parseNonNegative(-0, "quantity").isZero()).toBe(true)
  })

  it("are exact: what is added and taken again leaves nothing", () => {
    const decimals = fc
      .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 12 }))
      .map(([digits, scale]) => exact(`${digits}e-${scale}`))
    fc.assert(
      fc.property(fc.array(decimals, { maxLength: 50 }), (parts) => {
        const sum = parts.reduce((total, part) => total.plus(part), exact(0))
        const left = parts.reduce((total, part) => total.minus(part), sum)
        expect(left.isZero()).toBe(true)
      })
    )
  })
})

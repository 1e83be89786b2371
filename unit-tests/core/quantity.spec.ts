import BigNumber from "bignumber.js"
import fc from "fast-check"

import { exact, parseNonNegative, parseQuantity } from "../../src/core/quantity"
import { Refusal } from "../../src/core/refusal"
import { decimals } from "./world"

const THIRTY = "1".repeat(30)
const TWENTY = "1".repeat(20)

describe("a quantity", () => {
  it.each([
    [5, "5"],
    [0.1, "0.1"],
    [-2.5, "-2.5"],
    [-0, "0"],
    [1e-7, "0.0000001"],
    [1e21, "1000000000000000000000"],
    ["5", "5"],
    [" 5.50 ", "5.5"],
    ["+.5", "0.5"],
    ["5.", "5"],
    ["1e3", "1000"],
    ["25E-1", "2.5"],
    ["9007199254740993", "9007199254740993"],
    ["-0.00000000000000000001", "-0.00000000000000000001"],
    [`${THIRTY}.${TWENTY}`, `${THIRTY}.${TWENTY}`],
    [{ value: "1.5" }, "1.5"],
    [{ value: 1.5, precision: 20 }, "1.5"],
    [{ raw: { value: "1.5" }, numeric: 99 }, "1.5"],
    [new BigNumber("1.5"), "1.5"],
  ])("%p is read as %s", (input, text) => {
    expect(parseQuantity(input, "quantity").toFixed()).toBe(text)
  })

  it.each([
    ["NaN", Number.NaN, "NaN"],
    ["infinity", Number.POSITIVE_INFINITY, "Infinity"],
    ["a big number that is none", new BigNumber("x"), "NaN"],
    ["text", "much", '"much"'],
    ["an empty text", "", '""'],
    ["blanks", "  ", '"  "'],
    ["two points", "1.2.3", '"1.2.3"'],
    ["a comma", "1,5", '"1,5"'],
    ["hexadecimal", "0x10", '"0x10"'],
    ["an endless exponent", "1e999", '"1e999"'],
    ["an underscore", "1_000", '"1_000"'],
    ["nothing", undefined, "undefined"],
    ["null", null, "null"],
    ["a boolean", true, "true"],
    ["a list", [5], "5"],
    ["an object", {}, "[object Object]"],
    ["an object without a value", { raw: {} }, "[object Object]"],
    ["a wrapped text", { value: "much" }, "[object Object]"],
  ])("refuses %s, and names the field", (_, input, told) => {
    const refused = refusal(() => parseQuantity(input, "changes[3].quantity"))
    expect(refused).toMatchObject({
      code: "invalid_data",
      details: { field: "changes[3].quantity" },
      message: `changes[3].quantity must be a decimal number, not ${told}`,
    })
  })

  it("tells only the beginning of a long text", () => {
    const { message } = refusal(() => parseQuantity("x".repeat(10_000), "q"))
    expect(message.length).toBeLessThan(100)
  })

  it.each([
    ["31 digits before the point", `1${THIRTY}`],
    ["21 after it", `0.${TWENTY}1`],
    ["either, by an exponent", "1e30"],
    ["or the other", "1e-21"],
    ["a number of that size", 1e30],
  ])("refuses %s", (_, input) => {
    expect(refusal(() => parseQuantity(input, "stock"))).toMatchObject({
      details: { field: "stock" },
      message: "stock has too many digits: at most 30 before and 20 after the point",
    })
  })

  it.each([
    ["-1", "must not be negative, but is -1"],
    [-0.5, "must not be negative, but is -0.5"],
    ["x", 'must be a decimal number, not "x"'],
  ])("that may not be negative refuses %p", (input, problem) => {
    expect(refusal(() => parseNonNegative(input, "stock"))).toMatchObject({
      message: `stock ${problem}`,
    })
  })

  it.each([0, -0, "-0", "0.0", 5])("that may not be negative takes %p", (input) => {
    expect(parseNonNegative(input, "stock").toFixed()).toBe(String(Number(input) || 0))
  })
})

describe("arithmetic", () => {
  it.each([
    [["0.1", "0.1", "0.1"], "0.3"],
    [["0.00005", "0.00004"], "0.00009"],
    [["9007199254740993", "2"], "9007199254740995"],
    [["0.1", "0.2", "-0.3"], "0"],
    [[`${THIRTY}`, `0.${TWENTY}`], `${THIRTY}.${TWENTY}`],
  ])("%p come to %s", (parts, sum) => {
    const total = parts.reduce((so_far, part) => so_far.plus(parseQuantity(part, "q")), exact(0))
    expect(total.toFixed()).toBe(sum)
  })

  it("never rounds, however long the sum", () => {
    fc.assert(
      fc.property(fc.array(decimals, { maxLength: 50 }), (parts) => {
        const total = parts.reduce((so_far, part) => so_far.plus(part), exact(0))
        const whole = parts.reduce((sum, part) => sum + BigInt(part.shiftedBy(20).toFixed()), 0n)
        expect(total.shiftedBy(20).toFixed()).toBe(whole.toString())
      })
    )
  })

  it("takes away what was added, to exactly nothing", () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        expect(a.plus(b).minus(b).minus(a).isZero()).toBe(true)
      })
    )
  })

  it("reads what it writes, and writes no exponent", () => {
    fc.assert(
      fc.property(decimals, (decimal) => {
        const text = decimal.toFixed()
        expect(text).toMatch(/^-?\d+(\.\d*[1-9])?$/)
        expect(parseQuantity(text, "q").isEqualTo(decimal)).toBe(true)
      })
    )
  })

  it("reads every number as the decimal that it shows", () => {
    const numbers = fc
      .tuple(fc.maxSafeInteger(), fc.integer({ min: 0, max: 6 }))
      .map(([digits, places]) => digits / 10 ** places)
    fc.assert(
      fc.property(numbers, (number) => {
        expect(parseQuantity(number, "q").toFixed()).toBe(String(number))
      })
    )
  })
})

function refusal(work: () => unknown): Refusal {
  try {
    work()
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal)
    return error as Refusal
  }
  throw new Error("was not refused")
}

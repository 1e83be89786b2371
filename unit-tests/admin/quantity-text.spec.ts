import { changeText, quantityText, readQuantity } from "../../src/admin/lib/quantity-text"

describe("quantities on a page", () => {
  it.each([
    ["2.75", "en", "2.75"],
    ["2.75", "de", "2,75"],
    ["2.75", "pt-BR", "2,75"],
    ["-31", "en", "−31"],
    ["-0.5", "fr", "−0,5"],
    ["12345678901234567890.123456789", "en", "12345678901234567890.123456789"],
  ])("%s in %s is %s", (quantity, locale, text) => {
    expect(quantityText(quantity, locale)).toBe(text)
  })

  it.each([
    ["3", "+3"],
    ["-3", "−3"],
    ["0", "0"],
    ["0.5", "+0.5"],
  ])("a change by %s is %s", (quantity, text) => {
    expect(changeText(quantity, "en")).toBe(text)
  })
})

describe("quantities that are typed", () => {
  it.each([
    ["2.75", "en", "2.75"],
    ["2,75", "de", "2.75"],
    ["2.75", "de", "2.75"],
    [" 10 ", "en", "10"],
    ["−3", "en", "-3"],
    ["0.1000", "en", "0.1"],
  ])("%s in %s reads as %s", (text, locale, quantity) => {
    expect(readQuantity(text, locale)?.toFixed()).toBe(quantity)
  })

  it.each([
    ["", "en"],
    ["ten", "en"],
    ["2,75", "en"],
    ["1.000,5", "de"],
    ["1/2", "en"],
    ["Infinity", "en"],
  ])("%j in %s is no quantity", (text, locale) => {
    expect(readQuantity(text, locale)).toBeNull()
  })

  it("reads back what it writes", () => {
    for (const quantity of ["0", "-31", "2.75", "-0.00005", "9007199254740993.5"]) {
      for (const locale of ["en", "de", "fr", "es"]) {
        expect(readQuantity(quantityText(quantity, locale), locale)?.toFixed()).toBe(quantity)
      }
    }
  })
})

import { type Display, shownQuantity, titleIn } from "../../../src/core/availability"
import { exact } from "../../../src/core/quantity"

describe("how many there are is told", () => {
  it.each<[Display, string | null, string, string | null]>([
    ["always", null, "500", "500"],
    ["never", null, "1", null],
    ["below", "5", "4", "4"],
    ["below", "5", "5", null],
  ])("%s %s: of %s", (show, below, quantity, told) => {
    const rule = { show, below: below === null ? null : exact(below) }
    expect(shownQuantity(exact(quantity), rule)?.toFixed() ?? null).toBe(told)
  })
})

describe("the title of an estimate", () => {
  const estimate = {
    title: "Two weeks",
    translations: { de: "Zwei Wochen", "pt-BR": "Duas semanas" },
  }

  it.each([
    ["de", "Zwei Wochen"],
    ["de-AT", "Zwei Wochen"],
    ["pt_br", "Duas semanas"],
    ["pt", "Two weeks"],
    [null, "Two weeks"],
  ])("in %s", (locale, title) => {
    expect(titleIn(estimate, locale)).toBe(title)
  })
})

import fc from "fast-check"

import { makeable } from "../../src/core/makeable"
import { exact } from "../../src/core/quantity"

const component = (required: number | string, available: Record<string, number | string>) => ({
  required: exact(required),
  available: new Map(Object.entries(available).map(([place, units]) => [place, exact(units)])),
})

const figures = (...components: ReturnType<typeof component>[]) => {
  const { together, byLocation } = makeable(components)
  return {
    together: together.toFixed(),
    ...Object.fromEntries([...byLocation].map(([place, units]) => [place, units.toFixed()])),
  }
}

describe("what the stock can make", () => {
  it("of a variant with one item is what is available", () => {
    expect(figures(component(1, { Berlin: 10, Lyon: 5 }))).toEqual({
      together: "15",
      Berlin: "10",
      Lyon: "5",
    })
  })

  it("of a kit is what its scarcest item allows, whole kits only", () => {
    // A table: one top, four legs.
    expect(
      figures(component(1, { Berlin: 3, Lyon: 1 }), component(4, { Berlin: 9, Lyon: 6 }))
    ).toEqual({ together: "3", Berlin: "2", Lyon: "1" })
  })

  it("counts a level below zero, and one that is not there, as nothing", () => {
    expect(figures(component(1, { Berlin: 3 }), component(1, { Berlin: -4, Lyon: 2 }))).toEqual({
      together: "2",
      Berlin: "0",
      Lyon: "0",
    })
  })

  it("is exact where an item is taken in parts", () => {
    expect(figures(component("0.1", { Berlin: "0.3" }))).toEqual({ together: "3", Berlin: "3" })
  })

  it("of nothing is nothing", () => {
    expect(figures()).toEqual({ together: "0" })
  })

  it("is never more than there is, and one more would be", () => {
    const components = fc.array(
      fc.record({
        required: fc.integer({ min: 1, max: 20 }),
        Berlin: fc.integer({ min: -50, max: 200 }),
        Lyon: fc.integer({ min: -50, max: 200 }),
      }),
      { minLength: 1, maxLength: 5 }
    )
    fc.assert(
      fc.property(components, (items) => {
        const { together, byLocation } = makeable(
          items.map(({ required, Berlin, Lyon }) => component(required, { Berlin, Lyon }))
        )
        const suffices = (units: number) =>
          items.every(
            ({ required, Berlin, Lyon }) =>
              required * units <= Math.max(Berlin, 0) + Math.max(Lyon, 0)
          )
        expect(suffices(together.toNumber())).toBe(true)
        expect(suffices(together.toNumber() + 1)).toBe(false)
        const alone = [...byLocation.values()].reduce((sum, units) => sum + units.toNumber(), 0)
        expect(alone).toBeLessThanOrEqual(together.toNumber())
      })
    )
  })
})

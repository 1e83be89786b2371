import { traitsOf } from "../../src/modules/inventory/traits"

describe("the traits of a level", () => {
  it("are all where nothing is asked for", () => {
    expect(traitsOf({})).toHaveLength(256)
  })

  it("are those with a bit of one of the states", () => {
    const damaged = traitsOf({ states: ["damaged"] })
    expect(damaged).toHaveLength(128)
    expect(damaged.every((traits) => traits & 8)).toBe(true)
    expect(traitsOf({ states: ["damaged", "safety"] })).toHaveLength(192)
    expect(traitsOf({ states: [] })).toEqual([])
  })

  it("tell whether anything is on hand", () => {
    expect(traitsOf({ onHand: false }).every((traits) => traits % 2 === 0)).toBe(true)
    expect(traitsOf({ onHand: true, states: ["fulfilled"] }).every((t) => t & 1 && t & 128)).toBe(
      true
    )
  })
})

import fc from "fast-check"
import { between, consolidate, reverse } from "../../src/core/movement"
import { exact } from "../../src/core/quantity"
import { STATES } from "../../src/core/state"
import { undoObstacle } from "../../src/core/undo"
import { BERLIN, decimal, LYON } from "./world"

const entries = fc.array(
  fc.record({
    key: fc.constantFrom(BERLIN, LYON),
    state: fc.constantFrom(...STATES),
    quantity: decimal(-9, 9),
  }),
  { maxLength: 30 }
)

describe("entries of a movement", () => {
  it("are one for each level and state, and none that comes to nothing", () => {
    fc.assert(
      fc.property(entries, (drawn) => {
        const given = drawn.map(({ key, ...entry }) => ({ ...key, ...entry }))
        const summed = consolidate(given)
        const names = summed.map(({ locationId, state }) => `${locationId} ${state}`)
        expect(new Set(names).size).toBe(names.length)
        expect(summed.some(({ quantity }) => quantity.isZero())).toBe(false)
        expect(consolidate([...summed, ...reverse(given)])).toEqual([])
      })
    )
  })

  it("between two states of a level leave its sum", () => {
    const [out, into] = between(BERLIN, "available", "damaged", exact("1.5"))
    expect([out.state, out.quantity.toFixed()]).toEqual(["available", "-1.5"])
    expect([into.state, into.quantity.toFixed()]).toEqual(["damaged", "1.5"])
  })
})

describe("undoing", () => {
  it.each(["set", "adjust", "count", "move", "incoming", "relocate", "undo"])(
    "%s is possible",
    (kind) => {
      expect(undoObstacle({ kind, reversedById: null })).toBeNull()
    }
  )

  it.each([
    ["commit", { kind: "commit", reversedById: null }, /order/],
    ["opening", { kind: "opening", reversedById: null }, /begins/],
    ["what was undone", { kind: "count", reversedById: "imov_2" }, /already, by imov_2/],
    [
      "part of an order",
      { kind: "adjust", reversedById: null, partOf: "order order_1" },
      /order_1/,
    ],
    ["a kind that nobody knows", { kind: "theft", reversedById: null }, /theft/],
  ])("%s is not, and says why", (_, movement, message) => {
    expect(undoObstacle(movement)).toMatch(message)
  })
})

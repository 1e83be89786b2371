import fc from "fast-check"
import { levelName, type LevelKey } from "../../src/core/level"
import { exact } from "../../src/core/quantity"
import { refuseShortage, type ReservationChange } from "../../src/core/reservation"
import { BERLIN, decimal, level, LYON } from "./world"

/** TEA: Berlin 5.5, Lyon 3 */
const stock = new Map(
  [level(BERLIN, { available: 5.5 }), level(LYON, { available: 3 })].map((one) => [
    levelName(one),
    one,
  ])
)
const at = (key: LevelKey) => stock.get(levelName(key))!
const held = (key: LevelKey, quantity: number | string, allowBackorder = false) => ({
  ...key,
  id: "resitem_1",
  lineItemId: "line_1",
  quantity: exact(quantity),
  allowBackorder,
})
const check = (...changes: ReservationChange[]) => refuseShortage(changes, at)

describe("shortage", () => {
  it.each<[string, ReservationChange[]]>([
    ["what there is", [{ before: null, after: held(BERLIN, 5.5) }]],
    ["less than was held", [{ before: held(BERLIN, 9), after: held(BERLIN, 8) }]],
    [
      "as much as another gives back",
      [
        { before: held(BERLIN, 4), after: null },
        { before: null, after: held(BERLIN, 9.5) },
      ],
    ],
    ["any backorder", [{ before: null, after: held(BERLIN, 99, true) }]],
    ["nothing", [{ before: null, after: held(BERLIN, 0) }]],
  ])("does not stand against %s", (_, changes) => {
    expect(() => check(...changes)).not.toThrow()
  })

  it.each<[string, ReservationChange[], RegExp]>([
    ["one line too many", [{ before: null, after: held(BERLIN, "5.51") }], /has 5\.5, asked 5\.51/],
    [
      "two lines that share a level",
      [
        { before: null, after: held(BERLIN, 3) },
        { before: null, after: held(BERLIN, 3) },
      ],
      /has 5\.5, asked 6/,
    ],
    [
      "a move to a level that has less",
      [{ before: held(BERLIN, 4), after: held(LYON, 4) }],
      /Lyon \(has 3, asked 4\)/,
    ],
    [
      "more, when backorder is withdrawn",
      [{ before: held(BERLIN, 5, true), after: held(BERLIN, 11) }],
      /has 5\.5, asked 6/,
    ],
  ])("refuses %s", (_, changes, message) => {
    expect(() => check(...changes)).toThrow(message)
  })

  it("names every short level", () => {
    expect(() =>
      check({ before: null, after: held(BERLIN, 6) }, { before: null, after: held(LYON, 4) })
    ).toThrow(/Berlin.*Lyon/)
  })

  it("refuses exactly when the sum of the lines is more than there is", () => {
    fc.assert(
      fc.property(fc.array(decimal(0, 4), { minLength: 1, maxLength: 6 }), (quantities) => {
        const sum = quantities.reduce((total, one) => total.plus(one), exact(0))
        const lines = quantities.map((quantity) => ({
          before: null,
          after: { ...held(BERLIN, 0), quantity },
        }))
        const attempt = () => check(...lines)
        if (sum.isGreaterThan(5.5)) expect(attempt).toThrow("Not enough stock")
        else expect(attempt).not.toThrow()
      })
    )
  })
})

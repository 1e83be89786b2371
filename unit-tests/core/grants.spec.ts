import fc from "fast-check"

import {
  type Grant,
  refuseBeyond,
  refuseWithout,
  type Right,
  type Touch,
} from "../../src/core/grants"
import { exact } from "../../src/core/quantity"

const grant = (right: Right, locationIds: string[] | null = null, most?: number): Grant => ({
  right,
  locationIds,
  maxQuantity: most === undefined ? null : exact(most),
})
const touch = (locationId: string, quantity: number): Touch => ({
  itemId: "BOLT",
  locationId,
  quantity: exact(quantity),
})

const beyond = (grants: Grant[], ...touched: Touch[]) => {
  try {
    refuseBeyond({ right: "levels", grants }, touched)
    return null
  } catch (error) {
    return (error as Error).message
  }
}

describe("a change within rights", () => {
  it.each<[string, Grant[], Touch[]]>([
    ["a right for all", [grant("levels")], [touch("Berlin", 5), touch("Lyon", 1_000)]],
    ["a right for its location", [grant("levels", ["Berlin"])], [touch("Berlin", 5)]],
    ["a right for as much", [grant("levels", null, 5)], [touch("Berlin", 5)]],
    [
      "several rights that cover a part each",
      [grant("levels", ["Berlin"], 10), grant("levels", ["Lyon"])],
      [touch("Berlin", 10), touch("Lyon", 11)],
    ],
    [
      "the larger of two limits",
      [grant("levels", null, 1), grant("levels", ["Berlin"], 10)],
      [touch("Berlin", 9)],
    ],
    ["nothing that is touched", [], []],
  ])("is let through by %s", (_, grants, touched) => {
    expect(beyond(grants, ...touched)).toBeNull()
  })

  it.each<[string, Grant[], Touch[], RegExp]>([
    ["without any right", [], [touch("Berlin", 1)], /BOLT: no right at location Berlin/],
    ["with another right", [grant("transfers")], [touch("Berlin", 1)], /no right at/],
    ["elsewhere", [grant("levels", ["Lyon"])], [touch("Berlin", 1)], /location Berlin/],
    [
      "of more",
      [grant("levels", null, 2), grant("levels", ["Berlin"], 4)],
      [touch("Berlin", 5)],
      /change of 5 at location Berlin is more than the 4 allowed/,
    ],
    [
      "of which one part is not covered",
      [grant("levels", ["Berlin"])],
      [touch("Berlin", 1), touch("Lyon", 0)],
      /location Lyon/,
    ],
  ])("is refused %s", (_, grants, touched, message) => {
    expect(beyond(grants, ...touched)).toMatch(message)
  })

  it("is never refused for being smaller", () => {
    fc.assert(
      fc.property(fc.nat(100), fc.nat(100), fc.nat(100), (limit, quantity, less) => {
        const grants = [grant("levels", ["Berlin"], limit)]
        if (beyond(grants, touch("Berlin", quantity)) === null) {
          expect(beyond(grants, touch("Berlin", Math.min(less, quantity)))).toBeNull()
        }
      })
    )
  })
})

describe("a request", () => {
  const ask = (grants: Grant[], locationId?: string | null) => () =>
    refuseWithout({ right: "locations", grants }, locationId)

  it("is let through where its location is covered", () => {
    expect(ask([grant("locations", ["Berlin"])], "Berlin")).not.toThrow()
    expect(ask([grant("locations")], "Berlin")).not.toThrow()
    expect(ask([grant("locations")], null)).not.toThrow()
    expect(ask([grant("locations", ["Berlin"])])).not.toThrow()
  })

  it("is refused where it is not", () => {
    expect(ask([])).toThrow("You need the right to manage inventory locations")
    expect(ask([grant("levels")], "Berlin")).toThrow("at location Berlin")
    expect(ask([grant("locations", ["Lyon"])], "Berlin")).toThrow("at location Berlin")
    expect(ask([grant("locations", ["Lyon"])], null)).toThrow("everywhere")
  })
})

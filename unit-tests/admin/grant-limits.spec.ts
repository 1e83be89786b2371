import fc from "fast-check"

import {
  beyondLimit,
  type Granted,
  hasRight,
  hasRightEverywhere,
  mostAt,
} from "../../src/admin/lib/grant-limits"
import { refuseBeyond } from "../../src/core/grants"
import { exact } from "../../src/core/quantity"
import { stockLevel } from "./stock-level"

const levels = (location_ids: string[] | null, max_quantity: string | null) => ({
  right: "levels" as const,
  location_ids,
  max_quantity,
})

describe("a right", () => {
  const here = levels(["Berlin"], null)
  it.each<[string, Granted, string[], boolean]>([
    ["is everybody's where rights are not enforced", null, ["Berlin"], true],
    ["is had somewhere", [here], [], true],
    ["is had nowhere without a grant", [], [], false],
    ["is had where it is granted", [here], ["Berlin"], true],
    ["is not had elsewhere", [here], ["Oslo"], false],
    ["must be had at each of two places", [here], ["Berlin", "Oslo"], false],
    ["may be had by a grant for each", [here, levels(["Oslo"], "1")], ["Berlin", "Oslo"], true],
    ["is had everywhere by a grant for all", [levels(null, null)], ["Berlin", "Oslo"], true],
    ["is no other right", [{ ...levels(null, null), right: "transfers" }], ["Berlin"], false],
  ])("%s", (_, granted, places, had) => {
    expect(hasRight(granted, "levels", places)).toBe(had)
  })
})

describe("a right for all locations together", () => {
  it.each<[string, Granted, boolean]>([
    ["is everybody's where rights are not enforced", null, true],
    ["is had by a grant for all", [levels(["Oslo"], null), levels(null, "3")], true],
    ["is not had by grants for each", [levels(["Berlin"], null), levels(["Oslo"], null)], false],
    ["is no other right", [{ ...levels(null, null), right: "transfers" }], false],
  ])("%s", (_, granted, had) => {
    expect(hasRightEverywhere(granted, "levels")).toBe(had)
  })
})

describe("the most that a person may change at once", () => {
  it.each<[string, Granted, string | null]>([
    ["is not limited where rights are not enforced", null, null],
    ["is what the grant says", [levels(["Berlin"], "10")], "10"],
    ["is that of a grant for all locations, too", [levels(null, "2.5")], "2.5"],
    ["is the larger of two", [levels(["Berlin"], "10"), levels(null, "2.5")], "10"],
    [
      "is not limited where one of two is not",
      [levels(["Berlin"], "10"), levels(null, null)],
      null,
    ],
    ["has nothing to do with other places", [levels(["Oslo"], "10")], null],
    ["has nothing to do with other rights", [{ ...levels(null, "10"), right: "transfers" }], null],
  ])("%s", (_, granted, most) => {
    expect(mostAt(granted, "levels", "Berlin")?.toFixed() ?? null).toBe(most)
  })

  it("is what the store allows, for any grants of the place and any quantity", () => {
    const limit = fc.option(fc.integer({ min: 1, max: 100 }).map(String), { nil: null })
    const place = fc.constantFrom<string[] | null>(null, ["Berlin"], ["Berlin", "Oslo"])
    const grants = fc.array(fc.tuple(place, limit), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(grants, fc.integer({ min: 0, max: 120 }), (given, units) => {
        const granted = given.map(([where, most]) => levels(where, most))
        const touched = [{ itemId: "WIDGET", locationId: "Berlin", quantity: exact(units) }]
        const rights = {
          right: "levels" as const,
          grants: granted.map(({ location_ids, max_quantity }) => ({
            right: "levels" as const,
            locationIds: location_ids,
            maxQuantity: max_quantity === null ? null : exact(max_quantity),
          })),
        }
        const most = mostAt(granted, "levels", "Berlin")
        const store = () => refuseBeyond(rights, touched)
        if (most?.isLessThan(units)) {
          expect(store).toThrow(`more than the ${most.toFixed()} allowed`)
        } else {
          expect(store).not.toThrow()
        }
      })
    )
  })
})

describe("a change by hand", () => {
  const level = stockLevel("Berlin", { available: "12", damaged: "1", on_hand: "13" })
  const at = { itemId: level.inventory_item_id, locationId: level.location_id }
  const granted = [levels(null, "10")]

  it.each([
    ["a count by what changes, not by what is counted", { op: "count", quantity: 20 }, null],
    ["a count far off", { op: "count", quantity: 30 }, { quantity: "17", most: "10" }],
    ["what is taken as what is added", { op: "adjust", state: "available", quantity: -11 }, "11"],
    [
      "a move by what is moved",
      { op: "move", from: "available", to: "damaged", quantity: 10 },
      null,
    ],
    ["a move of more", { op: "move", from: "available", to: "damaged", quantity: 11 }, "11"],
  ])("is measured: %s", (_, change, beyond) => {
    const asked = { ...at, ...change, quantity: exact(change.quantity) } as Parameters<
      typeof beyondLimit
    >[1]
    expect(beyondLimit(granted, asked, level)).toEqual(
      typeof beyond === "string" ? { quantity: beyond, most: "10" } : beyond
    )
  })
})

import fc from "fast-check"

import {
  allocate,
  type AllocationStrategy,
  BUILT_IN_STRATEGIES,
  type ItemAllocation,
  type ItemDemand,
} from "../../../src/core/allocation"
import { atLeastZero, exact, total } from "../../../src/core/quantity"
import { COPENHAGEN, demand, PARIS, requests } from "./world"

const strategy = (name: string) =>
  BUILT_IN_STRATEGIES.find(({ identifier }) => identifier === name) as AllocationStrategy

const ranked = (name: string, items: ItemDemand[], destination: typeof PARIS | null = null) =>
  Object.fromEntries(
    strategy(name)
      .rank({ items, destination })
      .map(({ itemId, locationIds }) => [itemId, locationIds.join(" ")])
  )

describe("the strategies rank", () => {
  it.each([
    ["priority", null, "Berlin Lyon Oslo Attic"],
    ["most_stock", null, "Oslo Berlin Attic Lyon"],
    ["nearest", PARIS, "Lyon Berlin Oslo Attic"],
    ["nearest", COPENHAGEN, "Berlin Oslo Lyon Attic"],
    ["nearest", null, "Berlin Lyon Oslo Attic"],
  ])("%s to %p: %s", (name, destination, order) => {
    expect(ranked(name, [demand("BOLT", 1)], destination)).toEqual({ BOLT: order })
  })

  it("fewest_locations: one that has all of the order goes first", () => {
    expect(ranked("fewest_locations", [demand("BOLT", 3), demand("NUT", 2)])).toEqual({
      BOLT: "Lyon Berlin Oslo Attic",
      NUT: "Lyon Berlin Oslo",
    })
  })

  it("fewest_locations: where an item is committed already, the others go too", () => {
    const items = [demand("BOLT", 3), demand("NUT", 2, { committedAt: "Oslo" })]
    expect(ranked("fewest_locations", items).BOLT).toBe("Oslo Berlin Lyon Attic")
  })

  it("fewest_locations: as few as possible where no one has all", () => {
    const items = [demand("BOLT", 8), demand("NUT", 5)]
    expect(ranked("fewest_locations", items)).toEqual({
      BOLT: "Lyon Oslo Berlin Attic"
        .split(" ")
        .sort(byChoice(["Lyon", "Oslo"]))
        .join(" "),
      NUT: "Lyon Oslo Berlin",
    })
  })
})

/** Sorts the chosen ones first, the others by priority. */
function byChoice(chosen: string[]) {
  const all = [
    ...chosen,
    ...["Berlin", "Lyon", "Oslo", "Attic"].filter((one) => !chosen.includes(one)),
  ]
  return (a: string, b: string) => all.indexOf(a) - all.indexOf(b)
}

describe.each(BUILT_IN_STRATEGIES.map(({ identifier }) => identifier))("%s", (name) => {
  const each = (check: (item: ItemDemand, allocation: ItemAllocation) => void) =>
    fc.assert(
      fc.property(requests, (request) => {
        const allocations = allocate(strategy(name), request)
        expect(allocations).toHaveLength(request.items.length)
        allocations.forEach((allocation, index) => check(request.items[index], allocation))
      })
    )
  const sellable = (item: ItemDemand, id: string) =>
    atLeastZero(item.candidates.find(({ locationId }) => locationId === id)?.available ?? exact(0))

  it("never takes more than is available", () => {
    each((item, { locationId, covered, holds }) => {
      if (locationId) {
        expect(covered.isLessThanOrEqualTo(sellable(item, locationId))).toBe(true)
      }
      holds.forEach((hold) =>
        expect(hold.quantity.isLessThanOrEqualTo(sellable(item, hold.locationId))).toBe(true)
      )
    })
  })

  it("never takes more than is asked", () => {
    each((item, { covered, holds }) => {
      const taken = covered.plus(total(holds.map(({ quantity }) => quantity)))
      expect(taken.isLessThanOrEqualTo(item.firm.plus(item.backorder))).toBe(true)
    })
  })

  it("takes and leaves what is asked: all of it, or, where it is short, what may not wait", () => {
    each((item, { covered, holds, leftOver, together }) => {
      const asked = item.firm.plus(item.backorder)
      const wanted = together.isGreaterThanOrEqualTo(asked) ? asked : item.firm
      const held = total(holds.map(({ quantity }) => quantity))
      expect(leftOver.isZero() ? covered.plus(held) : wanted).toEqual(wanted)
      expect(leftOver.isGreaterThan(0)).toBe(together.isLessThan(item.firm))
    })
  })

  it("commits at one location that is asked for, and holds at others, each once", () => {
    each((item, { locationId, holds }) => {
      const ids = item.candidates.map((candidate) => candidate.locationId)
      expect(locationId === null).toBe(ids.length === 0)
      const used = [...(locationId ? [locationId] : []), ...holds.map((hold) => hold.locationId)]
      expect(used.every((id) => ids.includes(id))).toBe(true)
      expect(new Set(used).size).toBe(used.length)
      holds.forEach(({ quantity }) => expect(quantity.isGreaterThan(0)).toBe(true))
    })
  })

  it("keeps an item of an order together", () => {
    each((item, { locationId, reason }) => {
      if (item.candidates.some((candidate) => candidate.locationId === item.committedAt)) {
        expect([locationId, reason]).toEqual([item.committedAt, "same_location"])
      }
    })
  })

  it("says the same of the same request", () => {
    fc.assert(
      fc.property(requests, (request) => {
        expect(allocate(strategy(name), request)).toEqual(allocate(strategy(name), request))
      })
    )
  })
})

import {
  allocate,
  type AllocationStrategy,
  BUILT_IN_STRATEGIES,
  eligibleLocations,
  type ItemAllocation,
  shareHolds,
} from "../../../src/core/allocation"
import { exact } from "../../../src/core/quantity"
import { demand } from "./world"

const [priority] = BUILT_IN_STRATEGIES

const told = ({ locationId, reason, holds, leftOver }: ItemAllocation) =>
  [
    `${locationId} (${reason})`,
    ...holds.map((hold) => `${hold.quantity.toFixed()} held at ${hold.locationId}`),
    ...(leftOver.isZero() ? [] : [`${leftOver.toFixed()} left over`]),
  ].join(", ")

const one = (item: ReturnType<typeof demand>, by = priority) =>
  told(allocate(by, { items: [item], destination: null })[0])

describe("an item is allocated", () => {
  it.each([
    [5, "Berlin (covers)"],
    [6, "Oslo (covers)"],
    [10, "Oslo (covers)"],
    [11, "Berlin (together), 3 held at Lyon, 3 held at Oslo"],
    [22, "Berlin (together), 3 held at Lyon, 10 held at Oslo, 4 held at Attic"],
    [23, "Berlin (together), 1 left over"],
  ])("%d BOLT: %s", (quantity, text) => {
    expect(one(demand("BOLT", quantity))).toBe(text)
  })

  it("a level below zero has nothing to give and takes nothing from the others", () => {
    expect(one(demand("BOLT", 8, { stock: { Berlin: -31, Lyon: 8 } }))).toBe("Lyon (covers)")
    expect(one(demand("BOLT", 8, { stock: { Berlin: -31, Lyon: 5, Oslo: 3 } }))).toBe(
      "Berlin (together), 5 held at Lyon, 3 held at Oslo"
    )
  })

  it("what may be backordered holds nothing when it is short", () => {
    expect(one(demand("BOLT", 0, { backorder: exact(23) }))).toBe("Berlin (backorder)")
    expect(one(demand("BOLT", 6, { backorder: exact(20) }))).toBe("Oslo (backorder)")
    expect(one(demand("BOLT", 11, { backorder: exact(20) }))).toBe(
      "Berlin (backorder), 3 held at Lyon, 3 held at Oslo"
    )
    expect(one(demand("BOLT", 0, { backorder: exact(6) }))).toBe("Oslo (covers)")
  })

  it("stays where the order has it, and where the line was if that has enough or it is a cut", () => {
    expect(one(demand("BOLT", 5, { committedAt: "Lyon" }))).toBe(
      "Lyon (same_location), 2 held at Berlin"
    )
    const before = { locationId: "Lyon", quantity: exact(4) }
    expect(one(demand("BOLT", 3, { before }))).toBe("Lyon (same_location)")
    expect(one(demand("BOLT", 4, { before }))).toBe("Lyon (same_location), 1 held at Berlin")
    expect(one(demand("BOLT", 5, { before }))).toBe("Berlin (covers)")
    expect(one(demand("BOLT", 11, { before }))).toBe(
      "Lyon (same_location), 5 held at Berlin, 3 held at Oslo"
    )
  })

  it("a strategy that forgets a location, or makes one up, loses nothing", () => {
    const odd: AllocationStrategy = {
      identifier: "odd",
      rank: ({ items }) =>
        items.map(({ itemId }) => ({ itemId, locationIds: ["Mars", "Lyon", "Lyon"] })),
    }
    expect(one(demand("BOLT", 4), odd)).toBe("Berlin (covers)")
    expect(one(demand("BOLT", 3), odd)).toBe("Lyon (covers)")
    const silent: AllocationStrategy = { identifier: "silent", rank: () => [] }
    expect(one(demand("BOLT", 5), silent)).toBe("Berlin (covers)")
  })

  it("no location at all leaves everything over", () => {
    expect(one(demand("BOLT", 2, { stock: {} }))).toBe("null (together), 2 left over")
  })

  it("is handed what the strategy prepared", () => {
    const prepared: AllocationStrategy = {
      identifier: "prepared",
      rank: ({ items }, first) =>
        items.map(({ itemId }) => ({ itemId, locationIds: [first as string] })),
    }
    const [allocation] = allocate(
      prepared,
      { items: [demand("BOLT", 1)], destination: null },
      "Attic"
    )
    expect(told(allocation)).toBe("Attic (covers)")
  })
})

describe("a location may be sold from", () => {
  const locations = [
    { id: "Berlin", active: true, salesChannelIds: ["shop", "b2b"] },
    { id: "Lyon", active: true, salesChannelIds: ["shop"] },
    { id: "Oslo", active: false, salesChannelIds: ["shop"] },
    { id: "Attic", active: true, salesChannelIds: [] },
  ]
  const eligible = (salesChannelId: string | null, suggestedId: string | null = null) =>
    eligibleLocations(locations, { salesChannelId, suggestedId })
      .map(({ id }) => id)
      .join(" ")

  it("when it is active and serves the order's channel", () => {
    expect(eligible("shop")).toBe("Berlin Lyon")
    expect(eligible("b2b")).toBe("Berlin")
    expect(eligible("market")).toBe("")
  })

  it("instead of another, where the channel is not known, when it serves all that the other serves", () => {
    expect(eligible(null, "Lyon")).toBe("Berlin Lyon")
    expect(eligible(null, "Berlin")).toBe("Berlin")
    expect(eligible(null, "Attic")).toBe("Attic")
    expect(eligible(null, "Mars")).toBe("")
  })
})

describe("what is held is shared among the lines", () => {
  const [allocation] = allocate(priority, { items: [demand("BOLT", 12)], destination: null })
  const share = (...lines: [number, boolean?][]) =>
    shareHolds(
      lines.map(([quantity, allowBackorder = false]) => ({
        quantity: exact(quantity),
        allowBackorder,
      })),
      allocation
    ).map((parts) => parts.map((part) => `${part.quantity.toFixed()} ${part.locationId}`).join(" "))

  it("the first lines have what the place itself has", () => {
    expect(share([12])).toEqual(["3 Lyon 4 Oslo"])
    expect(share([5], [7])).toEqual(["", "3 Lyon 4 Oslo"])
    expect(share([3], [4], [5])).toEqual(["", "2 Lyon", "1 Lyon 4 Oslo"])
  })

  it("those that may be backordered stand behind the others", () => {
    expect(share([7, true], [5])).toEqual(["3 Lyon 4 Oslo", ""])
  })
})

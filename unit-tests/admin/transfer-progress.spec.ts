import { addressLines } from "../../src/admin/lib/address-lines"
import { actionsOf, endOf } from "../../src/admin/lib/transfer-actions"
import { isOverdue, progressShares } from "../../src/admin/lib/transfer-progress"
import { movementsOf } from "../../src/admin/lib/transfer-timeline"
import { TRANSFER_STATUSES } from "../../src/core/transfer"

const line = (quantity: string, part: object) => ({
  ...{ quantity, accepted: "0", rejected: "0", ended: "0", outstanding: "0" },
  ...part,
})

describe("the bar of a transfer's progress", () => {
  it.each([
    [line("10", { outstanding: "10" }), []],
    [line("10", { accepted: "5", outstanding: "5" }), [["accepted", 50]]],
    [
      line("10", { accepted: "5", rejected: "2", ended: "3" }),
      [
        ["accepted", 50],
        ["rejected", 20],
        ["ended", 30],
      ],
    ],
    // More has arrived than was sent: full, not longer.
    [line("10", { accepted: "12" }), [["accepted", 100]]],
    // Of a draft without items.
    [line("0", {}), []],
  ])("%j: %j", (progress, shares) => {
    expect(progressShares(progress)).toEqual(shares)
  })
})

describe("a transfer is overdue", () => {
  const now = Date.parse("2026-11-20T12:00:00Z")
  it.each([
    ["pending", "2026-11-20T11:00:00Z", true],
    ["partial", "2026-11-20T11:00:00Z", true],
    ["pending", "2026-11-20T13:00:00Z", false],
    ["pending", null, false],
    ["draft", "2026-11-20T11:00:00Z", false],
    ["received", "2026-11-20T11:00:00Z", false],
  ])("%s, expected %s: %s", (status, expected_at, overdue) => {
    expect(isOverdue({ status, expected_at }, now)).toBe(overdue)
  })
})

describe("what can be done with a transfer", () => {
  it.each([
    ["draft", ["send", "delete"]],
    ["pending", ["receive", "cancel", "close"]],
    ["partial", ["receive", "cancel", "close"]],
    ["received", []],
    ["canceled", []],
  ] as const)("%s: %j, besides editing and duplicating", (status, expected) => {
    const others = actionsOf(status).filter((one) => one !== "edit" && one !== "duplicate")
    expect(others).toEqual(expected)
  })

  it("receiving and closing short need the right at the destination, all else at the origin", () => {
    const actions = new Set(TRANSFER_STATUSES.flatMap(actionsOf))
    const atDestination = [...actions].filter((action) => endOf(action) === "destination")
    expect(atDestination).toEqual(["receive", "close"])
  })
})

describe("the timeline leads to the movements of", () => {
  it.each([
    ["pending", "transfer_out"],
    ["received", "transfer_in"],
    ["canceled", "transfer_cancel"],
    ["closed", "transfer_close"],
  ] as const)("%s", (event, kind) => {
    const address = movementsOf("itr_1", { event } as Parameters<typeof movementsOf>[1])
    expect(address).toBe(`/inventory/history?kind=${kind}&transfer_id=itr_1`)
  })

  it("nothing where no stock moves", () => {
    expect(movementsOf("itr_1", { event: "created" } as Parameters<typeof movementsOf>[1])).toBe(
      null
    )
  })
})

describe("an address", () => {
  it("has no line for what is not known, and the country's name in the language", () => {
    const address = {
      ...{ company: null, address_1: "Kai 1", address_2: "", postal_code: "20457" },
      ...{ city: "Hamburg", province: null, country_code: "de", phone: null },
    }
    expect(addressLines(address, "fr")).toEqual(["Kai 1", "20457 Hamburg", "Allemagne"])
  })
})

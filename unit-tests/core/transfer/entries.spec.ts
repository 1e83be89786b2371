import { exact } from "../../../src/core/quantity"
import {
  endEntries,
  type OriginDeduction,
  receiptEntries,
  type RejectDisposition,
  sendEntries,
} from "../../../src/core/transfer"
import { routeOf, told } from "./world"

const unitsOf = (quantity: number, held = 0) => ({
  itemId: "TEA",
  quantity: exact(quantity),
  held: exact(held),
})

describe("marking pending", () => {
  it.each<[OriginDeduction, number, number, string]>([
    ["on_pending", 10, 0, "Berlin: available -10; Lyon: incoming 10"],
    ["on_pending", 10, 4, "Berlin: available -6, reserved -4; Lyon: incoming 10"],
    ["on_pending", 10, 10, "Berlin: reserved -10; Lyon: incoming 10"],
    ["on_receipt", 10, 0, "Berlin: incoming -10; Lyon: incoming 10"],
  ])("%s, %d units of which %d are held: %s", (deduction, quantity, held, effect) => {
    expect(told(sendEntries(routeOf(deduction), unitsOf(quantity, held)))).toBe(effect)
  })
})

describe("receiving", () => {
  const received = (
    deduction: OriginDeduction,
    accepted: number,
    rejected: number,
    disposition: RejectDisposition,
    counted: number,
    held = 0
  ) =>
    told(
      receiptEntries(routeOf(deduction), {
        itemId: "TEA",
        accepted: exact(accepted),
        rejected: exact(rejected),
        disposition,
        counted: exact(counted),
        held: exact(held),
      })
    )

  it.each<[string, number, number, RejectDisposition, number, string]>([
    ["accepted", 6, 0, "discard", 6, "Lyon: available 6, incoming -6"],
    ["discarded", 0, 2, "discard", 2, "Lyon: incoming -2"],
    ["damaged", 0, 2, "damaged", 2, "Lyon: damaged 2, incoming -2"],
    ["inspected", 0, 2, "quality_control", 2, "Lyon: quality_control 2, incoming -2"],
    ["reserved", 0, 2, "reserved", 2, "Lyon: reserved 2, incoming -2"],
    ["kept as safety", 0, 2, "safety", 2, "Lyon: safety 2, incoming -2"],
    ["returned", 0, 2, "return_to_origin", 2, "Berlin: available 2; Lyon: incoming -2"],
    ["both", 6, 2, "damaged", 8, "Lyon: available 6, damaged 2, incoming -8"],
    ["too many", 12, 0, "discard", 10, "Berlin: available -2; Lyon: available 12, incoming -10"],
    [
      "too many, some back",
      9,
      3,
      "return_to_origin",
      10,
      "Berlin: available 1; Lyon: available 9, incoming -10",
    ],
    ["nothing but too many", 2, 0, "discard", 0, "Berlin: available -2; Lyon: available 2"],
  ])("on_pending, %s", (_, accepted, rejected, disposition, counted, effect) => {
    expect(received("on_pending", accepted, rejected, disposition, counted)).toBe(effect)
  })

  it.each<[string, number, number, RejectDisposition, number, string]>([
    [
      "accepted",
      6,
      0,
      "discard",
      6,
      "Berlin: available -6, incoming 6; Lyon: available 6, incoming -6",
    ],
    ["discarded", 0, 2, "discard", 2, "Berlin: available -2, incoming 2; Lyon: incoming -2"],
    [
      "damaged",
      0,
      2,
      "damaged",
      2,
      "Berlin: available -2, incoming 2; Lyon: damaged 2, incoming -2",
    ],
    ["returned", 0, 2, "return_to_origin", 2, "Berlin: incoming 2; Lyon: incoming -2"],
    [
      "both",
      6,
      2,
      "return_to_origin",
      8,
      "Berlin: available -6, incoming 8; Lyon: available 6, incoming -8",
    ],
    [
      "too many",
      12,
      0,
      "discard",
      10,
      "Berlin: available -12, incoming 10; Lyon: available 12, incoming -10",
    ],
  ])("on_receipt, %s", (_, accepted, rejected, disposition, counted, effect) => {
    expect(received("on_receipt", accepted, rejected, disposition, counted)).toBe(effect)
  })

  it("takes what is held for an order first, where the receipt takes it", () => {
    expect(received("on_receipt", 6, 0, "discard", 6, 4)).toBe(
      "Berlin: available -2, reserved -4, incoming 6; Lyon: available 6, incoming -6"
    )
  })
})

describe("ending what is outstanding", () => {
  it.each<[OriginDeduction, boolean, number, string]>([
    ["on_pending", false, 0, "Berlin: available 7; Lyon: incoming -7"],
    ["on_pending", false, 3, "Berlin: available 4, reserved 3; Lyon: incoming -7"],
    ["on_pending", true, 0, "Lyon: incoming -7"],
    ["on_receipt", false, 0, "Berlin: incoming 7; Lyon: incoming -7"],
    ["on_receipt", true, 0, "Berlin: available -7, incoming 7; Lyon: incoming -7"],
    ["on_receipt", true, 3, "Berlin: available -4, reserved -3, incoming 7; Lyon: incoming -7"],
  ])("%s, written off: %s, %d held: %s", (deduction, writeOff, held, effect) => {
    expect(told(endEntries(routeOf(deduction), unitsOf(7, held), { writeOff }))).toBe(effect)
  })
})

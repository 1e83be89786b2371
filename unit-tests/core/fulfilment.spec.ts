import {
  fulfilEntries,
  type LineCommitment,
  matchShipments,
  partsOf,
  type Shipment,
} from "../../src/core/fulfilment"
import { exact } from "../../src/core/quantity"
import type { ReservedStock } from "../../src/core/reservation"

const reservation = (
  id: string,
  quantity: number,
  { itemId = "BOLT", locationId = "Berlin" } = {}
): ReservedStock => ({
  ...{ id, itemId, locationId, lineItemId: "line", allowBackorder: false },
  quantity: exact(quantity),
})

const line = (
  lineItemId: string,
  reservations: ReservedStock[],
  share: [fulfilled: number, open: number] | null = null
): LineCommitment => ({
  lineItemId,
  reservations,
  share: share && { fulfilled: exact(share[0]), open: exact(share[1]) },
})

const shipment = (quantity: number, { itemId = "BOLT", locationId = "Berlin" } = {}): Shipment => ({
  ...{ itemId, locationId },
  quantity: exact(quantity),
})

const matched = (shipments: Shipment[], lines: LineCommitment[]) =>
  matchShipments(shipments, lines).map((found) => found?.lineItemId ?? null)

describe("a shipment is of", () => {
  it("the only line that has the item", () => {
    const lines = [
      line("a", [reservation("r", 5, { itemId: "NUT" })]),
      line("b", [reservation("s", 5)]),
    ]
    expect(matched([shipment(2)], lines)).toEqual(["b"])
  })

  it("the line whose share it is, where several have the item", () => {
    const lines = [
      // a kit of four BOLTs, three ordered, one leaves now: 4 of 12
      line("kit", [reservation("r", 12)], [1, 3]),
      // five single ones, three leave now
      line("single", [reservation("s", 5)], [3, 5]),
    ]
    expect(matched([shipment(3), shipment(4)], lines)).toEqual(["single", "kit"])
    expect(matched([shipment(4), shipment(3)], lines)).toEqual(["kit", "single"])
  })

  it("no line, where none has that much committed", () => {
    expect(matched([shipment(6)], [line("a", [reservation("r", 5)])])).toEqual([null])
    expect(matched([shipment(3), shipment(3)], [line("a", [reservation("r", 5)])])).toEqual([
      "a",
      null,
    ])
  })
})

describe("a shipment takes", () => {
  const told = (one: LineCommitment, of: Shipment) =>
    partsOf(one, of).map((part) => `${part.quantity.toFixed()} of ${part.reservation.id}`)

  it("what is committed where it ships from first", () => {
    const split = line("a", [
      reservation("berlin", 3),
      reservation("lyon", 4, { locationId: "Lyon" }),
    ])
    expect(told(split, shipment(2, { locationId: "Lyon" }))).toEqual(["2 of lyon"])
    expect(told(split, shipment(6, { locationId: "Lyon" }))).toEqual(["4 of lyon", "2 of berlin"])
    expect(told(split, shipment(7))).toEqual(["3 of berlin", "4 of lyon"])
  })

  const entries = (from: string) =>
    fulfilEntries(
      { reservation: reservation("r", 5), quantity: exact(2) },
      { itemId: "BOLT", locationId: from }
    )
      .map((entry) => `${entry.locationId} ${entry.state} ${entry.quantity.toFixed()}`)
      .join(", ")

  it("committed stock where it is", () => {
    expect(entries("Berlin")).toBe("Berlin committed -2, Berlin fulfilled 2")
  })

  it("and from elsewhere: released there, taken here", () => {
    expect(entries("Lyon")).toBe(
      "Berlin committed -2, Berlin available 2, Lyon available -2, Lyon fulfilled 2"
    )
  })
})

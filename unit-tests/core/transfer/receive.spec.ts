import { exact, type Quantity } from "../../../src/core/quantity"
import {
  type Arrival,
  outstanding,
  progressOf,
  receive,
  theRest,
  type TransferLine,
  unreceive,
} from "../../../src/core/transfer"
import { lineOf } from "./world"

const arrivalOf = (accepted: number, rejected = 0, itemId = "TEA"): Arrival => ({
  itemId,
  accepted: exact(accepted),
  rejected: exact(rejected),
  disposition: "damaged",
})

const figures = (quantities: Quantity[]) => quantities.map((quantity) => quantity.toNumber())

describe("what is outstanding of a line", () => {
  it.each<[TransferLine, number]>([
    [lineOf(10), 10],
    [lineOf(10, 4), 6],
    [lineOf(10, 4, 3), 3],
    [lineOf(10, 4, 3, 3), 0],
    [lineOf(10, 12), 0],
  ])("%j", (line, left) => {
    expect(outstanding(line).toNumber()).toBe(left)
  })
})

describe("how far a transfer has come", () => {
  it.each<[string, TransferLine[], string]>([
    ["nothing has arrived", [lineOf(10), lineOf(1)], "pending"],
    ["a part of a line has", [lineOf(10, 1), lineOf(1)], "partial"],
    ["only rejected units have", [lineOf(10, 0, 1)], "partial"],
    ["one line has, another has not", [lineOf(10, 10), lineOf(1)], "partial"],
    ["everything was accepted", [lineOf(10, 10), lineOf(1, 1)], "received"],
    ["everything was accepted or rejected", [lineOf(10, 7, 3), lineOf(1, 0, 1)], "received"],
    ["more has arrived than was sent", [lineOf(10, 12)], "received"],
    ["too much of one does not make up for another", [lineOf(10, 12), lineOf(2, 1)], "partial"],
  ])("%s", (_, lines, status) => {
    expect(progressOf(lines)).toBe(status)
  })
})

describe("receiving", () => {
  it("counts against what is outstanding, one arrival after the other", () => {
    const { lines, received, excess } = receive([lineOf(10, 2)], [arrivalOf(3, 1), arrivalOf(4)])
    expect(lines).toEqual([lineOf(10, 9, 1)])
    expect(figures(received.map(({ counted }) => counted))).toEqual([4, 4])
    expect(excess).toEqual([])
  })

  it("says where more arrived than was outstanding, by arrival", () => {
    const { received, excess } = receive([lineOf(10)], [arrivalOf(9), arrivalOf(3)])
    expect(figures(received.map(({ counted }) => counted))).toEqual([9, 1])
    expect(excess).toEqual([{ itemId: "TEA", outstanding: exact(1), arrived: exact(3) }])
  })

  it("says what the transfer does not carry", () => {
    const { lines, received, strangers } = receive([lineOf(10)], [arrivalOf(1, 0, "CORK")])
    expect([strangers, received, lines]).toEqual([["CORK"], [], [lineOf(10)]])
  })

  it("accepts the rest of what is outstanding", () => {
    const done = { ...lineOf(5, 5), itemId: "CORK" }
    expect(theRest([lineOf(10, 2), done], [arrivalOf(0, 1)])).toEqual([
      { itemId: "TEA", accepted: exact(7), rejected: exact(0), disposition: "discard" },
    ])
  })

  it.each<[string, TransferLine, Arrival, TransferLine, number]>([
    ["what was counted is outstanding again", lineOf(10, 8), arrivalOf(8), lineOf(10), 8],
    ["what was too much is not", lineOf(10, 12), arrivalOf(12), lineOf(10), 10],
    ["nor what others have brought since", lineOf(10, 13), arrivalOf(8), lineOf(10, 5), 5],
  ])("is taken back: %s", (_, after, arrival, before, counted) => {
    const taken = unreceive(after, arrival)
    expect(taken.line).toEqual(before)
    expect(taken.counted.toNumber()).toBe(counted)
  })
})

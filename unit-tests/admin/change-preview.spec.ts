import { readChange } from "../../src/admin/lib/change-draft"
import { previewOf } from "../../src/admin/lib/change-preview"
import type { Operation } from "../../src/admin/lib/figures"
import type { HandState } from "../../src/core/state"
import { stockLevel } from "./stock-level"

/**
 *            available  committed  reserved (free)  damaged  on hand
 *     Berlin        12          5          6 (2)          1       24
 *     Oslo         -31         50          0              0       19
 */
const BERLIN = stockLevel("Berlin", {
  available: "12",
  committed: "5",
  reserved: "6",
  reserved_free: "2",
  damaged: "1",
  unavailable: "7",
  on_hand: "24",
})
const OSLO = stockLevel("Oslo", { available: "-31", committed: "50", on_hand: "19" })

function preview(level: typeof BERLIN, op: Operation, what: string, quantity: string) {
  const [state, to] = what.split(" to ") as [HandState, HandState | undefined]
  const { change } = readChange(
    { op, state, to: to ?? "", quantity, unit: null },
    level,
    null,
    "en"
  )
  if (!change) {
    throw new Error("not a change")
  }
  const { effects, ...rest } = previewOf(level, change)
  return {
    ...rest,
    effects: effects.map(
      ({ figure, before, after, short }) => `${figure} ${before} ${after}${short ? " short" : ""}`
    ),
  }
}

const FINE = { changesNothing: false, shortage: null, refused: false }

describe("what a change would do", () => {
  it("tells a count by what is available", () => {
    expect(preview(BERLIN, "count", "available", "20")).toEqual({
      ...FINE,
      effects: ["available 12 8", "on_hand 24 20"],
    })
  })

  it("tells both states of a move, and that on hand stays", () => {
    expect(preview(BERLIN, "move", "available to damaged", "2")).toEqual({
      ...FINE,
      effects: ["available 12 10", "damaged 1 3", "unavailable 7 9", "on_hand 24 24"],
    })
  })

  it("tells exactly", () => {
    expect(preview(BERLIN, "adjust", "damaged", "0.1").effects).toEqual([
      "available 12 12",
      "damaged 1 1.1",
      "unavailable 7 7.1",
      "on_hand 24 24.1",
    ])
  })

  it("tells when nothing changes", () => {
    expect(preview(BERLIN, "set", "damaged", "1")).toMatchObject({ changesNothing: true })
  })

  it("needs leave to take what can be sold below zero, and says by how much", () => {
    expect(preview(BERLIN, "adjust", "available", "-15")).toEqual({
      ...FINE,
      shortage: "3",
      effects: ["available 12 -3 short", "on_hand 24 9"],
    })
    expect(preview(BERLIN, "count", "available", "0")).toMatchObject({
      shortage: "12",
      refused: false,
    })
  })

  it("needs no leave for what rises, though it stays below zero", () => {
    expect(preview(OSLO, "adjust", "available", "1")).toEqual({
      ...FINE,
      effects: ["available -31 -30", "on_hand 19 20"],
    })
  })

  it("is refused where more is taken than there is", () => {
    expect(preview(BERLIN, "move", "damaged to available", "2")).toMatchObject({
      refused: true,
      shortage: null,
      effects: ["available 12 14", "damaged 1 -1 short", "unavailable 7 5", "on_hand 24 24"],
    })
  })

  it("is refused where reservations and orders hold what would be taken", () => {
    expect(preview(BERLIN, "set", "reserved", "4")).toMatchObject({ refused: false })
    expect(preview(BERLIN, "set", "reserved", "3.5")).toMatchObject({
      refused: true,
      effects: ["available 12 12", "reserved 6 3.5 short", "unavailable 7 4.5", "on_hand 24 21.5"],
    })
  })
})

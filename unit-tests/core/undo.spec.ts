import { MOVEMENT_KINDS } from "../../src/core/movement"
import { undoObstacle } from "../../src/core/undo"

describe("undoing a movement", () => {
  const CAN = ["set", "adjust", "count", "move", "incoming", "relocate", "undo"]

  it.each(CAN)("of kind %s is possible", (kind) => {
    expect(undoObstacle({ kind, reversedById: null })).toBeNull()
  })

  it.each([
    ["commit", "an order stands behind it; cancel or edit the order instead"],
    ["release", "an order's commitment was released by it; edit the order instead"],
    ["reserve", "a reservation stands behind it; delete the reservation instead"],
    ["unreserve", "a reservation was ended by it; create a reservation instead"],
    ["restore", "a reservation or level stands behind it"],
    ["opening", "it is where the level's history begins; set the level instead"],
    ["correction", "it records what another module did; set the level instead"],
    ["close", "it closed a level; restore the level instead"],
    ["transfer_out", "a transfer stands behind it; cancel the transfer instead"],
    ["transfer_in", "a transfer stands behind it; transfer what arrived back instead"],
    ["transfer_cancel", "a transfer was cancelled by it; duplicate the transfer instead"],
    ["transfer_close", "a transfer was closed by it; duplicate the transfer instead"],
    ["repair", "it brought a drifted level back in line; set the level instead"],
    ["levitation", "a movement of kind levitation stands"],
  ])("of kind %s is not: %s", (kind, obstacle) => {
    expect(undoObstacle({ kind, reversedById: null })).toBe(obstacle)
  })

  it("is decided for every kind by name", () => {
    const undecided = MOVEMENT_KINDS.filter((kind) =>
      undoObstacle({ kind, reversedById: null })?.startsWith("a movement of kind")
    )
    expect(undecided).toEqual([])
  })

  it.each(CAN)("of kind %s is not, once it has been", (kind) => {
    expect(undoObstacle({ kind, reversedById: "imov_2" })).toBe(
      "it has been undone already, by imov_2"
    )
  })

  it.each(CAN)("of kind %s is not, as part of something larger", (kind) => {
    const partOf = "fulfillment ful_1"
    expect(undoObstacle({ kind, reversedById: null, partOf })).toBe(
      "it is part of fulfillment ful_1; change that instead"
    )
  })

  it.each([
    ["transfer_out", "cancel the transfer instead"],
    ["transfer_in", "transfer what arrived back instead"],
  ])("of kind %s says what to do with the transfer", (kind, instead) => {
    const partOf = "transfer itran_1"
    expect(undoObstacle({ kind, reversedById: null, partOf })).toBe(
      `it is part of transfer itran_1; ${instead}`
    )
  })
})

import translations from "../../src/admin/i18n"
import { shortOf, undoneLevels, undoObstacleOf } from "../../src/admin/lib/undo"
import { MOVEMENT_KINDS } from "../../src/core/movement"
import { isUndoable } from "../../src/core/undo"

const BY_HAND = {
  kind: "count",
  reversed_by_id: null,
  fulfillment_id: null,
  return_id: null,
  transfer_id: null,
  order_id: null,
}

const row = (text: string) => {
  const [inventory_item_id, location_id, state, before, after] = text.split(" ")
  return {
    inventory_item_id,
    location_id,
    state,
    quantity: "1",
    before,
    after,
    negative: after.startsWith("-"),
  }
}

describe("undoing", () => {
  it.each([
    ["what was done by hand", {}, null],
    ["what has been undone", { reversed_by_id: "imov_2" }, { says: "undone" }],
    ["an order's commitment", { kind: "commit" }, { says: "kind", kind: "commit" }],
    ["units of a return that were sorted", { kind: "move", return_id: "r" }, { says: "return" }],
    ["a part of an order", { kind: "adjust", order_id: "order_1" }, { says: "order" }],
  ])("%s", (_, movement, obstacle) => {
    expect(undoObstacleOf({ ...BY_HAND, ...movement })).toEqual(obstacle)
  })

  it("has words for every kind that stands", () => {
    const { kinds } = translations.en.stockroom.history.undo

    expect(Object.keys(kinds).sort()).toEqual(
      [...MOVEMENT_KINDS.filter((kind) => !isUndoable(kind)), "other"].sort()
    )
  })

  it("is shown level by level", () => {
    const levels = undoneLevels([
      row("WIDGET Berlin available 4 10"),
      row("WIDGET Lyon available 10 4"),
      row("WIDGET Berlin damaged 2 0"),
    ])

    expect(levels.map(({ key, rows }) => [key, rows.map(({ state }) => state)])).toEqual([
      ["WIDGET Berlin", ["available", "damaged"]],
      ["WIDGET Lyon", ["available"]],
    ])
  })

  it("may take available below zero, when somebody allows it, and other states never", () => {
    expect(shortOf([row("WIDGET Berlin available 4 -1")])).toEqual({
      available: true,
      never: false,
    })
    expect(shortOf([row("WIDGET Berlin damaged 4 -1")])).toEqual({ available: false, never: true })
    expect(shortOf([row("WIDGET Berlin incoming 4 -1")])).toEqual({
      available: false,
      never: false,
    })
  })
})

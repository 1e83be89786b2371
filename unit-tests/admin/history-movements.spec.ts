import { groupMovements } from "../../src/admin/lib/history-movements"
import type { HistoryEntry } from "../../src/api/types/history"

/** "3 m1 WIDGET Berlin committed": id, movement, item, location, state. */
function entry(text: string): HistoryEntry {
  const [id, movement_id, inventory_item_id, location_id, state] = text.split(" ")
  return { id, movement_id, inventory_item_id, location_id, state } as HistoryEntry
}

function told(rows: string[]): string[] {
  return groupMovements(rows.map(entry)).map(
    ({ id, about, levels }) =>
      `${id} by ${about.id}: ${levels
        .map(({ key, entries }) => `${key} ${entries.map(({ state }) => state).join("+")}`)
        .join(", ")}`
  )
}

describe("the history's movements", () => {
  it("stand together, newest first, their rows in the order in which they were written", () => {
    expect(
      told([
        "5 m2 FLASK Berlin committed",
        "4 m2 FLASK Berlin available",
        "3 m1 WIDGET Lyon damaged",
        "2 m1 WIDGET Berlin committed",
        "1 m1 WIDGET Berlin available",
      ])
    ).toEqual([
      "m2 by 5: FLASK Berlin available+committed",
      "m1 by 3: WIDGET Berlin available+committed, WIDGET Lyon damaged",
    ])
  })

  it("stand together also where rows of others come between", () => {
    expect(
      told([
        "4 m2 FLASK Berlin safety",
        "3 m1 WIDGET Berlin safety",
        "2 m2 FLASK Berlin available",
        "1 m1 WIDGET Berlin available",
      ])
    ).toEqual(["m2 by 4: FLASK Berlin available+safety", "m1 by 3: WIDGET Berlin available+safety"])
  })

  it("are none of no rows", () => {
    expect(groupMovements([])).toEqual([])
  })
})

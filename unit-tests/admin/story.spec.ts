import fc from "fast-check"

import { type Sentence, sentencesOf, type StoryEntry } from "../../src/admin/lib/story"
import { exact, type Quantity, ZERO } from "../../src/core/quantity"
import { STATES } from "../../src/core/state"

/** `"Berlin ALEMBIC available -50"` */
function entry(text: string): StoryEntry {
  const [location_id, inventory_item_id, state, quantity] = text.split(" ")
  return { location_id, inventory_item_id, state, quantity }
}

/** `"fulfilled 3 FLASK Berlin"`, with what else the sentence says after it */
function told(kind: string, entries: string[]): string[] {
  return sentencesOf({ kind, entries: entries.map(entry) }).map(
    ({ says, quantity, itemId, locationId, state, toState, toLocationId }) =>
      [says, quantity, itemId, locationId, state, toState, toLocationId]
        .filter((part) => part !== undefined)
        .join(" ")
  )
}

describe("an event of an order's stock in sentences", () => {
  const TABLE: [string, string, string[], string[]][] = [
    [
      "a commitment of two items",
      "commit",
      [
        "Berlin WIDGET available -10",
        "Berlin WIDGET committed 10",
        "Lyon FLASK available -3",
        "Lyon FLASK committed 3",
      ],
      ["committed 10 WIDGET Berlin", "committed 3 FLASK Lyon"],
    ],
    [
      "a hold",
      "hold",
      ["Lyon ALEMBIC available -31", "Lyon ALEMBIC reserved 31"],
      ["held 31 ALEMBIC Lyon"],
    ],
    [
      "a hold that is let go",
      "unhold",
      ["Lyon ALEMBIC available 31", "Lyon ALEMBIC reserved -31"],
      ["let_go 31 ALEMBIC Lyon"],
    ],
    [
      "a release",
      "release",
      ["Berlin WIDGET available 4", "Berlin WIDGET committed -4"],
      ["released 4 WIDGET Berlin"],
    ],
    [
      "a cover",
      "cover",
      ["Lyon ALEMBIC reserved -31", "Berlin ALEMBIC available 31"],
      ["covered 31 ALEMBIC Lyon Berlin"],
    ],
    [
      "a cover that is taken back",
      "cover",
      ["Berlin ALEMBIC available -31", "Lyon ALEMBIC reserved 31"],
      ["covered 31 ALEMBIC Berlin Lyon"],
    ],
    [
      "a cover from two places",
      "cover",
      ["Lyon ALEMBIC reserved -20", "Oslo ALEMBIC reserved -11", "Berlin ALEMBIC available 31"],
      ["covered 20 ALEMBIC Lyon Berlin", "covered 11 ALEMBIC Oslo Berlin"],
    ],
    [
      "a fulfilment where it was committed",
      "fulfil",
      ["Lyon FLASK committed -3", "Lyon FLASK fulfilled 3"],
      ["fulfilled 3 FLASK Lyon"],
    ],
    [
      "a fulfilment from elsewhere",
      "fulfil",
      [
        "Berlin FLASK available -3",
        "Berlin FLASK fulfilled 3",
        "Lyon FLASK available 3",
        "Lyon FLASK committed -3",
      ],
      ["fulfilled 3 FLASK Berlin", "released 3 FLASK Lyon"],
    ],
    [
      "a fulfilment that lets a hold go",
      "fulfil",
      [
        "Berlin ALEMBIC committed -50",
        "Berlin ALEMBIC fulfilled 50",
        "Lyon ALEMBIC reserved -31",
        "Lyon ALEMBIC available 31",
      ],
      ["fulfilled 50 ALEMBIC Berlin", "let_go 31 ALEMBIC Lyon"],
    ],
    [
      "a cancelled fulfilment",
      "unfulfil",
      ["Lyon FLASK committed 3", "Lyon FLASK fulfilled -3"],
      ["taken_back 3 FLASK Lyon"],
    ],
    [
      "a return, a part of it damaged",
      "restock",
      ["Lyon FLASK available 2", "Lyon FLASK damaged 1"],
      ["restocked 2 FLASK Lyon", "restocked_as 1 FLASK Lyon damaged"],
    ],
    [
      "returned units that are sorted",
      "move",
      ["Lyon FLASK available -2", "Lyon FLASK quality_control 1.5", "Lyon CORK damaged -1"],
      [
        "sorted 1.5 FLASK Lyon available quality_control",
        "discarded 0.5 FLASK Lyon available",
        "discarded 1 CORK Lyon damaged",
      ],
    ],
    [
      "a change that is of no order's kind",
      "repair",
      ["Lyon FLASK damaged -2"],
      ["changed -2 FLASK Lyon damaged"],
    ],
    [
      "a transfer of held units that is sent",
      "transfer_out",
      ["Berlin ALEMBIC incoming 31", "Lyon ALEMBIC reserved -30", "Lyon ALEMBIC available -1"],
      ["sent 31 ALEMBIC Lyon Berlin"],
    ],
    [
      "one that leaves on receipt",
      "transfer_out",
      ["Berlin ALEMBIC incoming 31", "Lyon ALEMBIC incoming -31"],
      ["sent 31 ALEMBIC Lyon Berlin"],
    ],
    [
      "units that have arrived, and broken ones",
      "transfer_in",
      ["Berlin ALEMBIC incoming -11", "Berlin ALEMBIC available 10", "Berlin ALEMBIC damaged 1"],
      [
        "arrived 10 ALEMBIC Berlin",
        "changed -1 ALEMBIC Berlin incoming",
        "changed 1 ALEMBIC Berlin damaged",
      ],
    ],
    [
      "units that leave as they arrive",
      "transfer_in",
      [
        "Berlin ALEMBIC incoming -11",
        "Berlin ALEMBIC available 11",
        "Lyon ALEMBIC incoming 11",
        "Lyon ALEMBIC reserved -11",
      ],
      ["covered 11 ALEMBIC Lyon Berlin"],
    ],
    [
      "a transfer that was cancelled",
      "transfer_cancel",
      ["Berlin ALEMBIC incoming -20", "Lyon ALEMBIC reserved 20"],
      ["not_coming 20 ALEMBIC Berlin", "held 20 ALEMBIC Lyon"],
    ],
    [
      "one that would have left on receipt",
      "transfer_cancel",
      ["Berlin ALEMBIC incoming -20", "Lyon ALEMBIC incoming 20"],
      ["called_off 20 ALEMBIC Lyon Berlin"],
    ],
    ["nothing", "commit", [], []],
  ]

  it.each(TABLE)("%s", (_, kind, entries, sentences) => {
    expect(told(kind, entries)).toEqual(sentences)
  })

  it("speaks of every level that has changed, and of no other", () => {
    const entries = fc.array(
      fc.record({
        inventory_item_id: fc.constantFrom("WIDGET", "FLASK"),
        location_id: fc.constantFrom("Berlin", "Lyon"),
        state: fc.constantFrom(...STATES),
        quantity: fc.integer({ min: -9, max: 9 }).map((n) => exact(n).div(4).toFixed()),
      }),
      { maxLength: 12 }
    )
    const kinds = fc.constantFrom(
      ...["cover", "move", "restock", "commit", "fulfil", "repair"],
      ...["transfer_out", "transfer_in", "transfer_cancel", "transfer_close"]
    )
    fc.assert(
      fc.property(kinds, entries, (kind, list) => {
        const sentences = sentencesOf({ kind, entries: list })
        expect([...new Set(sentences.flatMap(levelsIn))].sort()).toEqual(changed(list))
        for (const { says, quantity } of sentences) {
          expect([says === "changed", exact(quantity).comparedTo(0)]).not.toEqual([false, -1])
          expect(quantity).not.toBe("0")
        }
      })
    )
  })
})

function levelsIn({ itemId, locationId, toLocationId }: Sentence): string[] {
  const from = `${locationId} ${itemId}`
  return toLocationId ? [from, `${toLocationId} ${itemId}`] : [from]
}

/** The levels of which a state has changed, all entries together. */
function changed(entries: StoryEntry[]): string[] {
  const sums = new Map<string, Quantity>()
  for (const { location_id, inventory_item_id, state, quantity } of entries) {
    const name = `${location_id} ${inventory_item_id} ${state}`
    sums.set(name, (sums.get(name) ?? ZERO).plus(quantity))
  }
  const names = [...sums].filter(([, sum]) => !sum.isZero()).map(([name]) => name)
  return [...new Set(names.map((name) => name.split(" ").slice(0, 2).join(" ")))].sort()
}

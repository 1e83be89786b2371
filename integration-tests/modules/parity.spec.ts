import { createDatabase } from "./databases"
import { collect, type Facts, missing } from "./parity/compare"
import { startAfresh } from "./start-afresh"
import type { ModuleName } from "./start-module"

/**
 * Stockroom beside the `@medusajs/inventory` that is installed: whatever that has, Stockroom must
 * have too. A new version of Medusa that adds something makes this fail.
 */
jest.setTimeout(240_000)

let core: Facts
let ours: Facts

beforeAll(async () => {
  core = await factsOf("core")
  ours = await factsOf("stockroom")
})

async function factsOf(kind: ModuleName): Promise<Facts> {
  const database = await createDatabase()
  const running = await startAfresh(kind, database)
  try {
    return await collect(running, database)
  } finally {
    await running.stop()
    await database.drop()
  }
}

it("has everything that Medusa's module has", () => {
  expect(missing(core, ours)).toEqual([])
})

it("looks at everything", () => {
  const counts = Object.entries(core).map(([name, facts]) => [name, Object.keys(facts).length])
  // As many as there were when this was written; Medusa may add to them.
  const least: Record<string, number> = {
    ...{ columns: 46, indexes: 13, constraints: 5, methods: 38, linkable: 3, linkableKeys: 3 },
    ...{ aliases: 9, graphql: 49, answers: 104 },
  }
  for (const [name, count] of counts) {
    expect([name, count, Number(count) >= least[name]]).toEqual([name, count, true])
  }
  expect(Object.keys(core.aliases)).toEqual(
    expect.arrayContaining(["inventory", "inventory_item", "inventory_level", "reservations"])
  )
  expect(Object.keys(core.graphql)).toContain("InventoryLevel.available_quantity")
  const events = Object.values(core.answers).flatMap((answer) => answer.events)
  expect(new Set(events.map((event) => event.split(" ")[0])).size).toBeGreaterThanOrEqual(9)
})

describe("on a copy from which something was taken", () => {
  type Take = (facts: Facts) => unknown
  const cases: [string, Take, string][] = [
    [
      "a column",
      (f) => delete f.columns["inventory_level.metadata"],
      "column inventory_level.metadata: undefined, not",
    ],
    [
      "a column's type",
      (f) => (f.columns["inventory_level.stocked_quantity"].type = "integer"),
      "column inventory_level.stocked_quantity: ",
    ],
    [
      "a column's default",
      (f) => (f.columns["inventory_item.requires_shipping"].default = null),
      "column inventory_item.requires_shipping: ",
    ],
    [
      "a column's null",
      (f) => (f.columns["reservation_item.raw_quantity"].nullable = "NO"),
      "column reservation_item.raw_quantity: ",
    ],
    ["an index", (f) => f.indexes.splice(3, 1), "index CREATE "],
    ["a constraint", (f) => f.constraints.splice(0, 1), "constraint "],
    ["a method", (f) => remove(f.methods, "confirmInventory"), "method confirmInventory"],
    [
      "a generated method",
      (f) => remove(f.methods, "listReservationItems"),
      "method listReservationItems",
    ],
    [
      "a linkable",
      (f) => delete f.linkable.reservationItem,
      "linkable reservationItem: undefined, not",
    ],
    [
      "a linkable key",
      (f) => (f.linkableKeys.inventory_item_id = "Item"),
      'linkable key inventory_item_id: "Item", not',
    ],
    ["an alias", (f) => delete f.aliases.inventory, "alias inventory: undefined, not"],
    [
      "a GraphQL field",
      (f) => delete f.graphql["ReservationItem.metadata"],
      "GraphQL field ReservationItem.metadata: undefined, not",
    ],
    [
      "an event",
      (f) => f.answers["create a level"].events.pop(),
      "create a level: event inventory.inventory-level.created",
    ],
    ["a call", (f) => delete f.answers["confirm more"], "confirm more: undefined, not false"],
    [
      "a key of an answer",
      (f) => delete answer(f, "update a reservation").external_id,
      "update a reservation: .external_id: undefined, not ext",
    ],
    [
      "the type of a value",
      (f) => (answer(f, "create a reservation").quantity = "2"),
      "create a reservation: .quantity: 2, not 2",
    ],
    [
      "an entry of a list",
      (f) => (f.answers["list levels"].answer as unknown[]).pop(),
      "list levels: 3 entries, not 4",
    ],
    [
      "an error's type",
      (f) => (answer(f, "adjust an unknown level").error = "conflict"),
      "adjust an unknown level: .error: conflict, not not_found",
    ],
  ]
  it.each(cases)("misses %s", (_, take, told) => {
    const doctored = structuredClone(ours)
    take(doctored)
    expect(missing(core, doctored)).toEqual([expect.stringContaining(told)])
  })

  function remove(list: string[], name: string) {
    list.splice(list.indexOf(name), 1)
  }

  function answer({ answers }: Facts, call: string) {
    return answers[call].answer as Record<string, unknown>
  }
})

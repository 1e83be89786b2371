import { createDatabase, type Database } from "./databases"
import { type RunningModule, startModule } from "./start-module"

/**
 * Every test begins with an item of its own, twelve of it at Berlin and none anywhere else, and
 * with nothing told yet.
 */
jest.setTimeout(120_000)

let database: Database
let stockroom: RunningModule
let test = 0
let BOLT: string
let atBerlin: string

beforeAll(async () => {
  database = await createDatabase()
  stockroom = await startModule("stockroom", database)
  await database.sql("insert into inventory_location (id) values ('Berlin'), ('Lyon')")
})

afterAll(async () => {
  await stockroom.stop()
  await database.drop()
})

beforeEach(async () => {
  const { service, events } = stockroom
  BOLT = `BOLT-${++test}`
  await service.createInventoryItems([{ id: BOLT, sku: BOLT } as { sku: string }])
  const [{ id }] = await service.createInventoryLevels([
    { inventory_item_id: BOLT, location_id: "Berlin", stocked_quantity: 12 },
  ])
  atBerlin = id
  events.length = 0
})

/** What was told of the item's levels, in order: "created Lyon". */
async function told(): Promise<string[]> {
  const levels = "select id, location_id from inventory_level where inventory_item_id = $1"
  const places = new Map([[atBerlin, "Berlin"]])
  for (const { id, location_id } of await database.sql(levels, [BOLT])) {
    places.set(id as string, location_id as string)
  }
  return stockroom.events.flatMap(({ name, data }) => {
    const [, action] = name.match(/^inventory\.inventory-level\.(.+)$/) ?? []
    const place = places.get(data.id as string)
    return action && place ? `${action} ${place}` : []
  })
}

const at = (location_id: string) => ({ inventory_item_id: BOLT, location_id })

describe("the events of levels", () => {
  it("tell of a level that is opened with nothing in it, once", async () => {
    await stockroom.service.openLevels([at("Lyon"), at("Berlin")])
    await stockroom.service.openLevels([at("Lyon")])

    expect(await told()).toEqual(["created Lyon"])
  })

  it("tell of a level that is opened for what is moved to it", async () => {
    await stockroom.service.deactivateLocation("Berlin", { destination_id: "Lyon" })
    await stockroom.service.activateLocation("Berlin")

    expect(await told()).toEqual(["created Lyon", "updated Berlin"])
  })

  it("tell of a level that is deleted, and not that it was changed", async () => {
    await stockroom.service.softDeleteInventoryLevels([atBerlin])

    expect(await told()).toEqual(["deleted Berlin"])
  })

  it("tell of nothing when nothing was changed", async () => {
    await stockroom.service.changeStock({
      changes: [{ op: "count", ...at("Berlin"), quantity: 12 }],
    })

    expect(await told()).toEqual([])
  })

  it.each([
    ["by a movement", 'stocked_quantity = 20, raw_stocked_quantity = \'{"value": "20"}\''],
    ["without one", "reserved_quantity = 3"],
  ])("tell of a level that is repaired %s", async (_, drift) => {
    await database.sql(`update inventory_level set ${drift} where id = $1`, [atBerlin])

    await stockroom.service.repair({ inventory_item_id: BOLT })

    expect(await told()).toEqual(["updated Berlin"])
  })

  it("tell of a level that is closed because Medusa has it no more", async () => {
    await database.sql("delete from inventory_level where id = $1", [atBerlin])

    await stockroom.service.repair({ inventory_item_id: BOLT })

    expect(await told()).toEqual(["deleted Berlin"])
  })

  it("do not wait for the end of a workflow, which may fail; those of reservations do", async () => {
    const workflow = { eventGroupId: "workflow" }
    await stockroom.service.createReservationItems([{ ...at("Berlin"), quantity: 2 }], workflow)

    expect(stockroom.events.map(({ name, metadata }) => [name, metadata?.eventGroupId])).toEqual([
      ["inventory.reservation-item.created", "workflow"],
      ["inventory.inventory-level.updated", undefined],
    ])
  })
})

import { setTimeout as sleep } from "node:timers/promises"

import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { type Item, outcomeOf, type Place, type Store } from "./store"

/**
 * A batch that sets the cups at A to thirty, and then fails because somebody else has opened the
 * level that it is to open. What is to happen meanwhile is done in between.
 */
export async function failingBatch(store: Store, meanwhile: () => Promise<void>): Promise<void> {
  const database = databaseOf(store)
  const somebody = await database.transaction()
  await openLevel(somebody, store, "SAUCER", "B")

  // The saucers' level can neither be made nor be refused before somebody is done.
  const batch = outcomeOf(
    store.admin.post("/inventory-items/location-levels/batch", {
      update: [{ ...at(store, "CUP", "A"), stocked_quantity: 30 }],
      create: [{ ...at(store, "SAUCER", "B"), stocked_quantity: 7 }],
    })
  )
  await until(async () => (await store.read({ CUP: { A: "" } })).CUP?.A?.startsWith("30/") === true)
  try {
    await meanwhile()
  } finally {
    await somebody.commit()
  }

  expect(await batch).toMatch(/^[45]/)
  await database("inventory_level")
    .where(at(store, "SAUCER", "B"))
    .delete()
}

interface Database {
  (table: string): {
    where(filter: object): { delete(): Promise<unknown> }
    insert(row: object): Promise<unknown>
  }
  transaction(): Promise<Database & { commit(): Promise<void> }>
}

function databaseOf({ container }: Store): Database {
  return container.resolve(ContainerRegistrationKeys.PG_CONNECTION) as unknown as Database
}

function at({ items, places }: Store, item: Item, place: Place) {
  return { inventory_item_id: items[item], location_id: places[place] }
}

/** A level as Medusa's own module writes it, with nothing in it. */
async function openLevel(database: Database, store: Store, item: Item, place: Place) {
  const nothing = { value: "0", precision: 20 }
  await database("inventory_level").insert({
    id: "ilev_somebody",
    ...at(store, item, place),
    stocked_quantity: 0,
    reserved_quantity: 0,
    incoming_quantity: 0,
    raw_stocked_quantity: nothing,
    raw_reserved_quantity: nothing,
    raw_incoming_quantity: nothing,
  })
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 30_000
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error("It has not come to that in 30 s")
    await sleep(25)
  }
}

import { setTimeout as sleep } from "node:timers/promises"

import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { defect, point } from "./defect"
import { edit, fulfil } from "./desk"
import { type Item, outcomeOf, type Place, type Store } from "./store"

export const takenBack = point(
  "7. A request that fails takes back what it did, and no more",
  defect(
    "an edit that asks for too much, after another edit",
    async (store) => {
      await store.stock({ CUP: { A: 10 } })
      const order = await store.order(["CUP", 2])
      await edit(store, order, "CUP", { quantity: 3 })
      await store.shows({ CUP: { A: "10/3" } })

      expect(await outcomeOf(edit(store, order, "CUP", { quantity: 20 }))).toContain(
        "Not enough stock available"
      )

      await store.shows({ CUP: { A: "10/3" } })
    },
    "CUP A 10/5"
  ),
  defect(
    "an edit that asks for too much, after a part was fulfilled",
    async (store) => {
      await store.stock({ CUP: { A: 10 } })
      const order = await store.order(["CUP", 2])
      await fulfil(store, order, "A", ["CUP", 2])
      await edit(store, order, "CUP", { quantity: 3 })
      await store.shows({ CUP: { A: "8/1" } })

      await outcomeOf(edit(store, order, "CUP", { quantity: 20 }))

      await store.shows({ CUP: { A: "8/1" } })
    },
    "CUP A 8/3"
  ),
  defect(
    "a change of a level, and not what others did meanwhile",
    async (store) => {
      await store.stock({ CUP: { A: 10 } })
      const order = await store.order(["CUP", 4])
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
      await until(async () => (await store.read({ CUP: { A: "" } })).CUP?.A === "30/4")
      await fulfil(store, order, "A", ["CUP", 4])
      await somebody.commit()

      expect(await batch).toMatch(/^[45]/)
      await database("inventory_level")
        .where(at(store, "SAUCER", "B"))
        .delete()
      await store.shows({ CUP: { A: "6/0" } })
    },
    "CUP A 10/0"
  )
)

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

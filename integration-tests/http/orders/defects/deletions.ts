import { defect, point } from "./defect"
import { outcomeOf, type Store } from "./store"

const cupsAtA = ({ items, places }: Store) =>
  `/inventory-items/${items.CUP}/location-levels/${places.A}`

async function levelOfCups(store: Store) {
  const { inventory_levels } = await store.admin.get(
    `/inventory-items/${store.items.CUP}/location-levels?location_id[]=${store.places.A}`
  )
  return inventory_levels[0]
}

/** No cups are at A, and three are on their way there. */
async function threeOnTheirWay(store: Store): Promise<string> {
  await store.stock({ CUP: { A: 0 } })
  await store.admin.post(cupsAtA(store), { incoming_quantity: 3 })
  return (await levelOfCups(store)).id
}

async function isAsItWas(store: Store, id: string) {
  expect(await levelOfCups(store)).toMatchObject({ id, incoming_quantity: 3 })
}

const REFUSED_FOR_INCOMING = /^400: Cannot remove Inventory Levels .*incoming 3/

/** Takes away what the shop has at A beside the crockery. */
async function clear({ admin, shop }: Store) {
  for (const item of [shop.widget, shop.honey]) {
    await admin.post(`/inventory-items/${item}/location-levels/${shop.berlin}`, {
      stocked_quantity: 0,
    })
  }
}

export const deletions = point(
  "8. Deleting levels and locations",
  defect(
    "a level to which something is on its way stays",
    async (store) => {
      const id = await threeOnTheirWay(store)

      expect(await outcomeOf(store.admin.delete(cupsAtA(store)))).toMatch(REFUSED_FOR_INCOMING)

      await isAsItWas(store, id)
    },
    'Received string:  "done"'
  ),
  defect(
    "a level to which something is on its way stays, also of a batch",
    async (store) => {
      const id = await threeOnTheirWay(store)

      const batch = { delete: [id], force: true }
      for (const path of [`/inventory-items/${store.items.CUP}`, "/inventory-items"]) {
        expect(await outcomeOf(store.admin.post(`${path}/location-levels/batch`, batch))).toMatch(
          REFUSED_FOR_INCOMING
        )
      }

      await isAsItWas(store, id)
    },
    'Received string:  "done"'
  ),
  defect(
    "a location stays while something is left there, with every reason",
    async (store) => {
      await store.stock({ CUP: { A: 10 }, SAUCER: { A: 5 }, PLATE: { A: 1 } })
      await clear(store)
      await store.order(["CUP", 4])
      await store.admin.post("/reservations", {
        inventory_item_id: store.items.SAUCER,
        location_id: store.places.A,
        quantity: 2,
      })

      const outcome = await outcomeOf(store.admin.delete(`/stock-locations/${store.places.A}`))

      expect(outcome).toMatch(/^400: Location \S+ cannot be deleted: /)
      for (const reason of [
        `item ${store.items.CUP}: 4 committed to orders`,
        `item ${store.items.SAUCER}: 2 reserved by reservations`,
        "it still has stock of 3 items: deactivate it first with a destination",
      ]) {
        expect(outcome).toContain(reason)
      }
      await store.shows({ CUP: { A: "10/4" }, SAUCER: { A: "5/2" } })
      await store.admin.get(`/stock-locations/${store.places.A}`)
    },
    'Received string:  "done"'
  ),
  defect(
    "a location that is empty takes its levels with it",
    async (store) => {
      await store.stock({ CUP: { A: 0, B: 7 } })
      await clear(store)

      await store.admin.delete(`/stock-locations/${store.places.A}`)

      await store.shows({ CUP: { A: "-", B: "7/0" } })
    },
    "CUP A 0/0, B 7/0"
  )
)

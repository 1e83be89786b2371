import type { Answer } from "../../shop"
import { defect, point } from "./defect"
import { fulfil, lineOf } from "./desk"
import { outcomeOf, type Store } from "./store"

/** Four cups were ordered; a person has put two of their reservation at B. */
async function splitByHand(store: Store): Promise<Answer> {
  await store.stock({ CUP: { A: 10, B: 10 } })
  const order = await store.order(["CUP", 4])
  const line = lineOf(store, order, "CUP").id
  const { reservations } = await store.admin.get(`/reservations?line_item_id=${line}`)
  const [{ id, location_id, inventory_item_id }] = reservations
  await store.admin.post(`/reservations/${id}`, { quantity: 2 })
  await store.admin.post("/reservations", {
    line_item_id: line,
    inventory_item_id,
    location_id: location_id === store.places.A ? store.places.B : store.places.A,
    quantity: 2,
  })
  await store.shows({ CUP: { A: "10/2", B: "10/2" } })
  return order
}

export const splitReservations = point(
  "14. A reservation that was split over two locations by hand",
  defect(
    "gives one unit when one is fulfilled",
    async (store) => {
      const order = await splitByHand(store)

      await fulfil(store, order, "A", ["CUP", 1])

      await store.shows({ CUP: { A: "9/1", B: "10/2" } })
    },
    /CUP A 8\/\d, B 10\/\d/
  ),
  defect(
    "can be fulfilled as a whole, from one place",
    async (store) => {
      const order = await splitByHand(store)

      expect(await outcomeOf(fulfil(store, order, "A", ["CUP", 4]))).toBe("done")

      await store.shows({ CUP: { A: "6/0", B: "10/0" } })
    },
    "exceeds the reserved quantity"
  ),
  defect(
    "can be fulfilled place by place",
    async (store) => {
      const order = await splitByHand(store)

      await fulfil(store, order, "B", ["CUP", 2])
      await store.shows({ CUP: { A: "10/2", B: "8/0" } })
      await fulfil(store, order, "A", ["CUP", 2])

      await store.shows({ CUP: { A: "8/0", B: "8/0" } })
    },
    "CUP A 10/0, B 6/0"
  )
)

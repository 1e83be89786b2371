import { defect, point } from "./defect"
import { edit, fulfil } from "./desk"
import { outcomeOf } from "./store"

export const edits = point(
  "4. Editing an order (#16406)",
  defect(
    "only in its price, after it was fulfilled, reserves nothing",
    async (store) => {
      await store.stock({ CUP: { A: 10 } })
      const order = await store.order(["CUP", 4])
      await fulfil(store, order, "A", ["CUP", 4])

      await edit(store, order, "CUP", { quantity: 4, unit_price: 8 })

      await store.shows({ CUP: { A: "6/0" } })
    },
    "CUP A 6/4"
  ),
  defect(
    "only in its price, after a part was fulfilled, reserves what is open",
    async (store) => {
      await store.stock({ CUP: { A: 10 } })
      const order = await store.order(["CUP", 4])
      await fulfil(store, order, "A", ["CUP", 3])

      await edit(store, order, "CUP", { quantity: 4, unit_price: 8 })

      await store.shows({ CUP: { A: "7/1" } })
    },
    "CUP A 7/4"
  ),
  defect(
    "from eight to nine, with ten in stock, leaves it where it fits",
    async (store) => {
      await store.stock({ CUP: { A: 10, B: 5 }, SAUCER: { A: 5, B: 10 } })
      const order = await store.order(["CUP", 8], ["SAUCER", 8])

      const outcomes = [
        await outcomeOf(edit(store, order, "CUP", { quantity: 9 })),
        await outcomeOf(edit(store, order, "SAUCER", { quantity: 9 })),
      ]

      expect(outcomes).toEqual(["done", "done"])
      await store.shows({ CUP: { A: "10/9", B: "5/0" }, SAUCER: { A: "5/0", B: "10/9" } })
    },
    /\+ +"400: Not enough stock available/
  ),
  defect(
    "from eight to nine does not move it to a place that has more left",
    async (store) => {
      await store.stock({ CUP: { A: 10 } })
      const order = await store.order(["CUP", 8])
      await store.stock({ CUP: { B: 9 } })

      await edit(store, order, "CUP", { quantity: 9 })

      await store.shows({ CUP: { A: "10/9", B: "9/0" } })
    },
    "CUP A 10/0, B 9/9"
  )
)

import { defect, point } from "./defect"
import { edit, fulfil } from "./desk"
import { failingBatch } from "./failing-batch"
import { outcomeOf } from "./store"

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

      await failingBatch(store, async () => {
        await fulfil(store, order, "A", ["CUP", 4])
      })

      await store.shows({ CUP: { A: "6/0" } })
    },
    "CUP A 10/0"
  )
)

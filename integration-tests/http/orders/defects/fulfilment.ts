import { defect, kept, point } from "./defect"
import { fulfil } from "./desk"
import { outcomeOf, type Store } from "./store"

/** Four cups of ten are ordered, and committed at A, which alone has enough. */
async function fourAtA(store: Store, atB: number) {
  await store.stock({ CUP: { A: 10 } })
  const order = await store.order(["CUP", 4])
  await store.stock({ CUP: { B: atB } })
  return order
}

export const otherLocation = point(
  "3. Fulfilling from another location than the one reserved (#16338, #16437)",
  kept("wholly", async (store) => {
    const order = await fourAtA(store, 10)

    await fulfil(store, order, "B", ["CUP", 4])

    await store.shows({ CUP: { A: "10/0", B: "6/0" } })
  }),
  defect(
    "in part: the rest stays committed where it was",
    async (store) => {
      const order = await fourAtA(store, 10)

      await fulfil(store, order, "B", ["CUP", 1])
      await store.shows({ CUP: { A: "10/3", B: "9/0" } })

      await fulfil(store, order, "A", ["CUP", 3])
      await store.shows({ CUP: { A: "7/0", B: "9/0" } })
    },
    "CUP A 10/4, B 9/3"
  ),
  defect(
    "in part, from a location that has no more than that part",
    async (store) => {
      const order = await fourAtA(store, 1)

      expect(await outcomeOf(fulfil(store, order, "B", ["CUP", 1]))).toBe("done")

      await store.shows({ CUP: { A: "10/3", B: "0/0" } })
    },
    "CUP A 10/4, B 0/3"
  )
)

import { defect, point } from "./defect"
import { outcomeOf } from "./store"

export const severalLocations = point(
  "2. An order that only fits over several locations (#14987, #15132)",
  defect(
    "is completed: committed at one, the shortfall held at the other",
    async (store) => {
      await store.stock({ CUP: { A: 3, B: 4 } })
      const cart = await store.fillCart(["CUP", 6])

      expect(await outcomeOf(store.complete(cart))).toBe("done")

      await store.shows({ CUP: { A: "3/6", B: "4/3" } })
      expect(await outcomeOf(store.fillCart(["CUP", 2]))).toMatch(/^400/)
      await store.order(["CUP", 1])
      await store.shows({ CUP: { A: "3/6", B: "4/4" } })
    },
    "Not enough stock available"
  ),
  defect(
    "is completed when it is a kit whose parts lie apart",
    async (store) => {
      await store.stock({ CUP: { A: 6 }, SAUCER: { A: 1, B: 2 } })
      const cart = await store.fillCart(["SET", 3])

      expect(await outcomeOf(store.complete(cart))).toBe("done")

      await store.shows({ CUP: { A: "6/6" }, SAUCER: { A: "1/3", B: "2/2" } })
    },
    "Not enough stock available"
  )
)

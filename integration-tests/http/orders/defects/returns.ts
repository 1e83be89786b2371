import { defect, kept, point } from "./defect"
import { fulfil, receive, requestReturn } from "./desk"
import { type Line, outcomeOf, type Place, type Store } from "./store"

/** Ordered and fulfilled from A, where twenty of each were; a return to a place is on its way. */
async function onItsWayBack(store: Store, place: Place, ...lines: Line[]) {
  await store.stock({ CUP: { A: 20 }, SAUCER: { A: 20 } })
  const order = await store.order(...lines)
  await fulfil(store, order, "A", ...lines)
  return { order, id: await requestReturn(store, order, place, ...lines) }
}

export const returns = point(
  "5. Returns",
  defect(
    "of two variants that share an item bring both back",
    async (store) => {
      const lines: Line[] = [
        ["CUP", 2],
        ["GIFT", 3],
      ]
      const { order, id } = await onItsWayBack(store, "A", ...lines)
      await store.shows({ CUP: { A: "15/0" } })

      await receive(store, order, id, lines)

      await store.shows({ CUP: { A: "20/0" } })
    },
    /CUP A 1[78]\/0/
  ),
  defect(
    "of a kit and its part bring both back",
    async (store) => {
      const lines: Line[] = [
        ["SET", 2],
        ["CUP", 1],
      ]
      const { order, id } = await onItsWayBack(store, "A", ...lines)
      await store.shows({ CUP: { A: "15/0" }, SAUCER: { A: "18/0" } })

      await receive(store, order, id, lines)

      await store.shows({ CUP: { A: "20/0" }, SAUCER: { A: "20/0" } })
    },
    /CUP A 1\d\/0/
  ),
  defect(
    "to a place that has not stocked the item open a level there",
    async (store) => {
      const { order, id } = await onItsWayBack(store, "B", ["CUP", 2])

      expect(await outcomeOf(receive(store, order, id, [["CUP", 2]]))).toBe("done")

      await store.shows({ CUP: { A: "18/0", B: "2/0" } })
    },
    "500: An unknown error occurred"
  ),
  defect(
    "to a place that has stocked one of two items do not drop the other",
    async (store) => {
      const lines: Line[] = [
        ["CUP", 2],
        ["SAUCER", 1],
      ]
      const { order, id } = await onItsWayBack(store, "B", ...lines)
      await store.stock({ SAUCER: { B: 4 } })

      await receive(store, order, id, lines)

      await store.shows({ CUP: { A: "18/0", B: "2/0" }, SAUCER: { B: "5/0" } })
    },
    "CUP A 18/0, B -; SAUCER B 5/0"
  ),
  kept("that arrive in two parts count both", async (store) => {
    const { order, id } = await onItsWayBack(store, "A", ["CUP", 3])

    await receive(store, order, id, [["CUP", 1]])
    await store.shows({ CUP: { A: "18/0" } })
    await receive(store, order, id, [["CUP", 2]])

    await store.shows({ CUP: { A: "20/0" } })
  }),
  defect(
    "that arrive damaged are on the shelf, and not for sale",
    async (store) => {
      const { order, id } = await onItsWayBack(store, "A", ["CUP", 3])

      await receive(store, order, id, [["CUP", 2]], { damaged: [["CUP", 1]] })

      await store.shows({ CUP: { A: "20/1" } })
    },
    "CUP A 19/0"
  )
)

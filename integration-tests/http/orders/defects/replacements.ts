import { defect, point } from "./defect"
import { fulfil, replace, type Replacement } from "./desk"
import { outcomeOf, type Store } from "./store"

/** A plate was bought and sent; what is sent in its place lies at one place or the other. */
async function plateSent(store: Store) {
  await store.stock({ PLATE: { A: 5 } })
  const order = await store.order(["PLATE", 1])
  await fulfil(store, order, "A", ["PLATE", 1])
  return order
}

const reservedWhereItIs = (kind: Replacement) =>
  defect(
    `of ${kind}s are reserved where there are some`,
    async (store) => {
      const order = await plateSent(store)
      await store.stock({ CUP: { A: 0, B: 5 }, SAUCER: { A: 5, B: 0 } })

      const outcome = await outcomeOf(
        replace(
          store,
          kind,
          order,
          ["PLATE", 1],
          [
            ["CUP", 2],
            ["SAUCER", 2],
          ],
          { shipping: true }
        )
      )

      expect(outcome).toBe("done")
      await store.shows({ CUP: { A: "0/0", B: "5/2" }, SAUCER: { A: "5/2", B: "0/0" } })
    },
    "Not enough stock available"
  )

const reservedWithoutShipping = (kind: Replacement) =>
  defect(
    `of ${kind}s are reserved without a shipping method, too`,
    async (store) => {
      const order = await plateSent(store)
      await store.stock({ CUP: { A: 5 } })

      await replace(store, kind, order, ["PLATE", 1], [["CUP", 2]], { shipping: false })

      await store.shows({ CUP: { A: "5/2" } })
    },
    "CUP A 5/0"
  )

const kinds: Replacement[] = ["claim", "exchange"]

export const replacements = point(
  "6. Replacements",
  ...kinds.map(reservedWhereItIs),
  ...kinds.map(reservedWithoutShipping)
)

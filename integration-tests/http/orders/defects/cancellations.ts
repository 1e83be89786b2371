import { defect, point } from "./defect"
import { cancelFulfilment, fulfil } from "./desk"
import { outcomeOf } from "./store"

export const cancellations = point(
  "9. Cancelling a fulfilment",
  defect(
    "commits again where the stock comes back",
    async (store) => {
      await store.stock({ CUP: { A: 10 } })
      const order = await store.order(["CUP", 4])
      await store.stock({ CUP: { B: 10 } })
      const fromA = await fulfil(store, order, "A", ["CUP", 2])
      const fromB = await fulfil(store, order, "B", ["CUP", 2])
      await store.shows({ CUP: { A: "8/0", B: "8/0" } })

      await cancelFulfilment(store, order, fromA)
      await store.shows({ CUP: { A: "10/2", B: "8/0" } })
      await cancelFulfilment(store, order, fromB)

      await store.shows({ CUP: { A: "10/2", B: "10/2" } })
    },
    "CUP A 10/4, B 10/0"
  ),
  defect(
    "brings back what left, after the kit was changed",
    async (store) => {
      await store.stock({ CUP: { A: 10 }, SAUCER: { A: 10 }, PLATE: { A: 10 } })
      const order = await store.order(["SET", 2])
      const id = await fulfil(store, order, "A", ["SET", 2])
      await store.shows({ CUP: { A: "6/0" }, SAUCER: { A: "8/0" }, PLATE: { A: "10/0" } })
      // Medusa stumbles when the first of the fulfilment's items is no longer in the kit.
      const kept = await firstItem(order.id)
      const [gone] = (["CUP", "SAUCER"] as const).filter((item) => store.items[item] !== kept)
      const kit = `/products/${store.product}/variants/${store.variants.SET}/inventory-items`
      await store.admin.delete(`${kit}/${store.items[gone]}`)
      await store.admin.post(kit, {
        inventory_item_id: store.items.PLATE,
        required_quantity: 3,
      })

      await cancelFulfilment(store, order, id)

      await store.shows({ CUP: { A: "10/4" }, SAUCER: { A: "10/2" }, PLATE: { A: "10/0" } })

      async function firstItem(orderId: string): Promise<string> {
        const { order: found } = await store.admin.get(
          `/orders/${orderId}?fields=id,fulfillments.items.inventory_item_id`
        )
        return found.fulfillments[0].items[0].inventory_item_id
      }
    },
    /CUP A 6\/0|SAUCER A 8\/0/
  ),
  defect(
    "several times at once brings back once",
    async (store) => {
      await store.stock({ CUP: { A: 10 } })
      const order = await store.order(["CUP", 4])
      const id = await fulfil(store, order, "A", ["CUP", 4])
      await store.shows({ CUP: { A: "6/0" } })

      const outcomes = await Promise.all(
        [1, 2, 3, 4, 5].map(() => outcomeOf(cancelFulfilment(store, order, id)))
      )

      expect(outcomes).toContain("done")
      await store.shows({ CUP: { A: "10/4" } })
    },
    /CUP A [12]\d\/\d/,
    { attempts: 5 }
  ),
  defect(
    "is not refused for lack of stock (#12796)",
    async (store) => {
      await store.stock({ CUP: { A: 10 } })
      const order = await store.order(["CUP", 4])
      const id = await fulfil(store, order, "A", ["CUP", 4])
      await store.order(["CUP", 6])
      await store.count("CUP", "A", 3)

      expect(await outcomeOf(cancelFulfilment(store, order, id))).toBe("done")

      await store.shows({ CUP: { A: "7/10" } })
    },
    "Not enough stock available"
  )
)

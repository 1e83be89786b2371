import { defect, kept, point } from "./defect"
import { outcomeOf, type Store } from "./store"

export const backorders = point(
  "13. Backorders and drafts",
  kept("what may be backordered is reserved where it has run out", async (store) => {
    await store.stock({ PLATE: { A: 1 } })

    await store.order(["PLATE", 3])

    await store.shows({ PLATE: { A: "1/3" } })
  }),
  defect(
    "what may be backordered is reserved where it has never been (#13892)",
    async (store) => {
      const cart = await store.fillCart(["PLATE", 3])

      expect(await outcomeOf(store.complete(cart))).toBe("done")

      await store.shows({ PLATE: { A: "0/3" } })
    },
    /404: Item \S+ is not stocked at location undefined/
  ),
  kept("editing a draft order reserves nothing before it is converted (#13773)", async (store) => {
    await store.stock({ CUP: { A: 10 } })
    const id = await openDraft(store)
    await store.shows({ CUP: { A: "10/0" } })

    await editDraft(store, id, 6)
    await store.shows({ CUP: { A: "10/0" } })

    await store.admin.post(`/draft-orders/${id}/convert-to-order`)
    await store.shows({ CUP: { A: "10/6" } })
  })
)

async function openDraft(store: Store): Promise<string> {
  const { draft_order } = await store.admin.post("/draft-orders", {
    region_id: store.shop.region,
    sales_channel_id: store.shop.channel,
    email: "ada@example.com",
    items: [{ variant_id: store.variants.CUP, quantity: 4 }],
  })
  return draft_order.id
}

/** Changes the draft's only line. */
async function editDraft(store: Store, id: string, quantity: number): Promise<void> {
  const { draft_order } = await store.admin.get(`/draft-orders/${id}?fields=id,items.id`)
  const path = `/draft-orders/${id}/edit`
  await store.admin.post(path)
  await store.admin.post(`${path}/items/item/${draft_order.items[0].id}`, { quantity })
  await store.admin.post(`${path}/confirm`)
}

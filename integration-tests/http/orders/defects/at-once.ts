import { defect, kept, point } from "./defect"
import { fulfil } from "./desk"
import { outcomeOf } from "./store"

export const partsAtOnce = point(
  "10. Several partial fulfilments of one line at once",
  defect(
    "ship no more than was ordered",
    async (store) => {
      await store.stock({ CUP: { A: 10 } })
      const order = await store.order(["CUP", 4])

      const outcomes = await Promise.all(
        [1, 2, 3].map(() => outcomeOf(fulfil(store, order, "A", ["CUP", 2])))
      )

      await store.shows({ CUP: { A: "6/0" } })
      expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(2)
    },
    /CUP A \d\/\d/,
    { attempts: 5 }
  )
)

export const lastUnit = point(
  "11. Buyers who race for the last unit (#16825)",
  kept("get it once, the others are refused, and nothing is orphaned", async (store) => {
    await store.stock({ CUP: { A: 1 }, SAUCER: { A: 10 } })
    const carts: string[] = []
    for (let n = 0; n < 4; n++) {
      carts.push(await store.fillCart(["SAUCER", 1], ["CUP", 1]))
    }

    const outcomes = await Promise.all(carts.map((cart) => outcomeOf(store.complete(cart))))

    const refused = outcomes.filter((outcome) => outcome !== "done")
    expect(refused).toEqual(Array(3).fill(expect.stringContaining("Not enough stock available")))
    await store.shows({ CUP: { A: "1/1" }, SAUCER: { A: "10/1" } })
    const { orders } = await store.admin.get("/orders?fields=id,items.id")
    expect(orders).toHaveLength(1)
    const { reservations } = await store.admin.get("/reservations")
    expect(reservations.map((one: { line_item_id: string }) => one.line_item_id).sort()).toEqual(
      orders[0].items.map((one: { id: string }) => one.id).sort()
    )
  })
)

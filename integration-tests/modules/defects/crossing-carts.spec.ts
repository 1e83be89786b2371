import { BERLIN } from "../../world"
import { call, summary } from "../calls"
import { onStand, type Setup, type Stand } from "../support"

const ITEMS = 20
const CARTS = 64

/** Items of which there is plenty, with ids as Medusa makes them: only those pass the locks. */
async function stockedItems({ inventory }: Stand): Promise<string[]> {
  const items = await inventory.createInventoryItems(
    Array.from({ length: ITEMS }, (_, n) => ({ sku: `CROSS-${n}` }))
  )
  await inventory.createInventoryLevels(
    items.map(({ id }) => ({ inventory_item_id: id, location_id: BERLIN, stocked_quantity: 1_000 }))
  )
  return items.map(({ id }) => id)
}

/** One to four lines over the items, every cart in an order of its own, and one unit each. */
function cart(items: string[], n: number): string[] {
  const lines = Array.from({ length: 1 + (n % 4) }, (_, line) => items[(n * 7 + line * 13) % ITEMS])
  return n % 2 ? lines.reverse() : lines
}

/** Reserves all carts at once, each as Medusa's checkout does: in its lock on the cart's items. */
async function checkOut(on: Stand): Promise<{ outcome: ReturnType<typeof summary>; sold: number }> {
  const items = await stockedItems(on)
  const carts = Array.from({ length: CARTS }, (_, n) => cart(items, n))
  const outcomes = await on.atOnce(
    carts.map((lines, n) => ({
      ...call(
        "createReservationItems",
        lines.map((id, line) => ({
          inventory_item_id: id,
          location_id: BERLIN,
          quantity: 1,
          line_item_id: `line_${n}_${line}`,
        }))
      ),
      lock: lines,
    }))
  )
  const sold = Object.keys(await on.reservations()).length
  return { outcome: summary(outcomes), sold }
}

describe("12. Carts whose lines cross", () => {
  const LINES = Array.from({ length: CARTS }, (_, n) => 1 + (n % 4)).reduce((a, b) => a + b)

  it.each<[string, Setup]>([
    ["one process", { locking: { backend: "in-memory" } }],
    ["one process, on two connections", { locking: { backend: "in-memory" }, pool: 2 }],
    ["two processes", { locking: { backend: "in-memory" }, processes: 2 }],
    ["two processes with Postgres locks", { locking: { backend: "postgres" }, processes: 2 }],
  ])("all finish, none refused by a lock (%s)", async (_, setup) => {
    await onStand("stockroom", setup, async (on) => {
      const { outcome, sold } = await checkOut(on)

      expect(outcome).toEqual({ done: CARTS, refused: 0, broken: [] })
      expect(sold).toBe(LINES)
    })
  })

  it("time out in Medusa's own lock, however fast the stock behind it is", async () => {
    await onStand("stockroom", { locking: "in-memory" }, async (on) => {
      const { outcome } = await checkOut(on)

      expect(outcome.broken).toEqual(["Error: Timed-out acquiring lock."])
      expect(outcome.done).toBeLessThan(CARTS)
    })
  })
})

/** Reserving and deleting reservations: what a checkout does. */
import { ITEMS, itemId, LOCATION, uniqueId } from "../world.mjs"

const BATCH = 100

export const reservations = {
  reserve: {
    title: "1 reservation, 1,000 items",
    targets: [
      { against: "core", callers: 32, times: 8 },
      { against: "sql", callers: 32, times: 0.4 },
    ],
    call: (stock) => stock.reserve([reservationOf(randomItem())]),
  },
  hot: {
    title: "1 reservation, one item",
    targets: [{ against: "locked", callers: 32, times: 20 }],
    call: (stock) => stock.reserve([reservationOf(itemId(1))]),
  },
  batch: {
    title: `${BATCH} reservations in one call`,
    contestants: ["stockroom", "core", "locked", "sql"],
    targets: [{ against: "core", callers: 32, times: 10 }],
    call: (stock) => stock.reserve(randomItems(BATCH).map(reservationOf)),
  },
  remove: {
    title: "delete 1 reservation",
    contestants: ["stockroom", "core", "locked"],
    targets: [{ against: "core", callers: 32, times: 8 }],
    /** Made before the clock starts, one batch after the other. */
    async prepare(stock, count) {
      const made = []
      while (made.length < count) {
        const size = Math.min(BATCH, count - made.length)
        made.push(...(await stock.reserveQuietly(randomItems(size).map(reservationOf))))
      }
      return made
    },
    call: (stock, reservation) => stock.remove(reservation),
  },
}

export function reservationOf(item) {
  return {
    inventory_item_id: item,
    location_id: LOCATION,
    quantity: 1,
    line_item_id: uniqueId("ordli"),
  }
}

function randomItem() {
  return itemId(1 + Math.floor(Math.random() * ITEMS))
}

function randomItems(count) {
  const items = new Set()
  while (items.size < count) items.add(randomItem())
  return [...items]
}

/** Carts whose lines cross: what several shoppers do at once. */
import { itemId } from "../world.mjs"
import { reservationOf } from "./reservations.mjs"

const CART_ITEMS = 20
const MOST_LINES = 4

export const checkouts = {
  crossing: {
    title: `carts of 1–${MOST_LINES} lines over ${CART_ITEMS} items`,
    contestants: ["locked", "queued", "passing"],
    mayStall: true,
    targets: [{ against: "locked", callers: 16, times: 20 }],
    call: (stock) => stock.reserve(cart().map(reservationOf)),
  },
}

/** One to four items of the twenty, in any order. */
function cart() {
  const items = new Set()
  const size = 1 + Math.floor(Math.random() * MOST_LINES)
  while (items.size < size) items.add(itemId(1 + Math.floor(Math.random() * CART_ITEMS)))
  return [...items]
}

/** Changing and listing levels: what an admin or an integration does. */
import { ITEMS, itemId, LOCATION, STOCKED } from "../world.mjs"

const PAGE = 50

export const levels = {
  adjust: {
    title: "adjustInventory ±1",
    contestants: ["stockroom", "core", "locked"],
    targets: [{ against: "core", callers: 32, times: 8 }],
    call: (stock) => stock.adjust(randomItem(), LOCATION, Math.random() < 0.5 ? -1 : 1),
  },
  set: {
    title: "updateInventoryLevels",
    contestants: ["stockroom", "core"],
    targets: [{ against: "core", callers: 32, times: 8 }],
    call: (stock) =>
      stock.set(randomItem(), LOCATION, STOCKED - Math.floor(Math.random() * 100_000_000)),
  },
  list: {
    title: "list 50 items with levels",
    contestants: ["stockroom", "core"],
    targets: [{ against: "core", callers: 32, times: 2 }],
    async call(stock) {
      const first = Math.floor(Math.random() * (ITEMS - PAGE))
      const ids = Array.from({ length: PAGE }, (_, n) => itemId(first + n + 1))
      const items = await stock.list(ids)
      if (items.length !== PAGE) throw new Error(`listed ${items.length} of ${PAGE} items`)
    },
  },
}

function randomItem() {
  return itemId(1 + Math.floor(Math.random() * ITEMS))
}

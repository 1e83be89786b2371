import { fillCart, pay } from "../actions/checkout.mjs"
import { capture, complete, deliver, pack, ship } from "../actions/fulfilment.mjs"
import { BAGS, COFFEES, COURSE, GOODS, GRINDS, KITS } from "../world/products.mjs"
import { RESERVED_FOR_STORIES } from "../world/stock.mjs"
import { countShelves } from "./shelf-counts.mjs"

const DAYS = 17

/** What becomes of an order from the web, with how often. */
const FATES = { delivered: 42, shipped: 18, packed: 10, partly: 8, open: 13, cancelled: 9 }

/** What a basket holds, by kind of goods, with how often. */
const BASKET = { coffee: 46, goods: 40, kit: 10, course: 4 }

/**
 * The month: each day brings a few shoppers, the warehouse works through the orders of the day
 * before, and now and then somebody counts a shelf. Days are rounds, not dates: Medusa stamps orders
 * itself.
 */
export async function trade(seed) {
  const { random, shop, progress } = seed
  let waiting = []
  for (let day = 1; day <= DAYS; day += 1) {
    // Nobody comes twice in a day: two first carts of one guest would race to create the customer.
    const shoppers = random.sample(shop.customers, random.between(2, 4))
    const visits = shoppers.map((customer) => oneVisit(random, customer))
    // Carts fill at the same time. They are paid for one by one, so that orders and stock come out
    // in the same order everywhere.
    const carts = await Promise.all(visits.map((visit) => fillCart(seed, visit)))
    const today = []
    for (const [index, cart] of carts.entries()) {
      const { id } = await pay(seed, cart)
      today.push({ id, fate: visits[index].fate })
    }

    for (const order of waiting) await handle(seed, order)
    waiting = today
    if (day % 4 === 0) await countShelves(seed)
    if (day % 4 === 0) progress(`day ${day} of ${DAYS}, ${shop.orders.length} orders`)
  }
  for (const order of waiting) await handle(seed, order)
}

function oneVisit(random, customer) {
  const channel = channelFor(random, customer)
  return {
    customer,
    channel,
    lines: basket(random, channel),
    delivery: random.chance(0.2) ? "express" : "standard",
    // Goods bought at a counter leave with the customer.
    fate: channel === "stores" ? "delivered" : random.weighted(FATES),
  }
}

/** Danes and Dutch also drop in at the counters. */
function channelFor(random, { address }) {
  const nearAStore = ["dk", "nl"].includes(address.country_code)
  return nearAStore && random.chance(0.55) ? "stores" : "web"
}

function basket(random, channel) {
  const lines = new Map()
  const count = random.between(1, channel === "stores" ? 2 : 4)
  while (lines.size < count) {
    const line = oneLine(random, random.weighted(BASKET))
    lines.set(line.sku, line)
  }
  return [...lines.values()]
}

function oneLine(random, kind) {
  switch (kind) {
    case "coffee": {
      const bag = random.weighted({ "250 g": 6, "500 g": 3, "1 kg": 2 })
      const grind = random.pick(Object.values(GRINDS))
      return {
        sku: `${random.pick(COFFEES).sku}-${BAGS[bag]}-${grind}`,
        quantity: random.between(1, 2),
      }
    }
    case "kit": {
      const kit = random.pick(KITS)
      return { sku: `${kit.sku}-${random.pick(kit.variants).value.toUpperCase()}`, quantity: 1 }
    }
    case "course":
      return { sku: `${COURSE.sku}-${random.pick(COURSE.values).toUpperCase()}`, quantity: 2 }
    default: {
      const variants = random.pick(GOODS).variants
      const everyday = variants.filter(({ sku }) => !RESERVED_FOR_STORIES.includes(sku))
      const { sku, price } = random.pick(everyday)
      return { sku, quantity: price < 20 ? random.between(1, 4) : 1 }
    }
  }
}

async function handle(seed, { id, fate }) {
  switch (fate) {
    case "delivered":
      return complete(seed, id)
    case "shipped":
      for (const parcel of await pack(seed, id)) {
        if (parcel.ships) await ship(seed, id, parcel)
        else await deliver(seed, id, parcel)
      }
      return capture(seed, id)
    case "packed":
      return pack(seed, id)
    case "partly":
      return packHalf(seed, id)
    case "cancelled":
      return seed.admin.post(`/admin/orders/${id}/cancel`)
    default:
      // Open: nobody has touched it yet.
      return undefined
  }
}

/** One unit of the first line goes ahead, or half of it, and the rest follows another day. */
async function packHalf(seed, id) {
  let first
  const parcels = await pack(seed, id, (line, open) => {
    first ??= line.id
    return line.id === first ? Math.max(1, Math.floor(open / 2)) : 0
  })
  for (const parcel of parcels) if (parcel.ships) await ship(seed, id, parcel)
}

import { createApi, logIn } from "./api.mjs"
import { createRandom } from "./random.mjs"
import { createCatalogue } from "./steps/catalogue.mjs"
import { registerCustomers } from "./steps/customers.mjs"
import { takeDraftOrders } from "./steps/draft-orders.mjs"
import { createItems } from "./steps/items.mjs"
import { setLocations } from "./steps/location-settings.mjs"
import { createLocations } from "./steps/locations.mjs"
import { answerAlerts } from "./steps/low-stock.mjs"
import { setLowStockRules } from "./steps/low-stock-rules.mjs"
import { openStock } from "./steps/opening-stock.mjs"
import { changeOrders } from "./steps/order-changes.mjs"
import { employClerk } from "./steps/people.mjs"
import { reserveByHand } from "./steps/reservations.mjs"
import { takeReturns } from "./steps/returns.mjs"
import { createSettings } from "./steps/settings.mjs"
import { changeByHand } from "./steps/stock-by-hand.mjs"
import { trade } from "./steps/trading.mjs"
import { moveBetweenLocations } from "./steps/transfers.mjs"
import { setUnits } from "./steps/units.mjs"
import { verifyStock } from "./steps/verification.mjs"

/**
 * The steps, in order. Each gets the same `seed` (clients, random, and `shop`, the ids that earlier
 * steps wrote down), and speaks to the store only through its HTTP API.
 */
const STEPS = [
  ["Settings, channels, taxes", createSettings],
  ["Locations and delivery", createLocations],
  ["What Stockroom knows of the locations", setLocations],
  ["A clerk with few rights", employClerk],
  ["Inventory items", createItems],
  ["Units of measure", setUnits],
  ["Products", createCatalogue],
  ["Opening stock", openStock],
  ["Low-stock rules", setLowStockRules],
  ["Customers", registerCustomers],
  ["A month of trading", trade],
  ["Returns", takeReturns],
  ["An edit, an exchange, a claim", changeOrders],
  ["Draft orders", takeDraftOrders],
  ["Reservations by hand", reserveByHand],
  ["Breakage, inspection, stocktaking", changeByHand],
  ["Transfers", moveBetweenLocations],
  ["What is done about low stock", answerAlerts],
  ["Verifying the stock", verifyStock],
]

/**
 * Fills an empty store.
 *
 * @param {object} options
 * @param {string} options.url of the running store
 * @param {{ email: string, password: string }} options.login of its first admin user
 * @param {(line: string) => void} options.say
 * @returns what the caller has to remember: the publishable keys
 */
export async function seedStore({ url, login, say }) {
  const api = createApi(url)
  const shop = {
    channels: {},
    keys: {},
    locations: {},
    items: {},
    variants: {},
    customers: [],
    orders: [],
    returnReasons: {},
  }
  const seed = {
    admin: await logIn(api, "user", login.email, login.password),
    visitor: api,
    login,
    storefront: (channel) => api.with({ "x-publishable-api-key": shop.keys[channel] }),
    random: createRandom(2026),
    shop,
    progress: (line) => say(`    ${line}`),
  }

  for (const [title, step] of STEPS) {
    const started = Date.now()
    await step(seed)
    say(`  ${title}: done (${((Date.now() - started) / 1000).toFixed(1)} s)`)
  }
  return { keys: shop.keys, orders: shop.orders.length }
}

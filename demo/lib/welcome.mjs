import { SHOP } from "../seed/world/shop.mjs"
import { say } from "./say.mjs"

/** The password is no secret: the store listens on this computer only. */
export const LOGIN = { email: "admin@stockroom.test", password: "stockroom" }

export function printWelcome(url, keys, log) {
  say(`
${SHOP} is open.

  Dashboard          ${url}/app
  Login              ${LOGIN.email} / ${LOGIN.password}
  Publishable keys   ${keys.web}  (Web shop)
                     ${keys.stores}  (Stores)
  Log                ${log}

What to try
  1. Inventory: open "Kontor House Blend, beans in grams". Six variants and a kit sell from it.
  2. Orders: fulfil half of an open one, then look at the item's stock and its history.
  3. Inventory: type a new count for a mug at Hamburg, and see who changed it, from what to what.
  4. Orders: find a returned one. One glass server went back on the shelf, one was damaged.
  5. Buy a Teapot 1.0 l Sage, ten of them: no single warehouse has that many.
  6. Settings, Locations: the Trieste Roastery serves no sales channel. Its beans are not for sale.

Ctrl-C stops the store and its database and keeps the data. npm run demo:reset deletes it.
`)
}

import { CLERK } from "../seed/world/people.mjs"
import { SHOP } from "../seed/world/shop.mjs"
import { say } from "./say.mjs"

/** The owner. The password is no secret: the store listens on this computer only. */
export const LOGIN = { email: "admin@stockroom.test", password: "stockroom" }

export function printWelcome({ url, storefront }, keys, log) {
  say(`
${SHOP} is open.

  Dashboard          ${url}/app
  Login              ${LOGIN.email} / ${LOGIN.password}  (owner)
                     ${CLERK.email} / ${LOGIN.password}  (clerk in Copenhagen)
  Storefront         ${storefront}  (an example of the store routes)
  Publishable keys   ${keys.web}  (Web shop)
                     ${keys.stores}  (Stores)
  Log                ${log}

What to try
  1. Inventory, History: every change of the month, with who, why, and the order behind it.
  2. Inventory: open "Kontor House Blend, beans in grams". Six variants and three kits share it.
  3. There, type a new count for Hamburg: the difference goes to what is for sale, and into history.
  4. Orders: fulfil half of an open one, cancel another, and look at the stock each of them holds.
  5. Orders: find the return of two glass servers. One went back on the shelf, one arrived broken.
  6. Locations: the Trieste Roastery serves no sales channel. Its beans are counted, never sold.
  7. Settings, Stock rights: what the clerk may do. Log in as her: she may change stock in Copenhagen
     only, ten units at a time, and sees the rest without the means to change it.
  8. Products, Moka Pot: the pot for nine is sold out. See which day shoppers are told, and why.

Ctrl-C stops the store and its database and keeps the data. npm run demo:reset deletes it.
`)
}

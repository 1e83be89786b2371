import { node } from "./dom.js"
import { bestOf, estimateText, isSoldOut } from "./told.js"
import { money, say } from "./words.js"

/** All products, each with whether it can be had. One request answers a hundred variants. */
export async function shelfPage(store) {
  const products = await store.products()
  const ids = products.flatMap(({ variants }) => variants.map(({ id }) => id))
  const told = await store.availability(ids)
  document.title = "Nordlicht Coffee & Kitchen"
  return products.length
    ? [node("ul", { class: "shelf" }, ...products.map((product) => card(product, told)))]
    : [node("p", { class: "empty" }, say("none"))]
}

function card({ handle, title, variants }, told) {
  const best = bestOf(variants.flatMap(({ id }) => told.get(id) ?? []))
  const soldOut = isSoldOut(best)
  return node(
    "li",
    {},
    node(
      "a",
      { href: `#/${handle}`, class: soldOut ? "card sold-out" : "card" },
      node("strong", {}, title),
      node("span", { class: "quiet" }, priceOf(variants)),
      node(
        "span",
        { class: `status ${best?.status ?? "out_of_stock"}` },
        // Of several variants, no one quantity is the product's.
        say(best?.status ?? "out_of_stock")
      ),
      soldOut && estimateText(best) ? node("span", { class: "quiet" }, estimateText(best)) : null
    )
  )
}

function priceOf(variants) {
  const prices = variants.flatMap(({ calculated_price: price }) => price ?? [])
  const least = prices.toSorted((a, b) => a.calculated_amount - b.calculated_amount)[0]
  if (!least) return ""
  const price = money(least.calculated_amount, least.currency_code)
  return prices.some((one) => one.calculated_amount !== least.calculated_amount)
    ? say("from", { price })
    : price
}

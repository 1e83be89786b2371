import { buyForm } from "./buy.js"
import { fill, node } from "./dom.js"
import { missingList } from "./missing.js"
import { firstToHave, optionFields, variantOf } from "./options.js"
import { whereList } from "./where.js"
import { statusText } from "./told.js"
import { money, say } from "./words.js"

/** One product: its options, what can be had of the chosen variant, and where it lies. */
export async function productPage(store, handle) {
  const product = await store.product(handle)
  if (!product) return [backLink(), node("p", { class: "empty" }, say("unknown"))]
  document.title = product.title
  const ids = product.variants.map(({ id }) => id)
  const told = await store.availability(ids, { locations: true })

  const choice = node("section", { class: "choice", "aria-label": say("choose") })
  const where = node("section", { class: "where", "aria-label": say("where") })
  let chosen = firstToHave(product, told)
  draw()
  return [
    backLink(),
    node(
      "article",
      {},
      node("h1", {}, product.title),
      node("p", {}, product.description ?? ""),
      node("div", { class: "columns" }, choice, where)
    ),
  ]

  function choose(values) {
    chosen = values
    const focused = document.activeElement?.id
    draw()
    document.getElementById(focused)?.focus()
  }

  function draw() {
    const variant = variantOf(product, chosen)
    const one = variant && told.get(variant.id)
    fill(
      choice,
      ...optionFields(product, told, chosen, choose),
      price(variant),
      node(
        "p",
        { class: `status ${one?.status ?? "out_of_stock"}`, role: "status" },
        one ? statusText(one) : say("not_sold")
      ),
      buyForm(store, variant, one),
      missingList(store, product, told)
    )
    fill(where, ...whereList(store, variant, one))
  }
}

function price(variant) {
  const { calculated_amount: amount, currency_code: currency } = variant?.calculated_price ?? {}
  return amount === undefined ? null : node("p", { class: "price" }, money(amount, currency))
}

function backLink() {
  return node("p", {}, node("a", { href: "#" }, `← ${say("back")}`))
}

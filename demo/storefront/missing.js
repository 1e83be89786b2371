import { node } from "./dom.js"
import { estimateText, isSoldOut } from "./told.js"
import { say } from "./words.js"

/** The variants that are sold out, each with when it is expected. */
export function missingList(product, told) {
  const missing = product.variants.filter(({ id }) => isSoldOut(told.get(id)))
  if (!missing.length) return null
  return node(
    "section",
    { class: "missing" },
    node("h2", {}, say("missing")),
    node(
      "ul",
      {},
      ...missing.map(({ id, title }) =>
        node(
          "li",
          {},
          node("strong", {}, title),
          node("span", { class: "quiet" }, estimateText(told.get(id)) ?? "")
        )
      )
    )
  )
}

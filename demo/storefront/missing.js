import { node } from "./dom.js"
import { estimateText, isSoldOut } from "./told.js"
import { say } from "./words.js"

/** The variants that are sold out, each with when it is expected, and how to hear of it. */
export function missingList(store, product, told) {
  const missing = product.variants.filter(({ id }) => isSoldOut(told.get(id)))
  if (!missing.length) return null
  return node(
    "section",
    { class: "missing", "aria-label": say("missing") },
    node("h2", {}, say("missing")),
    node(
      "ul",
      {},
      ...missing.map((variant) =>
        node(
          "li",
          {},
          node("strong", {}, variant.title),
          node("span", { class: "quiet" }, estimateText(told.get(variant.id)) ?? ""),
          waitForm(store, variant)
        )
      )
    )
  )
}

/** Leaves an address. The store answers the same whether it knows it or not. */
function waitForm(store, { id, title }) {
  const field = `email-${id}`
  const said = node("p", { class: "said" })
  const email = node("input", {
    ...{ type: "email", id: field, required: true, maxlength: 254, autocomplete: "email" },
    placeholder: say("email"),
  })
  const form = node(
    "form",
    { class: "wait", onsubmit: submit },
    node("label", { for: field, class: "unseen" }, say("tell_whom", { title })),
    email,
    node("button", { type: "submit" }, say("tell_me"))
  )
  return node("div", { class: "wide" }, form, said)

  async function submit(event) {
    event.preventDefault()
    try {
      await store.waitFor(id, email.value)
      said.setAttribute("role", "status")
      said.textContent = say("tell_done")
      form.remove()
    } catch (error) {
      said.setAttribute("role", "alert")
      said.textContent = error.message
    }
  }
}

import { addToBasket } from "./basket.js"
import { node } from "./dom.js"
import { isSoldOut } from "./told.js"
import { number, say } from "./words.js"

/** How many of a variant, and into the basket. The store has the last word, and its words are shown. */
export function buyForm(store, variant, told) {
  const soldOut = !variant || isSoldOut(told)
  const rules = told?.order_quantities ?? {}
  const quantity = quantityField(rules, soldOut)
  const said = node("p", { class: "said" })
  const button = node(
    "button",
    { type: "submit", disabled: soldOut },
    say(soldOut ? "out_of_stock" : "add")
  )
  return node(
    "form",
    { class: "buy", onsubmit: submit },
    node("label", { for: "quantity" }, say("quantity")),
    quantity,
    node("p", { class: "quiet", id: "quantity-rules" }, rulesText(rules)),
    button,
    said
  )

  async function submit(event) {
    event.preventDefault()
    button.disabled = true
    try {
      await addToBasket(store, { variant_id: variant.id, quantity: Number(quantity.value) })
      tell("status", say("added"))
    } catch (error) {
      tell("alert", error.message)
    }
    button.disabled = false
  }

  function tell(role, text) {
    said.setAttribute("role", role)
    said.textContent = text
  }
}

function quantityField({ minimum, maximum, multiple, allowed }, disabled) {
  const common = { id: "quantity", "aria-describedby": "quantity-rules", disabled }
  if (allowed) {
    const choices = allowed.map((value) => node("option", { value }, number(value)))
    return node("select", common, ...choices)
  }
  // A browser counts its steps from the least, which therefore has to be one.
  const step = Number(multiple ?? 1)
  const least = times(step, Math.ceil(Number(minimum ?? step) / step))
  return node("input", {
    ...{ ...common, type: "number", inputmode: "numeric", required: true },
    ...{ step, min: least, max: maximum, value: least },
  })
}

/** A multiple of a decimal, without what binary fractions add: three times 0.1 is 0.3. */
function times(step, count) {
  const decimals = String(step).split(".")[1]?.length ?? 0
  return Number((step * count).toFixed(decimals))
}

function rulesText({ minimum, maximum, multiple }) {
  const told = Object.entries({ minimum, maximum, multiple }).filter(([, value]) => value)
  return told.map(([rule, value]) => say(rule, { [rule]: number(value) })).join(", ")
}

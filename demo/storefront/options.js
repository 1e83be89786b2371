import { node } from "./dom.js"
import { isSoldOut } from "./told.js"

/** The values of the first variant that can be had, else of the first, by option. */
export function firstToHave(product, told) {
  const { variants } = product
  return valuesOf(variants.find(({ id }) => !isSoldOut(told.get(id))) ?? variants[0])
}

export function variantOf(product, chosen) {
  return product.variants.find((variant) => fits(valuesOf(variant), chosen))
}

/**
 * A group of choices for each option. A value is disabled where nothing that has it, and the values
 * chosen above it, can be had. Choosing one changes what stands below it where that cannot be had with it,
 * so that nobody is led into a corner.
 */
export function optionFields(product, told, chosen, choose) {
  const options = product.options.filter(({ values }) => values.length)
  return options.map((option, index) => {
    const above = pick(
      chosen,
      options.slice(0, index).map(({ id }) => id)
    )
    const values = option.values.map(({ value }) => {
      const wanted = { ...above, [option.id]: value }
      const fitting = product.variants.filter((variant) => fits(valuesOf(variant), wanted))
      const toHave = fitting.filter(({ id }) => !isSoldOut(told.get(id)))
      // What is chosen below stays where it can.
      const best =
        toHave.find((variant) => fits(valuesOf(variant), { ...chosen, ...wanted })) ?? toHave[0]
      return radio(option, value, {
        checked: chosen[option.id] === value,
        disabled: !best,
        onchange: () => choose(valuesOf(best)),
      })
    })
    return node("fieldset", {}, node("legend", {}, option.title), ...values)
  })
}

function radio(option, value, attributes) {
  const id = `${option.id}-${value}`
  return node(
    "span",
    { class: "value" },
    node("input", { type: "radio", id, name: option.id, value, ...attributes }),
    node("label", { for: id }, attributes.disabled ? node("s", {}, value) : value)
  )
}

function valuesOf(variant) {
  return Object.fromEntries(
    (variant?.options ?? []).map(({ option_id, value }) => [option_id, value])
  )
}

function fits(values, wanted) {
  return Object.entries(wanted).every(([option, value]) => values[option] === value)
}

function pick(values, keys) {
  return Object.fromEntries(keys.map((key) => [key, values[key]]))
}

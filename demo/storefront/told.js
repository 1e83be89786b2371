import { day, number, say } from "./words.js"

/** Whether nothing can be had, not even by waiting for it. */
export function isSoldOut(told) {
  return !told || told.status === "out_of_stock"
}

/** A status in words, with the quantity where the merchant shows it. */
export function statusText({ status, quantity }) {
  return say(status, { quantity: number(quantity) })
}

/** When something will be there, or null where nobody knows. */
export function estimateText(told) {
  const estimate = told?.estimate
  if (!estimate) return null
  return estimate.source === "title"
    ? estimate.title
    : say("expected", { date: day(estimate.date), quantity: number(estimate.quantity) })
}

/** Of a product's variants, the one that says the most for it. */
export function bestOf(tolds) {
  const order = ["in_stock", "low_stock", "backorder", "out_of_stock"]
  return tolds.toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status))[0]
}

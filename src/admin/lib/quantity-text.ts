import { parseQuantity, type Quantity } from "../../core/quantity"

/**
 * An exact decimal as people of a language write it. Digits are not grouped, so that a quantity of
 * the API, of the dashboard and of a CSV file can be compared at a glance, and none is rounded away.
 *
 * @param locale - a BCP 47 tag
 *
 * @example
 * quantityText("2.75", "de") // "2,75"
 */
export function quantityText(quantity: string, locale: string): string {
  return quantity.replace("-", "−").replace(".", decimalSign(locale))
}

/** The same with its sign, for a change. */
export function changeText(quantity: string, locale: string): string {
  const text = quantityText(quantity, locale)
  return /^[−+]|^0$/.test(text) ? text : `+${text}`
}

/**
 * What a person typed as a quantity; null where it is not one. A point is always read as one, the
 * language's own decimal sign as well.
 *
 * @param locale - a BCP 47 tag
 */
export function readQuantity(text: string, locale: string): Quantity | null {
  try {
    return parseQuantity(
      text.trim().replace("−", "-").replace(decimalSign(locale), "."),
      "quantity"
    )
  } catch {
    return null
  }
}

function decimalSign(locale: string): string {
  const parts = new Intl.NumberFormat(locale).formatToParts(0.5)
  return parts.find(({ type }) => type === "decimal")?.value ?? "."
}

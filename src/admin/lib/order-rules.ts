import type { ProductAvailability } from "./product-availability-draft"

type Rules = ProductAvailability["order_quantities"]

/** The rules of a product that are set, in the order in which people say them, each with its quantities. */
export function setRules(rules: Rules): { rule: keyof Rules; quantities: string[] }[] {
  return (["minimum", "maximum", "multiple", "allowed"] as const).flatMap((rule) => {
    const value = rules[rule]
    return value === null ? [] : [{ rule, quantities: [value].flat() }]
  })
}

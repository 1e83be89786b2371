import { daysAfter } from "../../../core/availability"
import { exact, parseQuantity, total, wholeTimes } from "../../../core/quantity"
import { compose, estimateIdOf } from "./compose"
import type { Facts } from "./facts"
import type {
  CatalogueVariant,
  ExplainedAvailability,
  PromisedArrival,
  StoreAvailability,
} from "./types"

interface Known {
  facts: Facts
  /** With the lead times of the locations alone. */
  arrivals: PromisedArrival[]
  settings: StoreAvailability
  /** As a day: 2026-11-28. */
  today: string
}

/** What shoppers are told of some variants, and what is behind it. */
export function explain(
  variants: CatalogueVariant[],
  { facts, arrivals, settings, today }: Known
): ExplainedAvailability[] {
  const asked = { today, locale: null, locations: false }
  const shown: StoreAvailability = { ...settings, display: "always", display_below: null }
  const allShown = withoutDisplays(facts)
  return variants.map((variant) => {
    const told = compose(variant, facts, { ...asked, settings })
    const actual = compose(variant, allShown, { ...asked, settings: shown })
    const date = told.estimate?.date
    const quantity = actual.estimate?.quantity
    if (!date || !quantity) {
      return { ...told, actual_quantity: actual.quantity, promise: null }
    }
    const estimate = facts.estimates[estimateIdOf(facts, variant.product_id) ?? ""]
    const itsItems = new Set(variant.items.map((item) => item.inventory_item_id))
    const made = arrivals
      .filter((one) => itsItems.has(one.inventory_item_id) && one.expected >= today)
      .map((one) => ({
        ...one,
        lead_time_days: one.lead_time_days + (estimate?.lead_time_days ?? 0),
      }))
      .filter((one) => daysAfter(one.expected, one.lead_time_days) <= date)
    return {
      ...{ ...told, actual_quantity: actual.quantity },
      promise: { quantity, of: unitsOf(variant, made, quantity), arrivals: made },
    }
  })
}

/** How many of a variant the arrivals make; null where that says nothing about how many are promised. */
function unitsOf(
  { items }: CatalogueVariant,
  arrivals: PromisedArrival[],
  promised: string
): string | null {
  const [item, another] = items
  if (!item || another) {
    return null
  }
  const required = parseQuantity(item.required_quantity, "required_quantity")
  const units = wholeTimes(total(arrivals.map(({ brings }) => exact(brings))), required)
  return units.isLessThan(promised) ? null : units.toFixed()
}

/** The same facts, as if no product had a rule of its own about showing quantities. */
function withoutDisplays(facts: Facts): Facts {
  const products = Object.entries(facts.products).map(([id, product]) => [
    id,
    { ...product, display: null },
  ])
  return { ...facts, products: Object.fromEntries(products) as Facts["products"] }
}

import type { ProductAvailabilityResponse } from "../../api/types/availability"
import { readOrderQuantities } from "../../core/availability"
import { Refusal } from "../../core/refusal"
import {
  type AvailabilityProblem,
  type AvailabilityProblems,
  type DisplayDraft,
  draftOfDisplay,
  readAboveZero,
  readDisplayDraft,
} from "./display-draft"
import { quantityText } from "./quantity-text"

/** What is kept of a product, as the API answers it. */
export type ProductAvailability = ProductAvailabilityResponse["product_availability"]

const LIMITS = ["minimum", "maximum", "multiple"] as const

/** What a product's shoppers are told, and how much they may order, as it is being typed. */
export interface ProductAvailabilityDraft extends DisplayDraft {
  /** Null: the store's default. */
  estimateId: string | null
  minimum: string
  maximum: string
  multiple: string
  /** Several, with spaces between them. */
  allowed: string
}

/** @param locale - of the language in which quantities are typed */
export function draftOfProduct(
  product: ProductAvailability,
  locale: string
): ProductAvailabilityDraft {
  const { minimum, maximum, multiple, allowed } = product.order_quantities
  const text = (quantity: string | null) =>
    quantity === null ? "" : quantityText(quantity, locale)
  return {
    ...draftOfDisplay(product, locale),
    estimateId: product.estimate_id,
    ...{ minimum: text(minimum), maximum: text(maximum), multiple: text(multiple) },
    allowed: (allowed ?? []).map(text).join(" "),
  }
}

/** What was typed, for the API; complete only without problems. */
export function readProductDraft(draft: ProductAvailabilityDraft, locale: string) {
  const { request: display, problems } = readDisplayDraft(draft, locale)
  const limits = LIMITS.map((name) => {
    const text = draft[name].trim()
    const path = `order_quantities.${name}`
    return [name, text ? readAboveZero(text, path, locale, problems) : null]
  })
  const allowed = listed(draft.allowed).map((text) =>
    readAboveZero(text, "order_quantities.allowed", locale, problems)
  )
  const order_quantities: ProductAvailability["order_quantities"] = {
    ...(Object.fromEntries(limits) as Pick<
      ProductAvailability["order_quantities"],
      (typeof LIMITS)[number]
    >),
    allowed: allowed.length ? allowed.map((one) => one ?? "") : null,
  }
  return {
    request: { estimate_id: draft.estimateId, ...display, order_quantities },
    problems: { ...problems, ...(!anyOf(problems) && contradiction(order_quantities)) },
  }
}

function anyOf(problems: AvailabilityProblems): boolean {
  return Object.keys(problems).some((path) => path.startsWith("order_quantities."))
}

/** Quantities that stand in one field; a comma ends one only with a space behind it. */
function listed(text: string): string[] {
  return text.split(/,?[;\s]+/).filter(Boolean)
}

const CONTRADICTIONS: Record<string, AvailabilityProblem> = {
  "order_quantities.maximum": "below_minimum",
  "order_quantities.allowed": "none_allowed",
  "order_quantities.multiple": "no_multiple",
}

/** Which of the rules leaves nothing that could be ordered, as the store itself finds it. */
function contradiction(rules: ProductAvailability["order_quantities"]): AvailabilityProblems {
  try {
    readOrderQuantities(rules, "order_quantities.")
    return {}
  } catch (error) {
    const field = error instanceof Refusal ? String(error.details.field) : ""
    const problem = CONTRADICTIONS[field]
    if (!problem) {
      throw error
    }
    return { [field]: problem }
  }
}

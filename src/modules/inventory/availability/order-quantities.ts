import { brokenRule, readOrderQuantities, ruleInWords } from "../../../core/availability"
import { parseQuantity, type Quantity } from "../../../core/quantity"
import { Refusal } from "../../../core/refusal"
import type { Run } from "../posting/connection"
import type { OrderedQuantity } from "../types"
import { readProducts } from "./products"

/** Refuses what the rules of the products do not allow, naming all that break one. */
export async function requireOrderQuantities(run: Run, lines: OrderedQuantity[]): Promise<void> {
  const productIds = [...new Set(lines.map((line) => line.product_id))]
  const products = await readProducts(run, productIds)
  const broken = [...totals(lines)].flatMap(([variantId, { productId, quantity }]) => {
    const given = products.get(productId)?.order_quantities
    const rules = given && readOrderQuantities(given, "")
    const rule = rules && brokenRule(quantity, rules)
    if (!rule) return []
    const wanted = ruleInWords(rule, rules)
    return [
      { variant_id: variantId, product_id: productId, rule, quantity: quantity.toFixed(), wanted },
    ]
  })
  if (!broken.length) return
  const words = broken.map(
    (one) => `${one.quantity} of variant ${one.variant_id}: order ${one.wanted} (${one.rule})`
  )
  throw new Refusal("invalid_data", `These quantities cannot be ordered: ${words.join("; ")}`, {
    order_quantities: broken,
  })
}

/** How much of each variant is ordered, over all its lines. */
function totals(lines: OrderedQuantity[]) {
  const variants = new Map<string, { productId: string; quantity: Quantity }>()
  for (const { variant_id, product_id, quantity: given } of lines) {
    const quantity = parseQuantity(given, "quantity")
    const before = variants.get(variant_id)?.quantity
    variants.set(variant_id, {
      productId: product_id,
      quantity: before ? before.plus(quantity) : quantity,
    })
  }
  return variants
}

import type { MedusaContainer } from "@medusajs/framework/types"

import type { VariantNames } from "../../../types/back-in-stock"
import { readByIds } from "../../../utils/names"

interface Variant {
  id: string
  title: string | null
  sku: string | null
  product?: { id: string; title: string } | null
}

/** What variants are called, by id. */
export async function variantNames(
  container: MedusaContainer,
  ids: string[]
): Promise<VariantNames> {
  const variants = await readByIds<Variant>(container, "product_variant", {
    fields: ["id", "title", "sku", "product.id", "product.title"],
    ids,
  })
  return Object.fromEntries(
    variants.map(({ id, title, sku, product }) => [
      id,
      { title, sku, product_id: product?.id ?? null, product: product?.title ?? null },
    ])
  )
}

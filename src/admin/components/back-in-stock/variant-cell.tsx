import { Text } from "@medusajs/ui"
import { Link } from "react-router-dom"

import type { VariantNames } from "../../../api/types/back-in-stock"
import { LINK } from "../../lib/link-style"

/** A variant with its product, and the way to it; its id, where it is not there any more. */
export function VariantCell({ id, variants }: { id: string; variants: VariantNames }) {
  const variant = variants[id]
  if (!variant) {
    return (
      <Text size="small" className="text-ui-fg-subtle">
        {id}
      </Text>
    )
  }
  const { product, product_id, title, sku } = variant
  return (
    <>
      <Link className={`${LINK} txt-compact-small`} to={`/products/${product_id}/variants/${id}`}>
        {[product, title].filter(Boolean).join(" · ")}
      </Link>
      <Text size="xsmall" className="text-ui-fg-subtle">
        {sku}
      </Text>
    </>
  )
}

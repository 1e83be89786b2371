import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import type { VariantStockResponse } from "../../../api/types/item-stock"
import { LINK } from "../../lib/link-style"

interface NoItemsProps {
  variant: VariantStockResponse["variant_stock"]
}

/** Says what to do about a variant whose stock is not kept. */
export function NoItems({ variant }: NoItemsProps) {
  const { t } = useTranslation("stockroom")
  const page = `/products/${variant.product_id}/variants/${variant.variant_id}`
  const [says, to] = variant.manage_inventory
    ? ["noItems", `${page}/manage-items`]
    : ["untracked", `${page}/edit`]
  return (
    <div className="flex flex-col items-start gap-y-1 px-6 py-4">
      <Text size="small" weight="plus">
        {t(`grid.${says}.title`)}
      </Text>
      <Text size="small" className="text-ui-fg-subtle">
        {t(`grid.${says}.hint`)}
      </Text>
      {variant.product_id && (
        <Link className={`${LINK} txt-compact-small`} to={to}>
          {t(`grid.${says}.action`)}
        </Link>
      )}
    </div>
  )
}

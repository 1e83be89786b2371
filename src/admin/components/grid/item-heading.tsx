import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import type { VariantStockResponse } from "../../../api/types/item-stock"
import { useFormats } from "../../hooks/use-formats"
import { itemTitle } from "../../lib/item-levels"
import { LINK } from "../../lib/link-style"
import { type ItemUnits, soldText } from "../../lib/units"
import { SectionHeading } from "../section-heading"

interface ItemHeadingProps {
  item: VariantStockResponse["variant_stock"]["items"][number]
  units: ItemUnits
}

/** Which item of a variant, and how many of it one variant takes. */
export function ItemHeading({ item, units }: ItemHeadingProps) {
  const { t } = useTranslation("stockroom")
  const { locale } = useFormats()
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4 px-6 pt-4">
      <SectionHeading>
        <Link className={`${LINK} txt-compact-small`} to={`/inventory/${item.inventory_item_id}`}>
          {itemTitle(item)}
        </Link>
      </SectionHeading>
      <Text size="xsmall" className="text-ui-fg-subtle">
        {t("grid.required", { quantity: soldText(item.required_quantity, units, locale) })}
      </Text>
    </div>
  )
}

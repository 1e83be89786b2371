import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, ProductStatus } from "@medusajs/framework/utils"

import type { CatalogueVariant } from "../../../../modules/inventory/types"

interface Row extends Omit<CatalogueVariant, "items"> {
  product: { status: string; sales_channels?: ({ id: string } | null)[] } | null
  inventory_items?: CatalogueVariant["items"]
}

/** The variants that are for sale in a channel, by id: of published products that belong to it. */
export async function readCatalogue(
  container: MedusaContainer,
  ids: string[],
  channelId: string
): Promise<Map<string, CatalogueVariant>> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "product_variant",
    fields: [
      "id",
      "product_id",
      "manage_inventory",
      "allow_backorder",
      "product.status",
      "product.sales_channels.id",
      "inventory_items.inventory_item_id",
      "inventory_items.required_quantity",
    ],
    filters: { id: ids },
  })
  const forSale = (data as unknown as Row[]).filter(
    ({ product }) =>
      product?.status === ProductStatus.PUBLISHED &&
      product.sales_channels?.some((channel) => channel?.id === channelId)
  )
  return new Map(
    forSale.map(({ product: _, inventory_items: items = [], ...variant }) => [
      variant.id,
      { ...variant, items },
    ])
  )
}

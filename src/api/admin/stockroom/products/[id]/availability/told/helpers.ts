import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, ProductStatus } from "@medusajs/framework/utils"

import type { CatalogueVariant } from "../../../../../../../modules/inventory/types"
import type { NotForSale } from "../../../../../../types/availability"

interface Product {
  id: string
  status: string
  sales_channels?: ({ id: string; name: string } | null)[]
}

interface Variant extends CatalogueVariant {
  title: string | null
  sku: string | null
}

/** Where a product is sold. */
interface SoldProduct {
  id: string
  /** The store's default one, where it is sold there, or else the first by name; null where it is sold nowhere. */
  mainChannelId: string | null
  /** Why no shopper of a channel sees it; null where they do. */
  whyNotIn(channelId: string | null): NotForSale | null
}

/** @throws MedusaError 404 with the id */
export async function readProduct(container: MedusaContainer, id: string): Promise<SoldProduct> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "product",
    fields: ["id", "status", "sales_channels.id", "sales_channels.name"],
    filters: { id },
  })
  const [product] = data as unknown as Product[]
  if (!product) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Product ${id} was not found`)
  }
  const channelIds = (product.sales_channels ?? [])
    .flatMap((channel) => channel ?? [])
    .sort((a, b) => a.name.localeCompare(b.name, "en"))
    .map((channel) => channel.id)
  const { data: stores } = await query.graph({
    entity: "store",
    fields: ["default_sales_channel_id"],
  })
  const usual = stores.at(0)?.default_sales_channel_id
  return {
    id,
    mainChannelId: channelIds.find((channel) => channel === usual) ?? channelIds.at(0) ?? null,
    whyNotIn(channelId) {
      if (product.status !== ProductStatus.PUBLISHED) {
        return "unpublished"
      }
      return channelId !== null && channelIds.includes(channelId) ? null : "other_channels"
    },
  }
}

/** @throws MedusaError 404 with the id of a sales channel that is not there */
export async function requireChannel(container: MedusaContainer, id: string | null): Promise<void> {
  if (id === null) {
    return
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "sales_channel", fields: ["id"], filters: { id } })
  if (!data.length) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Sales channel ${id} was not found`)
  }
}

/** A product's variants in the catalogue's order, and how many there are. */
export async function readVariants(
  container: MedusaContainer,
  productId: string,
  { limit, offset }: { limit: number; offset: number }
): Promise<[Variant[], number]> {
  const { data, metadata } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "product_variant",
    fields: [
      ...["id", "product_id", "title", "sku", "manage_inventory", "allow_backorder"],
      "inventory_items.inventory_item_id",
      "inventory_items.required_quantity",
    ],
    filters: { product_id: productId },
    pagination: { take: limit, skip: offset, order: { variant_rank: "ASC", id: "ASC" } },
  })
  const rows = data as unknown as (Omit<Variant, "items"> & {
    inventory_items?: CatalogueVariant["items"]
  })[]
  const variants = rows.map(({ inventory_items: items = [], ...variant }) => ({
    ...variant,
    items: items.map(({ inventory_item_id, required_quantity }) => ({
      ...{ inventory_item_id, required_quantity },
    })),
  }))
  return [variants, metadata?.count ?? variants.length]
}

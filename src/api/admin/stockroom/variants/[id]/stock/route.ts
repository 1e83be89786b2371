import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"

import type { VariantStockResponse } from "../../../../../types/item-stock"
import { answering } from "../../../../../utils/answer"
import { makeableUnits, readLevels, readLocations } from "../../../../../utils/item-stock"
import { readUnits } from "../../../../../utils/units"

interface Variant {
  id: string
  product_id: string | null
  title: string | null
  sku: string | null
  manage_inventory: boolean
  inventory_items?: {
    inventory_item_id: string
    required_quantity: number
    inventory?: { sku: string | null; title: string | null }
  }[]
}

/** The stock of a variant's items at every location, and how many of it that makes. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const { id } = req.params
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const [{ data }, locations] = await Promise.all([
    query.graph({
      entity: "product_variant",
      fields: [
        "id",
        "product_id",
        "title",
        "sku",
        "manage_inventory",
        "inventory_items.inventory_item_id",
        "inventory_items.required_quantity",
        "inventory_items.inventory.sku",
        "inventory_items.inventory.title",
      ],
      filters: { id },
    }),
    readLocations(req.scope),
  ])
  const [variant] = data as unknown as Variant[]
  if (!variant) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Variant ${id} was not found`)
  }
  const links = variant.inventory_items ?? []
  const itemIds = links.map((link) => link.inventory_item_id)
  const [levels, units] = await Promise.all([
    readLevels(req.scope, itemIds, locations),
    readUnits(req.scope, itemIds),
  ])
  const items = links.map(({ inventory_item_id, required_quantity, inventory }) => ({
    inventory_item_id,
    sku: inventory?.sku ?? null,
    title: inventory?.title ?? null,
    levels: levels.get(inventory_item_id) ?? [],
    required_quantity: String(required_quantity),
  }))
  res.json({
    variant_stock: {
      variant_id: variant.id,
      product_id: variant.product_id,
      title: variant.title,
      sku: variant.sku,
      manage_inventory: variant.manage_inventory,
      items,
      makeable: makeableUnits(items, locations),
    },
    locations,
    units,
  } satisfies VariantStockResponse)
})

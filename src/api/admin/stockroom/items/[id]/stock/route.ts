import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"

import type { ItemStockResponse } from "../../../../../types/item-stock"
import { answering } from "../../../../../utils/answer"
import { readLevels, readLocations } from "../../../../../utils/item-stock"
import { readUnits } from "../../../../../utils/units"

interface Item {
  id: string
  sku: string | null
  title: string | null
  variants?: ({ id: string; product_id: string | null; title: string | null } | null)[]
}

/** The stock of an inventory item at every location, and the variants that take it. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const { id } = req.params
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const [{ data }, locations] = await Promise.all([
    query.graph({
      entity: "inventory_item",
      fields: ["id", "sku", "title", "variants.id", "variants.product_id", "variants.title"],
      filters: { id },
    }),
    readLocations(req.scope),
  ])
  const [levels, units] = await Promise.all([
    readLevels(req.scope, [id], locations),
    readUnits(req.scope, [id]),
  ])
  const [item] = data as unknown as Item[]
  if (!item) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Inventory item ${id} was not found`)
  }
  res.json({
    item_stock: {
      inventory_item_id: item.id,
      sku: item.sku,
      title: item.title,
      levels: levels.get(id) ?? [],
      variants: (item.variants ?? []).flatMap((variant) =>
        variant ? [{ id: variant.id, product_id: variant.product_id, title: variant.title }] : []
      ),
    },
    locations,
    units,
  } satisfies ItemStockResponse)
})

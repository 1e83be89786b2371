import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"

import { exact } from "../../../../../../core/quantity"
import type { VariantUnitResponse } from "../../../../../types/units"
import { readUnits } from "../../../../../utils/units"

interface Variant {
  id: string
  inventory_items?: { inventory_item_id: string; required_quantity: number }[]
}

/** By which units a variant is sold: a unit whose factor is what the variant takes of the item. */
export async function readVariantUnit(
  container: MedusaContainer,
  id: string
): Promise<VariantUnitResponse> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "product_variant",
    fields: ["id", "inventory_items.inventory_item_id", "inventory_items.required_quantity"],
    filters: { id },
  })
  const [variant] = data as unknown as Variant[]
  if (!variant) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Variant ${id} was not found`)
  }
  const links = variant.inventory_items ?? []
  const units = await readUnits(
    container,
    links.map((link) => link.inventory_item_id)
  )
  return {
    variant_unit: {
      variant_id: variant.id,
      items: links.map(({ inventory_item_id, required_quantity }) => ({
        inventory_item_id,
        required_quantity: exact(required_quantity).toFixed(),
        unit:
          units[inventory_item_id]?.find(({ factor }) => exact(factor).isEqualTo(required_quantity))
            ?.key ?? null,
      })),
    },
    units,
  }
}

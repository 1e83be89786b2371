import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep } from "@medusajs/framework/workflows-sdk"

import { exact, parseQuantity } from "../../../core/quantity"
import { resolveStockroom, type UnitRecord } from "../../../modules/inventory"
import type { SetItemUnitsInput } from "./set-item-units"

interface Link {
  variant_id: string
  required_quantity: number
}

/**
 * Refuses to change the factor of a unit that a variant is sold by, or to take the unit away: the shop
 * would go on selling the old pack under the new one's name.
 */
export const requireUnsoldUnitsStep = createStep(
  "stockroom-require-unsold-units",
  async ({ inventory_item_id, units }: SetItemUnitsInput, { container }) => {
    const before =
      (await resolveStockroom(container).unitsOfItems([inventory_item_id]))[inventory_item_id] ?? []
    const going = before.filter((unit) => !unit.base && !isKept(unit, units))
    if (!going.length) {
      return
    }
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const { data: links } = await query.graph({
      entity: "product_variant_inventory_item",
      fields: ["variant_id", "required_quantity"],
      filters: { inventory_item_id },
    })
    for (const unit of going) {
      const sold = (links as unknown as Link[]).filter(({ required_quantity }) =>
        exact(required_quantity).isEqualTo(unit.factor)
      )
      const { data: variants } = sold.length
        ? await query.graph({
            entity: "product_variant",
            fields: ["id", "sku", "title"],
            filters: { id: sold.map(({ variant_id }) => variant_id) },
          })
        : { data: [] }
      if (variants.length) {
        const [{ id, sku, title }] = variants
        throw new MedusaError(
          MedusaError.Types.NOT_ALLOWED,
          `The unit "${unit.name}" (${unit.key}) of ${unit.factor} stays as long as variant ${sku ?? title ?? id} (${id}) is sold by it: sell the variant by another unit first, or give the new factor another key`
        )
      }
    }
  }
)

function isKept(unit: UnitRecord, units: SetItemUnitsInput["units"]): boolean {
  return units.some(({ key, factor }) => key === unit.key && sameFactor(unit.factor, factor))
}

function sameFactor(before: string, factor: SetItemUnitsInput["units"][number]["factor"]): boolean {
  try {
    return parseQuantity(factor, "factor").isEqualTo(before)
  } catch {
    // What is no number is refused where units are read, which names the field.
    return true
  }
}

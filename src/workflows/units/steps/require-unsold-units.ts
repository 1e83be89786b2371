import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep } from "@medusajs/framework/workflows-sdk"

import { exact, parseQuantity } from "../../../core/quantity"
import { resolveStockroom, type UnitRecord } from "../../../modules/inventory"
import type { SetItemUnitsInput } from "./set-item-units"

interface Sold {
  required_quantity: number
  variant?: { id: string; title: string | null; sku: string | null } | null
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
    const { data } = await query.graph({
      entity: "product_variant_inventory_item",
      fields: ["required_quantity", "variant.id", "variant.title", "variant.sku"],
      filters: { inventory_item_id },
    })
    for (const unit of going) {
      const sold = (data as unknown as Sold[]).find(
        ({ required_quantity, variant }) =>
          variant && exact(required_quantity).isEqualTo(unit.factor)
      )
      if (sold?.variant) {
        const { id, sku, title } = sold.variant
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

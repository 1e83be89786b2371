import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { exact } from "../../../core/quantity"
import { resolveStockroom } from "../../../modules/inventory"

export interface SetVariantUnitInput {
  variant_id: string
  inventory_item_id: string
  /** The key of one of the item's units. */
  unit: string
}

/** The link from a variant to its item, as it is when the variant is sold by a unit. */
export const linkOfVariantUnitStep = createStep(
  "stockroom-link-of-variant-unit",
  async ({ variant_id, inventory_item_id, unit: key }: SetVariantUnitInput, { container }) => {
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const [{ data }, units] = await Promise.all([
      query.graph({
        entity: "product_variant_inventory_item",
        fields: ["id"],
        filters: { variant_id, inventory_item_id },
      }),
      resolveStockroom(container).unitsOfItems([inventory_item_id]),
    ])
    if (!data.length) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Variant ${variant_id} does not take from inventory item ${inventory_item_id}`
      )
    }
    const known = units[inventory_item_id] ?? []
    const unit = known.find((one) => one.key === key)
    if (!unit) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `unit must be one that item ${inventory_item_id} has (${known.map((one) => one.key).join(", ") || "none"}), not "${key}"`
      )
    }
    const required_quantity = Number(unit.factor)
    if (!exact(required_quantity).isEqualTo(unit.factor)) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `unit must have a factor that a number holds exactly, because Medusa keeps it as one; that of "${unit.name}" is ${unit.factor}`
      )
    }
    return new StepResponse([
      {
        [Modules.PRODUCT]: { variant_id },
        [Modules.INVENTORY]: { inventory_item_id },
        data: { required_quantity },
      },
    ])
  }
)

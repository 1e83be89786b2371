import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep } from "@medusajs/framework/workflows-sdk"

import { exact } from "../../../core/quantity"
import { allUnits, readUnits, type UnitRecord, type Units } from "../../../core/units"
import { resolveStockroom } from "../../../modules/inventory"
import type { SetItemUnitsInput } from "./set-item-units"

interface Link {
  variant_id: string
  required_quantity: number
}

/**
 * Refuses to change the factor of a unit that a variant is sold by, or to take the unit away: the shop
 * would go on selling the old pack under the new one's name. With another base unit all factors mean
 * something else, also that of the base unit.
 */
export const requireUnsoldUnitsStep = createStep(
  "stockroom-require-unsold-units",
  async ({ inventory_item_id, units }: SetItemUnitsInput, { container }) => {
    const after = readable(units)
    const known = await resolveStockroom(container).unitsOfItems([inventory_item_id])
    const before = known[inventory_item_id] ?? []
    const base = before.find((unit) => unit.base)
    if (after === undefined || !base) {
      return
    }
    const isRebased = after !== null && after.base.key !== base.key
    const going = before.filter((unit) => isRebased || (!unit.base && !hasFactor(after, unit)))
    const sold = await firstSold(going, inventory_item_id, container)
    if (sold) {
      const { unit, variant } = sold
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        isRebased
          ? `The base unit "${base.name}" (${base.key}) stays as long as ${variant} is sold by "${unit.name}": what it takes would be counted in another unit. To begin anew, take all units away first`
          : `The unit "${unit.name}" (${unit.key}) of ${unit.factor} stays as long as ${variant} is sold by it: sell the variant by another unit first, or give the new factor another key`
      )
    }
  }
)

/** Undefined where they are not right: that is refused where they are set, which names the field. */
function readable(units: SetItemUnitsInput["units"]): Units | null | undefined {
  try {
    return readUnits(units)
  } catch {
    return undefined
  }
}

/** A variant is sold by whichever unit has the factor that it takes. */
function hasFactor(units: Units | null, { factor }: UnitRecord): boolean {
  return units !== null && allUnits(units).some((unit) => unit.factor.isEqualTo(factor))
}

/** The first of the units that a variant is sold by, and the variant as a refusal names it. */
async function firstSold(
  units: UnitRecord[],
  inventory_item_id: string,
  container: MedusaContainer
): Promise<{ unit: UnitRecord; variant: string } | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: links } = units.length
    ? await query.graph({
        entity: "product_variant_inventory_item",
        fields: ["variant_id", "required_quantity"],
        filters: { inventory_item_id },
      })
    : { data: [] }
  for (const unit of units) {
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
      return { unit, variant: `variant ${sku ?? title ?? id} (${id})` }
    }
  }
  return null
}

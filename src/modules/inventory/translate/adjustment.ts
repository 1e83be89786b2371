import type { BigNumberInput } from "@medusajs/framework/types"

import type { Level, LevelKey } from "../../../core/level"
import { parseQuantity, type Quantity } from "../../../core/quantity"
import { Refusal } from "../../../core/refusal"
import type { World } from "../posting/world"

/** As Medusa's `adjustInventory` is given it. */
export interface AdjustmentInput {
  inventoryItemId: string
  locationId: string
  adjustment: BigNumberInput
}

export interface Adjustment {
  key: LevelKey
  quantity: Quantity
  field: string
}

export function parseAdjustments(inputs: AdjustmentInput[]): Adjustment[] {
  return inputs.map((input, index) => {
    const field = inputs.length > 1 ? `[${index}].adjustment` : "adjustment"
    return {
      key: { itemId: input.inventoryItemId, locationId: input.locationId },
      quantity: parseQuantity(input.adjustment, field),
      field,
    }
  })
}

/** The levels after an adjustment; Medusa's own words where there is none. */
export function requireAdjusted(world: World, adjustments: Adjustment[]): Level[] {
  const missing = adjustments.find(({ key }) => !world.openLevel(key))
  if (missing) {
    const { itemId, locationId } = missing.key
    throw Refusal.notFound(
      `Inventory level for item ${itemId} and location ${locationId} not found`,
      { inventory_item_id: itemId, location_id: locationId }
    )
  }
  return adjustments.map(({ key }) => world.requireLevel(key))
}

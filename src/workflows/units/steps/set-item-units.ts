import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { resolveStockroom, type UnitInput } from "../../../modules/inventory"

export interface SetItemUnitsInput {
  inventory_item_id: string
  /** All of them, in the place of those that the item had. */
  units: UnitInput[]
}

/** Sets an item's units; compensated by those that it had, whatever has been stocked meanwhile. */
export const setItemUnitsStep = createStep(
  "stockroom-set-item-units",
  async ({ inventory_item_id, units }: SetItemUnitsInput, { container }) => {
    const set = await resolveStockroom(container).setItemUnits(inventory_item_id, units)
    return new StepResponse(set.units, { inventory_item_id, before: set.before })
  },
  async (had, { container }) => {
    if (had) {
      await resolveStockroom(container).putBackItemUnits(had.inventory_item_id, had.before)
    }
  }
)

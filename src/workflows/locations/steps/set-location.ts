import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { type LocationSettingsUpdate, resolveStockroom } from "../../../modules/inventory"

/** Changes a location's settings; compensated by writing back what it changed. */
export const setLocationStep = createStep(
  "stockroom-set-location",
  async ({ id, ...update }: LocationSettingsUpdate & { id: string }, { container }) => {
    const stock = resolveStockroom(container)
    const before = await stock.retrieveInventoryLocation(id)
    const changed = Object.fromEntries(
      Object.keys(update).map((field) => [field, before[field as keyof LocationSettingsUpdate]])
    )
    return new StepResponse(await stock.setLocation(id, update), { id, changed })
  },
  async (before, { container }) => {
    if (before) {
      await resolveStockroom(container).setLocation(before.id, before.changed)
    }
  }
)

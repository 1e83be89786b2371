import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { type ChangeAlertsInput, resolveStockroom } from "../../../modules/inventory"

/** Acknowledges, resolves or mutes alerts; compensated by what was said of them before. */
export const changeLowStockAlertsStep = createStep(
  "stockroom-change-low-stock-alerts",
  async (input: ChangeAlertsInput, { container }) => {
    const stock = resolveStockroom(container)
    const before = await stock.readLowStockAlerts(input.ids)
    const ids = await stock.changeLowStockAlerts(input)
    return new StepResponse(
      ids,
      before.filter(({ id }) => ids.includes(id))
    )
  },
  async (before, { container }) => {
    if (before?.length) {
      await resolveStockroom(container).putBackLowStockAlerts(before)
    }
  }
)

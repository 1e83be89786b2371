import type { MedusaContainer } from "@medusajs/framework/types"

import { runLowStockActions } from "../workflows"

/** Runs the low-stock actions that no event has set off, that a dead server had in hand, or that have failed. */
export default async function stockroomLowStockActions(container: MedusaContainer): Promise<void> {
  await runLowStockActions(container)
}

export const config = {
  name: "stockroom-low-stock-actions",
  schedule: "* * * * *",
}

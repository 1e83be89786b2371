import type { MedusaContainer } from "@medusajs/framework/types"

import { resolveStockroom } from "../modules/inventory"

/** Finishes what has to be compared with low-stock rules, and lets stand what Medusa has not taken back. */
export default async function stockroomLowStock(container: MedusaContainer): Promise<void> {
  const stock = resolveStockroom(container)
  await stock.settleLowStock()
  await stock.evaluateLowStock()
}

export const config = {
  name: "stockroom-low-stock",
  schedule: "* * * * *",
}

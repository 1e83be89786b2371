import type { MedusaContainer } from "@medusajs/framework/types"

import { sweepOrders } from "../workflows"

/** Settles orders that no event has told of, and tries again what has failed. */
export default async function stockroomOrdersSweep(container: MedusaContainer): Promise<void> {
  await sweepOrders(container)
}

export const config = {
  name: "stockroom-orders",
  schedule: "*/5 * * * *",
}

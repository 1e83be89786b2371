import type { MedusaContainer } from "@medusajs/framework/types"

import { tellBackInStock } from "../workflows"

/** Tells shoppers of what is in stock again. */
export default async function stockroomBackInStock(container: MedusaContainer): Promise<void> {
  await tellBackInStock(container)
}

export const config = {
  name: "stockroom-back-in-stock",
  schedule: "* * * * *",
}

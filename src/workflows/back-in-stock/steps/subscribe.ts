import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { type BackInStockInput, resolveStockroom } from "../../../modules/inventory"

/** Takes down who wants to be told; compensated by forgetting who was not known before. */
export const subscribeBackInStockStep = createStep(
  "stockroom-subscribe-back-in-stock",
  async (input: BackInStockInput, { container }) => {
    const { outcome, created } = await resolveStockroom(container).subscribeBackInStock(input)
    return new StepResponse({ outcome }, created)
  },
  async (created, { container }) => {
    if (created) {
      await resolveStockroom(container).takeBackInStockBack(created)
    }
  }
)

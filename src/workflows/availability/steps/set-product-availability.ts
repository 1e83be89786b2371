import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { type ProductAvailabilityInput, resolveStockroom } from "../../../modules/inventory"

/** Changes what is kept of a product; compensated by how it was. */
export const setProductAvailabilityStep = createStep(
  "stockroom-set-product-availability",
  async (
    { product_id, ...input }: ProductAvailabilityInput & { product_id: string },
    { container }
  ) => {
    const stockroom = resolveStockroom(container)
    const { product, before } = await stockroom.setProductAvailability(product_id, input)
    return new StepResponse(product, before)
  },
  async (before, { container }) => {
    if (before) {
      await resolveStockroom(container).putBackProductAvailability(before)
    }
  }
)

import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { type AwaitedVariant, resolveStockroom } from "../../../modules/inventory"
import { variantsInStock } from "../variants-in-stock"

/** Refuses to wait for what is not for sale, and for what can be had. */
export const requireSoldOutStep = createStep(
  "stockroom-require-sold-out",
  async (
    { variant_id, sales_channel_id }: Pick<AwaitedVariant, "variant_id" | "sales_channel_id">,
    { container }
  ) => {
    const stockroom = resolveStockroom(container)
    const known = await stockroom.readCatalogue([variant_id], sales_channel_id)
    if (!known.has(variant_id)) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `variant_id: ${variant_id} is not for sale in the sales channel`
      )
    }
    const [back] = await variantsInStock(stockroom, [{ variant_id, sales_channel_id }])
    if (back) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `variant_id: ${variant_id} is in stock; there is nothing to wait for`
      )
    }
    return new StepResponse()
  }
)

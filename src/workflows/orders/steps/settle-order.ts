import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { type OrderFacts, resolveStockroom } from "../../../modules/inventory"

/** Brings the ledger in line with an order. There is no compensation: what is in line stays right. */
export const settleOrderStep = createStep(
  "stockroom-settle-order",
  async (input: { order: OrderFacts; refuse_shortage?: boolean }, { container }) =>
    new StepResponse(
      await resolveStockroom(container).settleOrder(input.order, {
        refuseShortage: input.refuse_shortage,
      })
    )
)

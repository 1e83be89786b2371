import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { BackInStockInput } from "../../modules/inventory"
import { requireSoldOutStep } from "./steps/require-sold-out"
import { subscribeBackInStockStep } from "./steps/subscribe"

/**
 * Takes down who wants to be told when a variant is in stock again, in a sales channel. Where the option
 * `double_opt_in` is on, the address is first asked to confirm. The answer is the same whether the address is known
 * or not.
 *
 * @throws 404 where the variant is not for sale in the channel, 400 where it can be had
 * @since 0.1.0
 *
 * @example
 * const { result } = await subscribeBackInStockWorkflow(container).run({
 *   input: { variant_id, sales_channel_id, email: "ada@example.com", locale: "de" },
 * })
 * result.outcome // "accepted"
 */
export const subscribeBackInStockWorkflow = createWorkflow(
  "stockroom-subscribe-back-in-stock",
  (input: WorkflowData<BackInStockInput>) => {
    requireSoldOutStep(input)
    return new WorkflowResponse(subscribeBackInStockStep(input))
  }
)

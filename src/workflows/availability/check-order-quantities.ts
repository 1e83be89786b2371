import { createWorkflow, type WorkflowData } from "@medusajs/framework/workflows-sdk"

import type { CheckOrderQuantitiesInput } from "./lines-after"
import { checkOrderQuantitiesStep } from "./steps/check-order-quantities"

/**
 * Refuses a cart with quantities that the rules of their products do not allow: as it is, or as it would
 * become. Lines of one variant are added up. Changes nothing.
 *
 * @throws 400 with each variant, the rule that it breaks and what that asks for
 * @since 0.1.0
 *
 * @example
 * // in a hook of your own
 * completeCartWorkflow.hooks.validate(({ cart }, { container }) =>
 *   checkOrderQuantitiesWorkflow(container).run({ input: { cart_id: cart.id } }))
 */
export const checkOrderQuantitiesWorkflow = createWorkflow(
  "stockroom-check-order-quantities",
  (input: WorkflowData<CheckOrderQuantitiesInput>) => {
    checkOrderQuantitiesStep(input)
  }
)

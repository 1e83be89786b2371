import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { ProductAvailabilityInput } from "../../modules/inventory"
import { requireProductStep } from "./steps/require-product"
import { setProductAvailabilityStep } from "./steps/set-product-availability"

/**
 * Changes what a product's shoppers are told, and how much of a variant they may order; what is left out
 * stays. Order quantities are in units of the product's variants.
 *
 * @throws 400 with the field, 404 with the id of a product or estimate that is not there
 * @since 0.1.0
 *
 * @example
 * await setProductAvailabilityWorkflow(container).run({
 *   input: { product_id, order_quantities: { minimum: 6, multiple: 6 }, display: "never" },
 * })
 */
export const setProductAvailabilityWorkflow = createWorkflow(
  "stockroom-set-product-availability",
  (input: WorkflowData<ProductAvailabilityInput & { product_id: string }>) => {
    requireProductStep(input)
    return new WorkflowResponse(setProductAvailabilityStep(input))
  }
)

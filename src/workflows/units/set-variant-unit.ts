import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { updateRemoteLinksStep } from "@medusajs/medusa/core-flows"

import { linkOfVariantUnitStep, type SetVariantUnitInput } from "./steps/link-of-variant-unit"
import { requireNoOpenOrdersStep } from "./steps/require-no-open-orders"

/**
 * Sells a variant by a unit of its item: each unit of the variant takes the unit's factor. It sets the
 * `required_quantity` of Medusa's own link, so that its checkout reserves just that.
 *
 * @throws 400 naming a unit that the item does not have, or orders of the variant that are not fulfilled and
 *   would take another quantity by the new unit; 404 when the variant does not take from the item
 * @since 0.1.0
 *
 * @example
 * await setVariantUnitWorkflow(container).run({
 *   input: { variant_id, inventory_item_id, unit: "case" },
 * })
 */
export const setVariantUnitWorkflow = createWorkflow(
  "stockroom-set-variant-unit",
  (input: WorkflowData<SetVariantUnitInput>) => {
    const links = linkOfVariantUnitStep(input)
    requireNoOpenOrdersStep(links)
    updateRemoteLinksStep(links)
    return new WorkflowResponse(links)
  }
)

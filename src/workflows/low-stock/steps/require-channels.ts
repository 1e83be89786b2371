import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import type { LowStockRulesInput } from "../../../modules/inventory"

/** Refuses rules for sales channels that are not there. */
export const requireChannelsStep = createStep(
  "stockroom-require-channels",
  async ({ create = [], upsert = [] }: LowStockRulesInput, { container }) => {
    const named = [...create, ...upsert].flatMap((rule) => rule.sales_channel_id ?? [])
    const ids = [...new Set(named)]
    if (ids.length) {
      const query = container.resolve(ContainerRegistrationKeys.QUERY)
      const { data } = await query.graph({
        entity: "sales_channel",
        fields: ["id"],
        filters: { id: ids },
      })
      const found = new Set(data.map(({ id }) => id))
      const missing = ids.find((id) => !found.has(id))
      if (missing) {
        throw new MedusaError(MedusaError.Types.NOT_FOUND, `Sales channel ${missing} was not found`)
      }
    }
    return new StepResponse(ids)
  }
)

import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

/** Refuses settings for a product that is not there. */
export const requireProductStep = createStep(
  "stockroom-require-product",
  async ({ product_id: id }: { product_id: string }, { container }) => {
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({ entity: "product", fields: ["id"], filters: { id } })
    if (!data.length) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `Product ${id} was not found`)
    }
    return new StepResponse(id)
  }
)

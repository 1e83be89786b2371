import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { type OrderedQuantity, resolveStockroom } from "../../../modules/inventory"
import { type CartLine, type CheckOrderQuantitiesInput, linesAfter } from "../lines-after"

/** Refuses a cart, as it is or as it would become, with quantities that their products do not allow. */
export const checkOrderQuantitiesStep = createStep(
  "stockroom-check-order-quantities",
  async (input: CheckOrderQuantitiesInput, { container }) => {
    const stockroom = resolveStockroom(container)
    if (await stockroom.hasOrderQuantities()) {
      const query = container.resolve(ContainerRegistrationKeys.QUERY)
      const read = async <Row>(entity: string, fields: string[], id: string | string[]) =>
        (await query.graph({ entity, fields, filters: { id } })).data as Row[]
      const [cart] = input.cart_id
        ? await read<{ completed_at: string | null; items?: CartLine[] }>(
            "cart",
            ["completed_at", "items.id", "items.variant_id", "items.product_id", "items.quantity"],
            input.cart_id
          )
        : []
      if (cart?.completed_at) {
        // Its order was placed by the rules of that time.
        return new StepResponse()
      }
      const { lines, concerned } = linesAfter(cart?.items ?? [], input)
      const unknown = lines.filter((line) => !line.product_id).map((line) => line.variant_id)
      const variants = unknown.length
        ? await read<{ id: string; product_id: string }>(
            "product_variant",
            ["id", "product_id"],
            unknown
          )
        : []
      const products = new Map(variants.map(({ id, product_id }) => [id, product_id]))
      await stockroom.requireOrderQuantities(
        lines
          .filter(({ variant_id }) => concerned === null || concerned.has(variant_id))
          .flatMap((line): OrderedQuantity[] => {
            const product_id = line.product_id ?? products.get(line.variant_id)
            return product_id ? [{ ...line, product_id }] : []
          })
      )
    }
    return new StepResponse()
  }
)

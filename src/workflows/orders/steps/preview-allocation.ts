import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { type AllocationPreviewInput, resolveStockroom } from "../../../modules/inventory"

/** A cart, or a list of items. */
export type PreviewInput = { cart_id: string; strategy?: string } | AllocationPreviewInput

interface Cart {
  sales_channel_id: string
  shipping_address: Record<string, unknown> | null
  items: {
    quantity: number
    variant: {
      manage_inventory: boolean
      allow_backorder: boolean
      inventory_items: { inventory_item_id: string; required_quantity: number }[] | null
    } | null
  }[]
}

/** Where would this be shipped from? Reads only. */
export const previewAllocationStep = createStep(
  "stockroom-preview-allocation",
  async (input: PreviewInput, { container }) =>
    new StepResponse(
      await resolveStockroom(container).previewAllocation(
        "cart_id" in input ? await itemsOfCart(container, input) : input
      )
    )
)

async function itemsOfCart(
  container: MedusaContainer,
  { cart_id, strategy }: { cart_id: string; strategy?: string }
): Promise<AllocationPreviewInput> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "cart",
    fields: [
      "sales_channel_id",
      "shipping_address.*",
      "items.quantity",
      "items.variant.manage_inventory",
      "items.variant.allow_backorder",
      "items.variant.inventory_items.inventory_item_id",
      "items.variant.inventory_items.required_quantity",
    ],
    filters: { id: cart_id },
  })
  const cart = data[0] as unknown as Cart | undefined
  if (!cart) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Cart ${cart_id} was not found`)
  }
  return {
    strategy,
    sales_channel_id: cart.sales_channel_id,
    shipping_address: cart.shipping_address,
    items: cart.items.flatMap(({ quantity, variant }) =>
      variant?.manage_inventory
        ? (variant.inventory_items ?? []).map((item) => ({
            inventory_item_id: item.inventory_item_id,
            quantity: MathBN.mult(quantity, item.required_quantity).toFixed(),
            allow_backorder: variant.allow_backorder,
          }))
        : []
    ),
  }
}

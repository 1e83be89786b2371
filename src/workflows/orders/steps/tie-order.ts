import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { findBegunOrder } from "../begun-order"

/** Ties the order that a checkout has begun to its cart, where that is missing; null where none was begun. */
export const tieOrderStep = createStep(
  "stockroom-tie-order",
  async ({ cart_id }: { cart_id: string }, { container }) => {
    const begun = await findBegunOrder(container, cart_id)
    const orderId = begun?.order_id ?? null
    if (!begun || begun.tied) return new StepResponse<string | null, Link | null>(orderId, null)
    const link = linkOf({ cart_id, order_id: begun.order_id })
    await container.resolve(ContainerRegistrationKeys.LINK).create(link)
    return new StepResponse<string | null, Link | null>(orderId, link)
  },
  async (link, { container }) => {
    if (link) await container.resolve(ContainerRegistrationKeys.LINK).dismiss(link)
  }
)

type Link = ReturnType<typeof linkOf>

function linkOf({ cart_id, order_id }: { cart_id: string; order_id: string }) {
  return { [Modules.ORDER]: { order_id }, [Modules.CART]: { cart_id } }
}

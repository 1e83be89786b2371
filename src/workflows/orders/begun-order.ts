import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** An order that a cart's checkout has created. */
export interface BegunOrder {
  order_id: string
  /** Whether Medusa finds it by its cart. */
  tied: boolean
}

/**
 * Looks for the order that a checkout has begun. Medusa ties it to the cart and to the cart's payments in two writes of
 * their own, so a server that dies may have left only the latter. Such an order that was canceled since does not count.
 */
export async function findBegunOrder(
  container: MedusaContainer,
  cartId: string
): Promise<BegunOrder | undefined> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const read = async (entity: string, fields: string[], filters: object) =>
    (await query.graph({ entity, fields, filters })).data as Record<string, unknown>[]

  const [tied] = await read("order_cart", ["order_id"], { cart_id: cartId })
  if (tied) return { order_id: tied.order_id as string, tied: true }

  const payments = await read("cart_payment_collection", ["payment_collection_id"], {
    cart_id: cartId,
  })
  if (!payments.length) return undefined
  const paid = await read(
    "order_payment_collection",
    ["order.id", "order.status", "order.canceled_at"],
    { payment_collection_id: payments.map((one) => one.payment_collection_id) }
  )
  const order = paid.map((one) => one.order as PaidOrder | null | undefined).find(isOpen)
  return order && { order_id: order.id, tied: false }
}

interface PaidOrder {
  id: string
  status: string
  canceled_at: string | null
}

function isOpen(order: PaidOrder | null | undefined): order is PaidOrder {
  return Boolean(order) && !order?.canceled_at && order?.status !== "canceled"
}

import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep } from "@medusajs/framework/workflows-sdk"

import { exact } from "../../../core/quantity"
import { resolveStockroom } from "../../../modules/inventory"

/** A link as it is to be. */
interface Link {
  [Modules.PRODUCT]: { variant_id: string }
  [Modules.INVENTORY]: { inventory_item_id: string }
  data: { required_quantity: number }
}

/** So many order lines are looked at in one go. */
const PORTION = 1_000
/** How many orders a refusal names. */
const NAMED = 3

/**
 * Refuses to change how much of an item a variant takes while orders of it are not fulfilled. Medusa keeps with
 * an order's line only how many were sold: it would take the new quantity off the shelf, for what was sold
 * and set aside by the old one.
 */
export const requireNoOpenOrdersStep = createStep(
  "stockroom-require-no-open-orders",
  async (links: Link[], { container }) => {
    for (const link of links) {
      const { variant_id } = link[Modules.PRODUCT]
      const { inventory_item_id } = link[Modules.INVENTORY]
      const orders = (await isSame(link, container))
        ? []
        : await openOrders(variant_id, inventory_item_id, container)
      if (orders.length) {
        const more = orders.length - NAMED
        const named = orders.slice(0, NAMED).join(", ") + (more > 0 ? ` and ${more} more` : "")
        throw new MedusaError(
          MedusaError.Types.NOT_ALLOWED,
          `Variant ${variant_id} is in ${orders.length} ${orders.length === 1 ? "order" : "orders"} not yet fulfilled (${named}), of which Medusa would take the new quantity: fulfil or cancel them first, or sell the other unit as another variant`
        )
      }
    }
  }
)

async function isSame(link: Link, container: MedusaContainer): Promise<boolean> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "product_variant_inventory_item",
    fields: ["required_quantity"],
    filters: { ...link[Modules.PRODUCT], ...link[Modules.INVENTORY] },
  })
  const known = data as unknown as { required_quantity: number }[]
  return known.every(({ required_quantity }) =>
    exact(required_quantity).isEqualTo(link.data.required_quantity)
  )
}

/** The orders, oldest first, for which something of the item is set aside because they have the variant. */
async function openOrders(
  variant_id: string,
  inventory_item_id: string,
  container: MedusaContainer
): Promise<string[]> {
  const stockroom = resolveStockroom(container)
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const orders = new Set<string>()
  for (let offset = 0; ; offset += PORTION) {
    const page = { limit: PORTION, offset }
    const [committed] = await stockroom.listCommitments({ inventory_item_id }, page)
    const id = committed.map(({ line_item_id }) => line_item_id)
    const { data: lines } = id.length
      ? await query.graph({
          entity: "order_line_item",
          fields: ["id"],
          filters: { id, variant_id },
        })
      : { data: [] }
    const ofVariant = new Set(lines.map((line) => line.id))
    for (const { line_item_id, order_id } of committed) {
      if (order_id && ofVariant.has(line_item_id)) {
        orders.add(order_id)
      }
    }
    if (committed.length < PORTION) {
      return [...orders]
    }
  }
}

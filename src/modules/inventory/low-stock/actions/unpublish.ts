import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import type { LowStockAction, LowStockActionContext } from "../action"
import type { LowStockAlert } from "../types"

/** In a product's metadata as long as it is unpublished because of its stock: since when. */
const UNPUBLISHED = "stockroom_unpublished_at"

const options = z.object({}).strict()

interface Product {
  id: string
  status: string
  metadata: Record<string, unknown> | null
  variants?: {
    manage_inventory: boolean
    inventory_items?: { inventory_item_id: string }[]
  }[]
}

/** What the action needs of the Inventory Module. */
interface Stockroom {
  itemsThatAreLow(itemIds: string[], channelId: string | null): Promise<string[]>
}

/**
 * Takes a product off the shop, to a draft, when all of its variants whose stock is tracked are low; puts
 * it back on recovery. A product that a person has unpublished bears no mark of ours, and stays so.
 */
export class Unpublish implements LowStockAction {
  static identifier = "unpublish"
  static label = "Unpublish the product"
  static labelKey = "lowStock.actions.unpublish"
  static optionsSchema = options

  async execute(
    alert: LowStockAlert,
    { container }: LowStockActionContext
  ): Promise<{ unpublished: string[] }> {
    const unpublished = await forEachProduct(container, alert, async (product, low) => {
      if (product.status !== "published" || !low) {
        return false
      }
      await update(container, product.id, "draft", new Date().toISOString())
      return true
    })
    return { unpublished }
  }

  async undo(
    alert: LowStockAlert,
    { container }: LowStockActionContext
  ): Promise<{ published: string[] }> {
    const published = await forEachProduct(container, alert, async (product, low) => {
      if (product.status !== "draft" || !product.metadata?.[UNPUBLISHED] || low) {
        return false
      }
      await update(container, product.id, "published", REMOVED)
      return true
    })
    return { published }
  }
}

/** Medusa removes what is set to this from an entity's metadata. */
const REMOVED = ""

/**
 * Goes through the products that the item is part of, one at a time and each by one caller only: what one
 * variant's alert decides must not overtake what another's has seen.
 *
 * @returns those of which `change` says that it has changed them
 */
async function forEachProduct(
  container: MedusaContainer,
  alert: LowStockAlert,
  change: (product: Product, low: boolean) => Promise<boolean>
): Promise<string[]> {
  const locks = container.resolve(Modules.LOCKING)
  const changed: string[] = []
  for (const id of await productsOf(container, alert.inventory_item_id)) {
    await locks.execute(
      `stockroom-unpublish:${id}`,
      async () => {
        const product = await readProduct(container, id, OF_VARIANTS)
        if (product && (await change(product, await isLow(container, product, alert)))) {
          changed.push(id)
        }
      },
      { timeout: 30 }
    )
  }
  return changed
}

/** Whether every variant whose stock is tracked lacks an item; a product without any is never low. */
async function isLow(
  container: MedusaContainer,
  { variants = [] }: Product,
  { sales_channel_id }: LowStockAlert
): Promise<boolean> {
  const tracked = variants
    .filter(({ manage_inventory }) => manage_inventory)
    .map(({ inventory_items = [] }) => inventory_items.map((link) => link.inventory_item_id))
  const stock = container.resolve(Modules.INVENTORY) as unknown as Stockroom
  const low = new Set(await stock.itemsThatAreLow(tracked.flat(), sales_channel_id))
  return tracked.length > 0 && tracked.every((items) => items.some((id) => low.has(id)))
}

const OF_VARIANTS = ["variants.manage_inventory", "variants.inventory_items.inventory_item_id"]

async function productsOf(container: MedusaContainer, itemId: string): Promise<string[]> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "product_variant_inventory_item",
    fields: ["variant.product_id"],
    filters: { inventory_item_id: itemId },
  })
  const links = data as unknown as { variant?: { product_id: string | null } | null }[]
  return [...new Set(links.flatMap(({ variant }) => variant?.product_id ?? []))].sort()
}

async function readProduct(
  container: MedusaContainer,
  id: string,
  more: string[] = []
): Promise<Product | undefined> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "product",
    fields: ["id", "status", "metadata", ...more],
    filters: { id },
  })
  return data[0] as unknown as Product | undefined
}

/** By Medusa's own workflow, so that everybody who listens hears of it. */
async function update(
  container: MedusaContainer,
  id: string,
  status: "draft" | "published",
  mark: string
): Promise<void> {
  await container.resolve(Modules.WORKFLOW_ENGINE).run("update-products", {
    input: { selector: { id }, update: { status, metadata: { [UNPUBLISHED]: mark } } },
  })
}

/**
 * Forgets that a product was unpublished by us, once somebody else has published it: when it is unpublished
 * after that, it was not us.
 */
export async function forgetUnpublished(
  container: MedusaContainer,
  productId: string
): Promise<void> {
  const product = await readProduct(container, productId)
  if (product?.status === "published" && product.metadata?.[UNPUBLISHED]) {
    await update(container, productId, "published", REMOVED)
  }
}

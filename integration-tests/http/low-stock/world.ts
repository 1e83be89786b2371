import { join } from "node:path"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

import type { LowStockRuleInput } from "../../../src/modules/inventory/low-stock/types"
import { type Answer, type Http, openShop, type Shop } from "../shop"
import { eventually } from "../support"

/** The store whose actions the tests decide about. */
export const APP_LOW_STOCK = join(__dirname, "..", "..", "app-low-stock")

export type Sku = "WIDGET" | "LEFT" | "RIGHT"

/**
 * The shop, and a product of two variants:
 *
 *     item    Berlin  Lyon
 *     WIDGET      10     5     the only variant of Widget
 *     LEFT        10     -     of Gloves, which has another variant that nobody counts
 *     RIGHT       10     -     of Gloves
 */
export interface LowStockWorld {
  shop: Shop
  items: Record<Sku, string>
  products: { widget: string; gloves: string }
  rule(input: LowStockRuleInput): Promise<string>
  set(sku: Sku, quantity: number, location?: string): Promise<void>
  runs(filters?: string): Promise<Answer[]>
  /** The latest runs of an item's action, when they have come to this. */
  ended(identifier: string, wanted: Record<string, unknown>, phase?: string): Promise<Answer>
  /** Whether the shop shows a product. */
  shown(productId: string): Promise<boolean>
  sql(text: string, values?: unknown[]): Promise<Answer[]>
}

export async function openLowStockWorld(
  api: Http,
  container: MedusaContainer
): Promise<LowStockWorld> {
  const shop = await openShop(api, container)
  const { admin } = shop
  const { product } = await admin.post("/products", {
    title: "Gloves",
    status: "published",
    shipping_profile_id: shop.profile,
    sales_channels: [{ id: shop.channel }],
    options: [{ title: "Hand", values: ["Left", "Right", "Voucher"] }],
    variants: ["Left", "Right", "Voucher"].map((hand) => ({
      title: hand,
      sku: hand.toUpperCase(),
      manage_inventory: hand !== "Voucher",
      options: { Hand: hand },
      prices: [{ currency_code: "eur", amount: 10 }],
    })),
  })
  const items = { WIDGET: shop.widget } as Record<Sku, string>
  for (const sku of ["LEFT", "RIGHT"] as const) {
    const { inventory_items } = await admin.get(`/inventory-items?sku=${sku}`)
    items[sku] = inventory_items[0].id
    await admin.post(`/inventory-items/${items[sku]}/location-levels`, {
      location_id: shop.berlin,
      stocked_quantity: 10,
    })
  }
  const { product_variant } = await readVariant(container, shop.variant)
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the built plugin's service
  const stock = () => container.resolve(Modules.INVENTORY) as any

  const world: LowStockWorld = {
    shop,
    items,
    products: { widget: product_variant.product_id, gloves: product.id },
    async rule(input) {
      const { created } = await stock().setLowStockRules({ create: [input] })
      return created[0].id
    },
    async set(sku, quantity, location = shop.berlin) {
      await admin.post("/stockroom/stock", {
        changes: [
          {
            op: "set",
            state: "available",
            inventory_item_id: items[sku],
            location_id: location,
            quantity,
          },
        ],
      })
    },
    runs: async (filters = "") => (await admin.get(`/stockroom/low-stock/runs?${filters}`)).runs,
    async ended(identifier, wanted, phase = "execute") {
      let found: Answer | undefined
      await eventually(async () => {
        const runs = await world.runs(`identifier=${identifier}`)
        found = runs.find((run) => run.phase === phase)
        expect(found).toMatchObject(wanted)
      })
      return found as Answer
    },
    async shown(productId) {
      const { data } = await api.get(`/store/products?id=${productId}`, {
        headers: shop.storeHeaders,
      })
      return data.products.length > 0
    },
    async sql(text, values = []) {
      return (await container.resolve("__pg_connection__").raw(text, values as never)).rows
    },
  }
  return world
}

async function readVariant(container: MedusaContainer, id: string): Promise<Answer> {
  const { data } = await container
    .resolve("query")
    .graph({ entity: "product_variant", fields: ["id", "product_id"], filters: { id } })
  return { product_variant: data[0] }
}

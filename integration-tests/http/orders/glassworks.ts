import type { MedusaContainer } from "@medusajs/framework/types"

import { STATES } from "../../../src/core/state"
import { type Answer, type Http, openShop, type Shop } from "../shop"

/**
 * The named world of the order tests, as SPEC 4 draws it. Figures are available, others as said.
 *
 *              WIDGET              FLASK              ALEMBIC
 *   A (first)  25, 10 committed    2                  19
 *   B          163                 14, 10 reserved    41, 6 reserved
 */
export const STOCK = {
  WIDGET: { A: { available: 25 }, B: { available: 163 } },
  FLASK: { A: { available: 2 }, B: { available: 14, reserved: 10 } },
  ALEMBIC: { A: { available: 19 }, B: { available: 41, reserved: 6 } },
} as const

export type Sku = keyof typeof STOCK
export type Place = "A" | "B"

export interface Line {
  sku: Sku
  quantity: number
}

export interface Glassworks {
  shop: Shop
  places: Record<Place, string>
  items: Record<Sku, string>
  variants: Record<Sku, string>
  /** Places an order through the Store API; lines of one variant stay apart. */
  order(lines: Line[]): Promise<Answer>
  /** Refused by the Store API: its status and body. */
  orderRefused(lines: Line[]): Promise<Answer>
  /** The states of a level that are not zero. */
  stock(sku: Sku, place: Place): Promise<Record<string, string>>
  orderStock(orderId: string): Promise<Answer>
  /** What verify finds: nothing, one hopes. */
  drifts(): Promise<unknown[]>
}

/** Builds the glassworks in a store. The ten WIDGETs that are committed at A belong to an earlier order. */
export async function openGlassworks(api: Http, container: MedusaContainer): Promise<Glassworks> {
  const shop = await openShop(api, container)
  const { admin } = shop
  const places = { A: shop.berlin, B: shop.lyon }
  await admin.post(`/stockroom/locations/${places.A}`, { priority: 1 })
  await admin.post(`/stockroom/locations/${places.B}`, { priority: 2 })
  const { product } = await admin.post("/products", {
    title: "Glass",
    status: "published",
    shipping_profile_id: shop.profile,
    sales_channels: [{ id: shop.channel }],
    options: [{ title: "Kind", values: Object.keys(STOCK) }],
    variants: Object.keys(STOCK).map((sku) => ({
      title: sku,
      sku: `G-${sku}`,
      manage_inventory: true,
      options: { Kind: sku },
      prices: [{ currency_code: "eur", amount: 10 }],
    })),
  })
  const items = {} as Record<Sku, string>
  const variants = {} as Record<Sku, string>
  for (const sku of Object.keys(STOCK) as Sku[]) {
    variants[sku] = product.variants.find((one: Answer) => one.sku === `G-${sku}`).id
    const { inventory_items } = await admin.get(`/inventory-items?sku=G-${sku}`)
    items[sku] = inventory_items[0].id
    for (const place of ["A", "B"] as const) {
      const { available, reserved = 0 } = STOCK[sku][place] as {
        available: number
        reserved?: number
      }
      // The earlier order's ten come on top.
      const earlier = sku === "WIDGET" && place === "A" ? 10 : 0
      await admin.post(`/inventory-items/${items[sku]}/location-levels`, {
        location_id: places[place],
        stocked_quantity: available + reserved + earlier,
      })
      if (reserved) {
        await admin.post("/stockroom/stock", {
          changes: [
            {
              op: "move",
              inventory_item_id: items[sku],
              location_id: places[place],
              from: "available",
              to: "reserved",
              quantity: reserved,
            },
          ],
        })
      }
    }
  }
  const glassworks: Glassworks = {
    shop,
    places,
    items,
    variants,
    order: (lines) =>
      shop.checkout(lines.map((line) => ({ ...line, variant: variants[line.sku] }))),
    orderRefused: (lines) =>
      shop.checkoutRefused(lines.map((line) => ({ ...line, variant: variants[line.sku] }))),
    async stock(sku, place) {
      const { stock } = await admin.get(
        `/stockroom/stock?inventory_item_id=${items[sku]}&location_id=${places[place]}`
      )
      return nonZero(stock[0])
    },
    orderStock: async (id) => (await admin.get(`/stockroom/orders/${id}`)).order_stock,
    drifts: async () => (await admin.get("/stockroom/verify")).verification.drifts,
  }
  await glassworks.order([{ sku: "WIDGET", quantity: 10 }])
  return glassworks
}

function nonZero(level: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    STATES.filter((state) => level[state] !== "0").map((state) => [state, level[state]])
  )
}

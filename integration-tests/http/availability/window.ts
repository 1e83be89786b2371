import { join } from "node:path"
import type { MedusaContainer } from "@medusajs/framework/types"

import { type Answer, type Http, openShop, Refused, type Shop } from "../shop"

/** The store with Medusa's Caching Module. */
export const APP_WITH_CACHING = join(__dirname, "..", "..", "app-with-caching")

export type Sku = "TABLE" | "VASE" | "VOUCHER" | "SECRET" | "ELSEWHERE"

/**
 * The shop as shoppers see it, and more products:
 *
 *     variant    made of          Berlin  Lyon
 *     WIDGET     1 WIDGET             10     5
 *     TABLE      1 TOP, 4 LEG       3, 9  1, 6
 *     VASE       1 VASE                2     -   can be ordered when it is not there
 *     VOUCHER    nothing                         nobody counts it
 *     SECRET     1 SECRET              2     -   of a product that is not published
 *     ELSEWHERE  1 ELSEWHERE           2     -   of a product in another channel
 */
export class Window {
  private constructor(
    readonly shop: Shop,
    private readonly api: Http,
    readonly variants: Record<Sku | "WIDGET", string>,
    readonly items: Record<string, string>,
    readonly products: Record<string, string>
  ) {}

  static async open(api: Http, container: MedusaContainer): Promise<Window> {
    const shop = await openShop(api, container)
    const { admin, berlin, lyon } = shop
    const items: Record<string, string> = { WIDGET: shop.widget }
    const stock = async (sku: string, levels: Record<string, number>) => {
      const { inventory_items } = await admin.get(`/inventory-items?sku=${sku}`)
      items[sku] =
        inventory_items[0]?.id ?? (await admin.post("/inventory-items", { sku })).inventory_item.id
      for (const [location_id, stocked_quantity] of Object.entries(levels)) {
        await admin.post(`/inventory-items/${items[sku]}/location-levels`, {
          ...{ location_id, stocked_quantity },
        })
      }
    }
    await stock("TOP", { [berlin]: 3, [lyon]: 1 })
    await stock("LEG", { [berlin]: 9, [lyon]: 6 })
    const { sales_channel } = await admin.post("/sales-channels", { name: "Fair" })
    const kit = [
      { inventory_item_id: items.TOP, required_quantity: 1 },
      { inventory_item_id: items.LEG, required_quantity: 4 },
    ]
    const made = await Promise.all([
      make("TABLE", { inventory_items: kit }),
      make("VASE", { allow_backorder: true }),
      make("VOUCHER", { manage_inventory: false }),
      make("SECRET", {}, { status: "draft" }),
      make("ELSEWHERE", {}, { sales_channels: [{ id: sales_channel.id }] }),
    ])
    for (const sku of ["VASE", "SECRET", "ELSEWHERE"]) {
      await stock(sku, { [berlin]: 2 })
    }
    const widget = await admin.get(`/product-variants?sku=WIDGET`)
    const variants = Object.fromEntries(made.map(({ sku, variant }) => [sku, variant]))
    const products = Object.fromEntries(made.map(({ sku, product }) => [sku, product]))
    return new Window(
      shop,
      api,
      { ...variants, WIDGET: shop.variant } as Window["variants"],
      items,
      { ...products, WIDGET: widget.variants[0].product_id }
    )

    async function make(sku: Sku, variant: object, product: object = {}) {
      const answer = await admin.post("/products", {
        ...{ title: sku, status: "published", shipping_profile_id: shop.profile },
        sales_channels: [{ id: shop.channel }],
        options: [{ title: "Size", values: ["One"] }],
        variants: [
          {
            ...{ title: "One", sku, manage_inventory: true, options: { Size: "One" } },
            prices: [{ currency_code: "eur", amount: 10 }],
            ...variant,
          },
        ],
        ...product,
      })
      return { sku, variant: answer.product.variants[0].id, product: answer.product.id }
    }
  }

  /** The whole answer about some variants. */
  async ask(variants: (Sku | "WIDGET")[], more = "", headers: object = {}): Promise<Answer> {
    const ids = variants.map((sku) => `variant_id=${this.variants[sku]}`).join("&")
    return await this.get(`/store/stockroom/availability?${ids}${more}`, headers)
  }

  /** What a shopper is told of one variant. */
  async look(variant: Sku | "WIDGET", more = "", headers: object = {}): Promise<Answer> {
    return (await this.ask([variant], more, headers)).availability[0]
  }

  /** Any answer of the Store API; a refused one is thrown. */
  async get(path: string, headers: object = {}): Promise<Answer> {
    try {
      const { data } = await this.api.get(path, {
        headers: { ...this.shop.storeHeaders, ...headers },
      })
      return data
    } catch (error) {
      const { response } = error as { response?: { status: number; data: Answer } }
      throw response ? new Refused(path, response.status, response.data) : error
    }
  }

  /** A dated transfer of an item from a supplier, on its way to Berlin, or another location. */
  async expect(
    sku: string,
    quantity: number,
    expected_at: string,
    from: string,
    to = this.shop.berlin
  ): Promise<string> {
    const { admin } = this.shop
    const { transfer } = await admin.post("/stockroom/transfers", {
      ...{ origin_id: from, destination_id: to, expected_at },
      lines: [{ inventory_item_id: this.items[sku], quantity }],
    })
    await admin.post(`/stockroom/transfers/${transfer.id}/pending`, { allow_negative: true })
    return transfer.id
  }

  /** The status and body of a request to the Store API that is refused. */
  async refused(path: string, body: unknown): Promise<Answer> {
    try {
      await this.shop.store(path, body)
    } catch (error) {
      if (error instanceof Refused) return { ...error.body, status: error.status }
      throw error
    }
    throw new Error(`${path} was expected to be refused`)
  }
}

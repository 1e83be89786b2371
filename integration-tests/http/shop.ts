import type { MedusaContainer } from "@medusajs/framework/types"
import { adminHeaders } from "./support"

/* eslint-disable @typescript-eslint/no-explicit-any -- answers of Medusa's API, read by the tests */
export type Answer = Record<string, any>
export type Http = {
  get(path: string, options: object): Promise<{ data: Answer }>
  post(path: string, body: unknown, options?: object): Promise<{ data: Answer }>
  delete(path: string, options: object): Promise<{ data: Answer }>
}

/**
 * The smallest shop in which an order can be placed:
 *
 *     item    Berlin  Lyon
 *     WIDGET      10     5     sold in the channel "Shop", which both locations serve
 *     HONEY     2.75     -     by weight; not for sale, so only stock routes touch it
 */
export interface Shop {
  admin: {
    get(path: string): Promise<Answer>
    post(path: string, body?: unknown): Promise<Answer>
    delete(path: string): Promise<Answer>
    /** The status and body of an answer that is expected to be a refusal. */
    refused(method: "get" | "post" | "delete", path: string, body?: unknown): Promise<Answer>
  }
  widget: string
  honey: string
  berlin: string
  lyon: string
  channel: string
  region: string
  variant: string
  profile: string
  /** Delivery from Berlin. */
  shippingOption: string
  placeOrder(quantity: number): Promise<Answer>
  /** Places an order through the Store API; lines of one variant stay apart. */
  checkout(lines: CheckoutLine[], options?: CheckoutOptions): Promise<Answer>
  /** The status and body of the completion that is refused. */
  checkoutRefused(lines: CheckoutLine[], options?: CheckoutOptions): Promise<Answer>
  /** A cart that only has to be completed. */
  fillCart(lines: CheckoutLine[], options?: CheckoutOptions): Promise<string>
  store(path: string, body: unknown): Promise<Answer>
  /** What every request to the Store API carries. */
  storeHeaders: Record<string, string>
}

export interface CheckoutLine {
  variant: string
  quantity: number
}

export interface CheckoutOptions {
  /** Where the order goes, in degrees; Medusa's addresses keep it in their metadata. */
  coordinates?: { latitude: number; longitude: number }
  /** Whose cart it is; Ada's when nobody is named. */
  email?: string
  /** Whatever else its address's metadata say. */
  metadata?: Record<string, unknown>
}

/** An answer other than 2xx, with what it says. */
export class Refused extends Error {
  constructor(
    path: string,
    readonly status: number,
    readonly body: Answer
  ) {
    super(`${path} answers ${status}: ${JSON.stringify(body)}`)
  }
}

async function answer(path: string, request: Promise<{ data: Answer }>): Promise<Answer> {
  try {
    return (await request).data
  } catch (error) {
    const { response } = error as { response?: { status: number; data: Answer } }
    throw response ? new Refused(path, response.status, response.data) : error
  }
}

export async function openShop(api: Http, container: MedusaContainer): Promise<Shop> {
  return await buildShop(api, await adminHeaders(api as never, container))
}

/** Asks the Admin API as a user who is logged in. */
export function adminOf(api: Http, headers: object): Shop["admin"] {
  const options = { headers }
  const admin: Shop["admin"] = {
    get: (path) => answer(path, api.get(`/admin${path}`, options)),
    post: (path, body = {}) => answer(path, api.post(`/admin${path}`, body, options)),
    delete: (path) => answer(path, api.delete(`/admin${path}`, options)),
    refused: async (method, path, body) => {
      try {
        await admin[method](path, body)
      } catch (error) {
        if (error instanceof Refused) return { ...error.body, status: error.status }
        throw error
      }
      throw new Error(`${method} ${path} was expected to be refused`)
    },
  }
  return admin
}

/** Builds the shop through the Admin API. */
export async function buildShop(api: Http, headers: object): Promise<Shop> {
  const admin = adminOf(api, headers)
  const { sales_channel } = await admin.post("/sales-channels", { name: "Shop" })
  const berlin = await openLocation(admin, "Berlin", sales_channel.id)
  const lyon = await openLocation(admin, "Lyon", sales_channel.id)
  const { region } = await admin.post("/regions", {
    name: "Germany",
    currency_code: "eur",
    countries: ["de"],
    payment_providers: ["pp_system_default"],
  })
  const { shipping_profile } = await admin.post("/shipping-profiles", {
    name: "Parcels",
    type: "parcel",
  })
  const shippingOptions = await Promise.all(
    [berlin, lyon].map(async ({ zone }) => {
      const { shipping_option } = await admin.post("/shipping-options", {
        name: "Post",
        price_type: "flat",
        provider_id: "manual_manual",
        service_zone_id: zone,
        shipping_profile_id: shipping_profile.id,
        type: { label: "Post", description: "By post", code: "post" },
        prices: [{ currency_code: "eur", amount: 5 }],
      })
      return shipping_option.id as string
    })
  )
  const { product } = await admin.post("/products", {
    title: "Widget",
    status: "published",
    shipping_profile_id: shipping_profile.id,
    sales_channels: [{ id: sales_channel.id }],
    options: [{ title: "Size", values: ["One"] }],
    variants: [
      {
        title: "One",
        sku: "WIDGET",
        manage_inventory: true,
        options: { Size: "One" },
        prices: [{ currency_code: "eur", amount: 10 }],
      },
    ],
  })
  const { inventory_items } = await admin.get("/inventory-items?sku=WIDGET")
  const widget = inventory_items[0].id
  const { inventory_item } = await admin.post("/inventory-items", { sku: "HONEY" })
  const stock = (item: string, location: string, quantity: number) =>
    admin.post(`/inventory-items/${item}/location-levels`, {
      location_id: location,
      stocked_quantity: quantity,
    })
  await stock(widget, berlin.id, 10)
  await stock(widget, lyon.id, 5)
  await stock(inventory_item.id, berlin.id, 2.75)

  const { api_key } = await admin.post("/api-keys", { title: "Storefront", type: "publishable" })
  const key = { "x-publishable-api-key": api_key.token as string }
  await admin.post(`/api-keys/${api_key.id}/sales-channels`, { add: [sales_channel.id] })
  const store = (path: string, body: unknown) =>
    answer(path, api.post(`/store${path}`, body, { headers: key }))

  return {
    admin,
    widget,
    honey: inventory_item.id,
    berlin: berlin.id,
    lyon: lyon.id,
    channel: sales_channel.id,
    region: region.id,
    variant: product.variants[0].id,
    profile: shipping_profile.id,
    shippingOption: shippingOptions[0],
    store,
    storeHeaders: key,
    fillCart,
    checkout,
    placeOrder: (quantity) => checkout([{ variant: product.variants[0].id, quantity }]),
    async checkoutRefused(lines, options) {
      const cart = await fillCart(lines, options)
      try {
        await store(`/carts/${cart}/complete`, {})
      } catch (error) {
        if (error instanceof Refused) return { ...error.body, status: error.status }
        throw error
      }
      throw new Error("The cart was expected to be refused")
    },
  }

  async function checkout(lines: CheckoutLine[], options?: CheckoutOptions): Promise<Answer> {
    const cart = await fillCart(lines, options)
    const { order } = await store(`/carts/${cart}/complete`, {})
    return order
  }

  async function fillCart(
    lines: CheckoutLine[],
    { coordinates, metadata, email = "ada@example.com" }: CheckoutOptions = {}
  ): Promise<string> {
    const { cart } = await store("/carts", {
      region_id: region.id,
      email,
      shipping_address: {
        first_name: "Ada",
        last_name: "Shopper",
        address_1: "Street 1",
        city: "Berlin",
        postal_code: "10115",
        country_code: "de",
        ...((coordinates ?? metadata) && { metadata: { ...metadata, ...coordinates } }),
      },
      items: lines.map(({ variant, quantity }, line) => ({
        variant_id: variant,
        quantity,
        metadata: { line },
      })),
    })
    await store(`/carts/${cart.id}/shipping-methods`, { option_id: shippingOptions[0] })
    const { payment_collection } = await store("/payment-collections", { cart_id: cart.id })
    await store(`/payment-collections/${payment_collection.id}/payment-sessions`, {
      provider_id: "pp_system_default",
    })
    return cart.id
  }
}

async function openLocation(
  admin: Shop["admin"],
  name: string,
  channel: string
): Promise<{ id: string; zone: string }> {
  const { stock_location } = await admin.post("/stock-locations", { name })
  const path = `/stock-locations/${stock_location.id}`
  await admin.post(`${path}/sales-channels`, { add: [channel] })
  await admin.post(`${path}/fulfillment-providers`, { add: ["manual_manual"] })
  await admin.post(`${path}/fulfillment-sets`, { name: `Parcels ${name}`, type: "shipping" })
  const { stock_location: withSets } = await admin.get(`${path}?fields=*fulfillment_sets`)
  const [set] = withSets.fulfillment_sets
  const { fulfillment_set } = await admin.post(`/fulfillment-sets/${set.id}/service-zones`, {
    name: `Germany from ${name}`,
    geo_zones: [{ type: "country", country_code: "de" }],
  })
  return { id: stock_location.id, zone: fulfillment_set.service_zones[0].id }
}

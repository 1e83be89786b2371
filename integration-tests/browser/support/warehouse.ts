import { randomBytes } from "node:crypto"

import { client } from "../../http/client"
import { adminOf, type Answer, type Shop } from "../../http/shop"

/** The demo store as its API shows it, and the means to put into it what a walk needs. */
export interface Warehouse {
  admin: Shop["admin"]
  /** What `GET /verify` finds. */
  verify(): Promise<Answer>
  /** The id of a location, by its name. */
  location(name: string): Promise<string>
  /** A new location, which serves no sales channel. */
  openLocation(name: string): Promise<string>
  /**
   * A new product for the walk alone, with a variant of an item of its own for each size. The first one's
   * is stocked at the named locations.
   */
  stockProduct(title: string, shelves: Record<string, number>, sizes?: string[]): Promise<Goods>
  /** A level's eight states and what they come to. */
  level(item: string, location: string): Promise<Answer>
  /** A new admin, who has been granted nothing. */
  invite(firstName: string): Promise<Person>
  /** An order of the web shop, placed through the Store API. */
  order(goods: Goods, quantity: number): Promise<{ id: string; display_id: number }>
}

export interface Goods {
  title: string
  sku: string
  /** Ids. */
  product: string
  /** Of the first size. */
  variant: string
  item: string
  /** Of each size. */
  items: string[]
}

export interface Person {
  id: string
  name: string
  email: string
}

const LOGIN = { email: "admin@stockroom.test", password: "stockroom" }
const WEB_SHOP = "Web shop"
const SHOPPER = {
  first_name: "Ada",
  last_name: "Shopper",
  address_1: "Jungfernstieg 1",
  postal_code: "20095",
  city: "Hamburg",
  country_code: "de",
}

/** The suite's files each ask for it; the login is kept. */
let opened: Promise<Warehouse> | undefined

export function openWarehouse(): Promise<Warehouse> {
  opened ??= logIn()
  return opened
}

async function logIn(): Promise<Warehouse> {
  const http = client(process.env.BROWSER_STORE_URL ?? "")
  const { data } = await http.post("/auth/user/emailpass", LOGIN)
  const admin = adminOf(http, { authorization: `Bearer ${data.token}` })

  const only = (list: Answer[], what: string): Answer => {
    if (list.length !== 1) throw new Error(`The demo store has ${list.length} of ${what}`)
    return list[0]
  }
  const location = async (name: string) => {
    const { stock_locations } = await admin.get("/stock-locations?limit=100&fields=id,name")
    const named = (stock_locations as Answer[]).filter((one) => one.name === name)
    return only(named, name).id as string
  }
  return {
    admin,
    location,
    verify: async () => (await admin.get("/stockroom/verify")).verification,
    openLocation: async (name) =>
      (await admin.post("/stock-locations", { name })).stock_location.id,

    async stockProduct(title, shelves, sizes = ["One"]) {
      // SKUs are for once: a store that is tested again still has those of the last time.
      const sku = `${title.toUpperCase().replace(/\W+/g, "-")}-${randomBytes(3).toString("hex")}`
      const { sales_channels } = await admin.get(`/sales-channels?name=${WEB_SHOP}`)
      const { shipping_profiles } = await admin.get("/shipping-profiles?type=default")
      const { product } = await admin.post("/products", {
        title,
        handle: sku.toLowerCase(),
        status: "published",
        sales_channels: [{ id: only(sales_channels, WEB_SHOP).id }],
        shipping_profile_id: only(shipping_profiles, "default shipping profile").id,
        options: [{ title: "Size", values: sizes }],
        variants: sizes.map((size, index) => ({
          title: size,
          sku: index ? `${sku}-${index}` : sku,
          manage_inventory: true,
          options: { Size: size },
          prices: [{ currency_code: "eur", amount: 10 }],
        })),
      })
      const itemOf = async (sku: string): Promise<string> =>
        only((await admin.get(`/inventory-items?sku=${sku}&fields=id`)).inventory_items, sku).id
      const variants = product.variants as { id: string; sku: string; title: string }[]
      const bySize = sizes.map((size) => variants.find(({ title: named }) => named === size)!)
      const items = await Promise.all(bySize.map((variant) => itemOf(variant.sku)))
      const [item] = items
      for (const [name, stocked_quantity] of Object.entries(shelves)) {
        await admin.post(`/inventory-items/${item}/location-levels`, {
          location_id: await location(name),
          stocked_quantity,
        })
      }
      return { title, sku, product: product.id, variant: bySize[0].id, item, items }
    },

    async level(item, location) {
      const query = `inventory_item_id=${item}&location_id=${location}`
      return only((await admin.get(`/stockroom/stock?${query}`)).stock, `level of ${item}`)
    },

    async invite(first_name) {
      const last_name = randomBytes(3).toString("hex")
      const email = `${first_name}.${last_name}@stockroom.test`.toLowerCase()
      const { invite } = await admin.post("/invites", { email })
      const login = { email, password: LOGIN.password }
      const registered = await http.post("/auth/user/emailpass/register", login)
      const taken = await http.post(
        `/admin/invites/accept?token=${invite.token}`,
        { email, first_name, last_name },
        { headers: { authorization: `Bearer ${registered.data.token}` } }
      )
      return { id: taken.data.user.id, name: `${first_name} ${last_name}`, email }
    },

    async order({ variant }, quantity) {
      const { api_keys } = await admin.get("/api-keys?type=publishable")
      const key = only(
        api_keys.filter(({ title }: Answer) => title === WEB_SHOP),
        "key of the web shop"
      )
      const options = { headers: { "x-publishable-api-key": key.token } }
      const store = async (path: string, body: object): Promise<Answer> =>
        (await http.post(`/store${path}`, body, options)).data
      const { regions } = await admin.get("/regions?fields=id")

      const { cart } = await store("/carts", {
        region_id: only(regions, "region").id,
        email: "ada@example.com",
        shipping_address: SHOPPER,
        billing_address: SHOPPER,
        items: [{ variant_id: variant, quantity }],
      })
      const delivery = await http.get(`/store/shipping-options?cart_id=${cart.id}`, options)
      await store(`/carts/${cart.id}/shipping-methods`, {
        option_id: delivery.data.shipping_options[0].id,
      })
      const { payment_collection } = await store("/payment-collections", { cart_id: cart.id })
      await store(`/payment-collections/${payment_collection.id}/payment-sessions`, {
        provider_id: "pp_system_default",
      })
      const { order } = await store(`/carts/${cart.id}/complete`, {})
      return order
    },
  }
}

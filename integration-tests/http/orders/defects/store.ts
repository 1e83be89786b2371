import { setTimeout as sleep } from "node:timers/promises"

import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { type Answer, type Http, openShop, Refused, type Shop } from "../../shop"

/**
 * The crockery shop: two places, A before B, which both sell in its channel, and
 *
 *     variant  takes of the items
 *     CUP      1 CUP
 *     GIFT     1 CUP                 a second variant of the same item
 *     SAUCER   1 SAUCER
 *     SET      2 CUP and 1 SAUCER
 *     PLATE    1 PLATE               may be backordered
 *
 * All is free and fetched by the buyer, so that a cart needs neither payment nor shipping, which would
 * take most of the tests' time. There is no stock until a scenario says so. Figures are Medusa's own, "stocked/reserved", so that a
 * store without Stockroom can be asked the same: "10/4" is ten on the shelf, of which four are not to
 * be sold. What is at a place that does not stock the item is "-".
 */
export const KITS = {
  CUP: { CUP: 1 },
  GIFT: { CUP: 1 },
  SAUCER: { SAUCER: 1 },
  SET: { CUP: 2, SAUCER: 1 },
  PLATE: { PLATE: 1 },
} as const

const ITEMS = ["CUP", "SAUCER", "PLATE"] as const

export type Variant = keyof typeof KITS
export type Item = (typeof ITEMS)[number]
export type Place = "A" | "B"
export type Line = [Variant, number]
export type Figures = Partial<Record<Item, Partial<Record<Place, string>>>>

/** A request that went wrong: how, in Medusa's own words. */
export type Outcome = "done" | string

export class Store {
  readonly admin: Shop["admin"]
  private asserted: Figures | undefined

  constructor(
    readonly withStockroom: boolean,
    readonly shop: Shop,
    readonly container: MedusaContainer,
    readonly product: string,
    readonly places: Record<Place, string>,
    readonly items: Record<Item, string>,
    readonly variants: Record<Variant, string>
  ) {
    this.admin = shop.admin
  }

  /** The same store for another scenario. */
  again(): Store {
    const { withStockroom, shop, container, product, places, items, variants } = this
    return new Store(withStockroom, shop, container, product, places, items, variants)
  }

  /** Opens levels with what is on the shelves. */
  async stock(quantities: Partial<Record<Item, Partial<Record<Place, number>>>>): Promise<void> {
    for (const [item, places] of Object.entries(quantities)) {
      for (const [place, quantity] of Object.entries(places)) {
        await this.admin.post(`/inventory-items/${this.items[item as Item]}/location-levels`, {
          location_id: this.places[place as Place],
          stocked_quantity: quantity,
        })
      }
    }
  }

  /** Says how many are on a shelf, as a person does who has counted them. */
  async count(item: Item, place: Place, quantity: number): Promise<void> {
    await this.admin.post(
      `/inventory-items/${this.items[item]}/location-levels/${this.places[place]}`,
      { stocked_quantity: quantity }
    )
  }

  async order(...lines: Line[]): Promise<Answer> {
    return await this.complete(await this.fillCart(...lines))
  }

  /** A cart that only has to be completed; lines of one variant stay apart. */
  async fillCart(...lines: Line[]): Promise<string> {
    const { cart } = await this.shop.store("/carts", {
      region_id: this.shop.region,
      email: "ada@example.com",
      items: lines.map(([variant, quantity], line) => ({
        variant_id: this.variants[variant],
        quantity,
        metadata: { line },
      })),
    })
    return cart.id
  }

  async complete(cart: string): Promise<Answer> {
    return (await this.shop.store(`/carts/${cart}/complete`, {})).order
  }

  /** What the items' levels say, wherever the table asks. */
  async read(table: Figures): Promise<Figures> {
    const found: Figures = {}
    for (const item of Object.keys(table) as Item[]) {
      const { inventory_levels } = await this.admin.get(
        `/inventory-items/${this.items[item]}/location-levels?fields=location_id,stocked_quantity,reserved_quantity`
      )
      found[item] = {}
      for (const place of Object.keys(table[item]!) as Place[]) {
        const level = inventory_levels.find((one: Answer) => one.location_id === this.places[place])
        found[item]![place] = level ? `${level.stocked_quantity}/${level.reserved_quantity}` : "-"
      }
    }
    return found
  }

  /** The stock is, or with Stockroom's help soon becomes, as the table says, and stays so. */
  async shows(table: Figures): Promise<void> {
    await this.eventually(async () => {
      expect(render(await this.read(table))).toBe(render(table))
    })
    this.asserted = table
  }

  /** Repeats an assertion until it holds: what Stockroom's subscribers finish takes a moment. */
  async eventually(assertion: () => Promise<void>): Promise<void> {
    const deadline = Date.now() + (this.withStockroom ? PATIENCE_MS : 0)
    for (;;) {
      try {
        return await assertion()
      } catch (error) {
        if (Date.now() > deadline) throw error
      }
      await sleep(25)
    }
  }

  /** Once all is quiet: what was shown last still is, and the ledger agrees with everything. */
  async end(): Promise<void> {
    await quiet(this.container)
    if (this.asserted) {
      expect(render(await this.read(this.asserted))).toBe(render(this.asserted))
    }
    if (this.withStockroom) {
      const { verification } = await this.admin.get("/stockroom/verify")
      expect(verification).toMatchObject({ drifts: [], unsettled_orders: [] })
    }
  }
}

/** With a machine that has other things to do, a subscriber may wait for its turn. */
const PATIENCE_MS = 10_000

/** "done", or what the store says against it. */
export async function outcomeOf(request: Promise<unknown>): Promise<Outcome> {
  try {
    await request
    return "done"
  } catch (error) {
    if (error instanceof Refused) return `${error.status}: ${error.body.message}`
    throw error
  }
}

export async function openStore(
  withStockroom: boolean,
  api: Http,
  container: MedusaContainer
): Promise<Store> {
  const shop = await openShop(api, container)
  const { admin } = shop
  const items = {} as Record<Item, string>
  for (const sku of ITEMS) {
    const { inventory_item } = await admin.post("/inventory-items", {
      sku,
      requires_shipping: false,
    })
    items[sku] = inventory_item.id
  }
  const names = Object.keys(KITS) as Variant[]
  const { product } = await admin.post("/products", {
    title: "Crockery",
    status: "published",
    sales_channels: [{ id: shop.channel }],
    options: [{ title: "Kind", values: names }],
    variants: names.map((name) => ({
      title: name,
      sku: `V-${name}`,
      manage_inventory: true,
      allow_backorder: name === "PLATE",
      options: { Kind: name },
      prices: [{ currency_code: "eur", amount: 0 }],
      inventory_items: Object.entries(KITS[name]).map(([item, required_quantity]) => ({
        inventory_item_id: items[item as Item],
        required_quantity,
      })),
    })),
  })
  const variants = Object.fromEntries(
    names.map((name) => [name, product.variants.find((one: Answer) => one.sku === `V-${name}`).id])
  ) as Record<Variant, string>
  const places = { A: shop.berlin, B: shop.lyon }
  return new Store(withStockroom, shop, container, product.id, places, items, variants)
}

function render(figures: Figures): string {
  return Object.entries(figures)
    .map(
      ([item, places]) =>
        `${item} ${Object.entries(places)
          .map(([place, figure]) => `${place} ${figure}`)
          .join(", ")}`
    )
    .join("; ")
}

/** Waits until the store has nothing more to say to its database. */
async function quiet(container: MedusaContainer): Promise<void> {
  const database = container.resolve(ContainerRegistrationKeys.PG_CONNECTION) as {
    raw(sql: string): Promise<{ rows: { busy: string }[] }>
  }
  for (let calm = 0; calm < 3;) {
    await sleep(30)
    const { rows } = await database.raw(`select count(*) as busy from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`)
    calm = rows[0].busy === "0" ? calm + 1 : 0
  }
}
